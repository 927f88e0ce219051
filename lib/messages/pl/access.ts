import { type PluralForms, plural } from '@/lib/format/plural'

const entries: PluralForms = { one: 'wpis', few: 'wpisy', many: 'wpisów' }
const searches: PluralForms = { one: 'sprawdzenie', few: 'sprawdzenia', many: 'sprawdzeń' }

export const accessMessages = {
  title: 'Rejestr dostępu',
  lead: 'Kto z tej instytucji co oglądał i zmieniał oraz kto dotykał danych, za które ona odpowiada. Numery spraw bez nazwisk rodzin.',
  kind: 'Rodzaj zdarzenia',
  kinds: { all: 'wszystkie', read: 'oglądanie', write: 'zmiany', denied: 'odmowy dostępu' },
  case: 'Sprawa',
  number: 'Numer sprawy',
  who: 'Osoba albo instytucja',
  from: 'Od dnia',
  to: 'Do dnia',
  shown: (n: number) => plural(n, entries),
  duplicates: 'Sprawdzenia powtórzeń',
  whoLooked: 'Kto zaglądał do tej sprawy',
} as const

/** Searches for duplicates, for the officers of both institutions (domain 5.3.3). */
export const duplicateMessages = {
  title: 'Sprawdzenia powtórzeń',
  lead: 'Kto pytał, czy rodzina jest już znana innej instytucji. Takie pytanie samo ujawnia dane, dlatego widzą je inspektorzy obu stron. O kogo pytano, tu nie stoi.',
  caption: 'Sprawdzenia powtórzeń',
  at: 'Kiedy',
  who: 'Kto',
  institution: 'Instytucja',
  number: 'Sprawa',
  ofOthers: 'sprawa innej instytucji',
  reason: 'Powód',
  found: 'Wynik',
  known: 'ktoś jest znany',
  unknown: 'nikt nie jest znany',
  empty: 'Nikt jeszcze o to nie pytał',
  shown: (n: number) => plural(n, searches),
} as const
