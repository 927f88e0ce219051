import { formatDate, type IsoDate } from '@/lib/format/dates'
import { type PluralForms, plural } from '@/lib/format/plural'

const places: PluralForms = { one: 'miejsce', few: 'miejsca', many: 'miejsc' }
const days: PluralForms = { one: 'dzień', few: 'dni', many: 'dni' }
const services: PluralForms = { one: 'usługę', few: 'usługi', many: 'usług' }
const waiting: PluralForms = { one: 'usługa czeka', few: 'usługi czekają', many: 'usług czeka' }

/** What an institution offers: places, waiting time, conditions, who said so last and when. */
export const offerMessages = {
  title: 'Usługi instytucji',
  lead: (term: number) =>
    `Z tych usług koordynatorzy układają koszyki rodzin. Potwierdzenie jest ważne ${plural(term, days)}, potem o nie przypominamy.`,
  present: 'Oferowane teraz',
  presentNone: 'Jeszcze żadnej usługi.',
  toConfirm: (n: number) => `${plural(n, waiting)} na potwierdzenie.`,
  allFresh: 'Wszystko potwierdzone.',
  confirmAll: (n: number) => `Potwierdź wszystko (${plural(n, services)})`,
  confirm: 'Potwierdź',
  mend: 'Zmień',
  places: (free: number | null, all: number | null): string | null => {
    if (free === null) return all === null ? null : plural(all, places)
    return all === null ? `wolne: ${plural(free, places)}` : `wolne: ${free} z ${all}`
  },
  waiting: (n: number) => (n === 0 ? 'bez kolejki' : `czeka się ${plural(n, days)}`),
  confirmedOn: (on: IsoDate | null, by: string | null) =>
    on === null ? 'nikt jeszcze nie potwierdził' : `potwierdzono ${formatDate(on)}${by ? `, ${by}` : ''}`,
  old: 'do potwierdzenia',
  byOther: (name: string) => `zapisał kto inny: ${name}`,
  add: 'Dodaj z katalogu',
  usual: 'Zwykle oferowane przez ten rodzaj instytucji',
  others: 'Pozostałe usługi katalogu',
  submitAdd: 'Dodaj usługi',
  one: {
    lead: 'Zapisanie znaczy: tak jest dzisiaj. Data i Pani/Pana nazwisko staną przy usłudze.',
    freePlaces: 'Wolne miejsca dzisiaj',
    places: 'Wszystkie miejsca',
    waitingDays: 'Czas oczekiwania (dni)',
    waitingHint: '0 znaczy: bez kolejki. Puste: nie wiadomo.',
    conditions: 'Warunki',
    conditionsHint: 'Kto może skorzystać i co jest potrzebne, na przykład skierowanie albo wiek.',
    submit: 'Zapisz i potwierdź',
    end: 'Już tego nie oferujemy',
    endText: 'Koordynatorzy przestaną tu kierować. Usługi, które trwają, trwają dalej.',
    endSubmit: 'Zakończ tę usługę',
  },
  done: {
    dodano: 'Dodano. Koordynatorzy widzą tę ofertę od razu.',
    zapisano: 'Zapisano i potwierdzono.',
    potwierdzono: 'Potwierdzono. Dziękujemy.',
    zakonczono: 'Usługa zakończona.',
  },
} as const
