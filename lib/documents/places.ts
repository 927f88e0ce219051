import type { PaperKey } from '@/lib/documents/catalogue'
import type { PaperData } from '@/lib/format/paper'
import {
  type PlaceholderName,
  placeholders,
  type RowPlaceholder,
  type RowsName,
  rowPlaceholders,
} from '@/lib/messages/pl/papers/placeholders'

type Places = { readonly fields: readonly PlaceholderName[]; readonly rows: readonly RowsName[] }

const ofTeam = [
  'zespol',
  'nazwa_w_modelu',
  'zespol_rodziny',
  'plan_rodziny',
  'gmina',
  'powiat',
  'instytucja_prowadzaca',
  'koordynator',
  'liczba_instytucji',
  'porozumienie_od',
  'porozumienie_do',
  'regulamin_przyjety',
  'tresc',
  'dzis',
  'za_rok',
] as const satisfies PlaceholderName[]
const teamRows = ['strony', 'aneksy', 'terminy'] as const satisfies RowsName[]

const meeting: Places = {
  fields: [
    'zespol',
    'spotkanie',
    'dzien',
    'od',
    'do',
    'miejsce',
    'przewodniczy',
    'protokoluje',
    'kworum',
    'przebieg',
    'uwagi',
  ],
  rows: ['porzadek', 'obecni', 'ustalenia'],
}
const team: Places = { fields: ofTeam, rows: teamRows }

const places: Record<PaperKey, Places> = {
  porozumienie: team,
  zarzadzenie: team,
  regulamin: team,
  plan_zespolu: team,
  sprawozdanie: {
    fields: [...ofTeam, 'zakonczone', 'osiagniete', 'powroty', 'oczekiwanie'],
    rows: [...teamRows, 'etapy', 'uslugi', 'braki'],
  },
  upowaznienie: {
    fields: ['osoba', 'stanowisko', 'instytucja', 'zakres', 'wazne_od', 'wazne_do', 'wystawia', 'dzis'],
    rows: [],
  },
  zaproszenie: meeting,
  porzadek: meeting,
  lista_obecnosci: meeting,
  protokol: meeting,
}

/** What a template of this document may name. */
export const placesOf = (key: PaperKey): Places => places[key]

/** A whole document of the examples: shown to who writes a template, and what tests read. */
export const exampleData = (key: PaperKey): PaperData => {
  const rowsIn = (name: RowsName) => {
    const { columns, second }: RowPlaceholder = rowPlaceholders[name]
    const first = Object.fromEntries(
      Object.entries(columns).map(([column, { example }]) => [column, example]),
    )
    return [first, { ...Object.fromEntries(Object.keys(columns).map((column) => [column, ''])), ...second }]
  }
  return {
    fields: Object.fromEntries(places[key].fields.map((name) => [name, placeholders[name].example])),
    tables: Object.fromEntries(places[key].rows.map((name) => [name, rowsIn(name)])),
  }
}
