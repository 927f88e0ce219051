import { type PluralForms, plural } from '@/lib/format/plural'

const rows: PluralForms = { one: 'wiersz', few: 'wiersze', many: 'wierszy' }
const days: PluralForms = { one: 'dzień', few: 'dni', many: 'dni' }

/** Words of the import of institutions and people from a file. */
export const importMessages = {
  title: 'Import z pliku',
  lead: 'Instytucje i osoby Państwa województwa z arkusza. Najpierw zobaczą Państwo, co stanie się z każdym wierszem; nic nie powstaje przed potwierdzeniem.',
  open: 'Import z pliku',
  kind: 'Co jest w pliku',
  kinds: { institutions: 'Instytucje', people: 'Osoby (zaproszenia)' },
  file: 'Plik CSV albo XLSX',
  fileHint: (limits: { rows: number; bytes: number }) =>
    `Do ${limits.rows} wierszy i ${limits.bytes / 1024 / 1024} MB. Pierwszy wiersz to nazwy kolumn ze wzoru, kolejność jest dowolna.`,
  check: 'Sprawdź plik',
  pattern: { institutions: 'Wzór dla instytucji (CSV)', people: 'Wzór dla osób (CSV)' },
  patterns: 'Wzory plików',
  notes: [
    'Siedzibę wskazuje kod TERYT (gmina: 7 cyfr, powiat: 4) albo nazwy gminy i powiatu.',
    'Rodzaj instytucji i role wpisują Państwo polską nazwą, tak jak w systemie.',
    'Instytucja o tym samym numerze REGON albo o tej samej nazwie i rodzaju w tym samym miejscu już jest w rejestrze: taki wiersz nic nie zmienia.',
    'Każda nowa osoba dostaje zaproszenie pocztą elektroniczną.',
  ],
  history: {
    title: 'Wcześniejsze importy',
    caption: 'Importy, od najnowszego',
    empty: 'Nie było jeszcze żadnego importu',
    emptyText: 'Pierwszy pojawi się tutaj po sprawdzeniu pliku.',
    columns: { file: 'Plik', kind: 'Zawartość', state: 'Stan', at: 'Kiedy i kto' },
  },
  states: { ready: 'sprawdzony', running: 'w trakcie', done: 'wczytany', undone: 'cofnięty' },
  counts: {
    title: 'Co stanie się z wierszami',
    caption: 'Liczba wierszy według tego, co się z nimi stanie',
    columns: { state: 'Wiersze', count: 'Liczba' },
    good: 'do dodania',
    same: 'już są w rejestrze, bez zmian',
    bad: 'z błędem, pominięte',
    done: 'dodane',
    undone: 'dodane i cofnięte',
    kept: 'zostały mimo cofnięcia',
  },
  run: {
    title: (n: number) => `Można dodać ${plural(n, rows)}`,
    lead: 'Wiersze z błędem pozostaną na liście do pobrania. Import można potem cofnąć.',
    submit: 'Dodaj do rejestru',
    more: 'Dodaj następne wiersze',
    progress: (done: number, all: number) => `Dodano ${done} z ${all}`,
    running: 'Import trwa. Można zamknąć tę stronę i wrócić: następne wiersze poczekają.',
    nothing: 'W pliku nie ma niczego nowego do dodania.',
  },
  done: (n: number) => `Import zakończony. Dodano ${plural(n, rows)}.`,
  undone: 'Import cofnięty.',
  bad: {
    title: 'Wiersze z błędem',
    caption: 'Wiersze, których nie można dodać, z powodami',
    download: 'Pobierz wszystkie wiersze z błędem (CSV)',
    row: 'Wiersz',
    what: 'Co jest w wierszu',
    why: 'Dlaczego nie',
    reason: 'Powód',
    first: (n: number, all: number) => (all > n ? `Pierwsze ${n} z ${all}.` : ''),
  },
  good: { title: 'Przykłady wierszy do dodania', caption: 'Pierwsze wiersze, które można dodać' },
  kept: { title: 'Zostały, bo są już używane' },
  undo: {
    open: 'Cofnij ten import',
    lead: (kept: number) =>
      `Zniknie to, co import dodał i czego nikt od tamtej pory nie użył: instytucje, których nikt nie poprawiał i które nie mają ludzi, zespołów ani usług, a także osoby, które nie przyjęły zaproszenia. Reszta zostanie i będzie wymieniona. Cofnąć można przez ${plural(kept, days)}.`,
    submit: 'Cofnij import',
  },
  people: {
    scope:
      'Dane rodzin objętych współpracą w zakresie wynikającym z roli i zadań w zespole kooperacji, nadane przy imporcie przez ROPS.',
  },
} as const

export const importFieldErrors = {
  importEmpty: 'Proszę wskazać plik, w którym są wiersze pod nazwami kolumn.',
  importTooLarge: 'Plik jest za duży. Proszę podzielić go na mniejsze.',
  importTooMany: 'W pliku jest za dużo wierszy. Proszę podzielić go na mniejsze.',
  importType: 'To nie jest plik CSV ani XLSX.',
  importBroken: 'Nie udało się odczytać pliku. Proszę zapisać go jeszcze raz jako CSV albo XLSX.',
  importSeat: 'Nie ma takiej gminy ani powiatu w Państwa województwie.',
  importSeatMany: 'Jest kilka takich miejsc w województwie. Proszę podać kod TERYT.',
  importHouse: 'Nie ma takiej instytucji w rejestrze Państwa województwa.',
  importHouseMany: 'Jest kilka instytucji o tej nazwie. Proszę podać REGON albo kod TERYT siedziby.',
} as const

/** Messages that name a detail: what follows the colon of the key. */
export const importDetailErrors: Readonly<Record<string, (detail: string) => string>> = {
  importColumns: (names: string) => `W pliku brakuje kolumn: ${names}. Proszę wziąć wzór.`,
  importRepeats: (no: string) => `To samo jest już w wierszu ${no}.`,
  importRole: (name: string) =>
    name === ''
      ? 'Proszę wpisać rolę.'
      : `Roli „${name}” nie można nadać w tej instytucji z Państwa miejsca pracy.`,
}
