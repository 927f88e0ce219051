import { formatDate, type IsoDate } from '@/lib/format/dates'

export const territoryPages = {
  title: 'Terytorium',
  lead: (statedOn: IsoDate) =>
    `Województwa, powiaty i gminy. Źródło: GUS, rejestr TERYT (TERC), stan na ${formatDate(statedOn)}.`,
  search: 'Nazwa albo kod TERYT',
  hint: 'Polskie znaki nie mają znaczenia, na przykład „swilcza” albo 1816122. Dawna nazwa i dawny kod prowadzą do następcy.',
  nothing: 'Nie ma takiej jednostki',
  nothingText: 'Proszę sprawdzić pisownię albo podać kod TERYT.',
  code: 'Kod TERYT',
  kind: 'Rodzaj',
  valid: 'Obowiązuje od',
  until: 'Obowiązywała do',
  former: 'Dawne nazwy',
  successor: 'Następca',
  inside: { wojewodztwo: 'Powiaty', powiat: 'Gminy', gmina: '' },
  institutions: 'Instytucje, które działają w tej gminie',
  noInstitutions: 'Żadna instytucja z rejestru nie działa jeszcze w tej gminie.',
} as const
