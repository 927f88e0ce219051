/** The library of a voivodeship. */
export const libraryMessages = {
  title: 'Biblioteka',
  lead: 'Filmy, poradniki, wzory i dobre praktyki województwa, według wariantu modelu i tematu.',
  add: 'Dodaj do biblioteki',
  search: 'Szukaj w bibliotece',
  kindLabel: 'Rodzaj',
  anyKind: 'wszystkie',
  kind: { film: 'Film', guide: 'Poradnik', form: 'Wzór', practice: 'Dobra praktyka' },
  variant: 'Wariant modelu',
  anyVariant: 'każdy wariant',
  which: 'Które',
  live: 'w bibliotece',
  withdrawn: 'wycofane',
  caption: 'Biblioteka',
  none: 'Nie ma takich materiałów',
  noneText: 'Proszę zmienić słowa albo filtry.',
  columns: {
    what: 'Materiał',
    kind: 'Rodzaj',
    theme: 'Temat',
    variant: 'Wariant',
    author: 'Autor',
    date: 'Data',
  },
  each: 'każdy',
  open: { film: 'Obejrzyj film', guide: 'Otwórz poradnik', form: 'Otwórz wzór', practice: 'Otwórz stronę' },
  withdrawnText: (day: string, reason: string) => `Wycofane ${day}. ${reason}`,
  form: {
    newTitle: 'Dodaj do biblioteki',
    name: 'Tytuł',
    description: 'Opis',
    descriptionHint:
      'Dla kogo jest i do czego się przyda. W dobrej praktyce: co zrobiono i co to dało, bez danych rodzin.',
    link: 'Adres strony',
    linkHint: 'Wystarczy adres albo plik. Dobra praktyka może być opisana samymi słowami.',
    fileTitle: 'Plik',
    attach: 'Dołącz plik',
    attachNext: 'Dołącz nową wersję pliku',
    author: 'Autor',
    datedOn: 'Data',
    submitNew: 'Dodaj do biblioteki',
    correct: 'Popraw',
    submitCorrect: 'Zapisz zmiany',
    withdraw: 'Wycofaj z biblioteki',
    reason: 'Dlaczego',
    restore: 'Przywróć do biblioteki',
    keep: 'Prowadzenie biblioteki',
  },
} as const

const done: Readonly<Record<string, string>> = {
  dodano: 'Materiał jest w bibliotece.',
  poprawiono: 'Zmiany zostały zapisane.',
  wycofano: 'Materiał jest wycofany.',
  dolaczono: 'Plik jest dołączony.',
  przywrocono: 'Materiał znów jest w bibliotece.',
}

/** What was just done, by the code in the address. */
export const libraryDone = (code = ''): string | undefined =>
  Object.hasOwn(done, code) ? done[code] : undefined

export const libraryActionNames = {
  'library.list': 'biblioteka województwa',
  'library.read': 'materiał biblioteki',
  'library.add': 'dodanie do biblioteki',
  'library.correct': 'poprawienie w bibliotece',
  'library.attach': 'dołączenie pliku w bibliotece',
  'library.openFile': 'plik z biblioteki',
  'library.withdraw': 'wycofanie z biblioteki',
  'library.restore': 'przywrócenie do biblioteki',
} as const
