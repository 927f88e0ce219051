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
  film: {
    title: 'Plik filmu',
    first: 'Dołącz plik filmu',
    next: 'Dołącz nową wersję filmu',
    missing:
      'Ten film nie ma jeszcze pliku ani adresu, więc widzą go tylko osoby, które prowadzą bibliotekę.',
    hint: (megabytes: number) =>
      `MP4 albo WebM, najwyżej ${megabytes}\u00a0MB. Kolejny plik jest nową wersją: poprzednie zostają.`,
    wait: 'Przesyłanie większego filmu trwa kilka minut. Proszę nie zamykać tej karty.',
    sent: (percent: number) => `Wysłano ${percent}%`,
    keeping: 'Film dotarł, zapisujemy go…',
    sending: 'Wysyłamy…',
    submit: 'Wyślij film',
    stop: 'Przerwij',
    back: 'Wróć do materiału',
    stopped: 'Przesyłanie przerwane. Nic nie zostało zapisane.',
    transcript: 'Opis tekstowy filmu',
    captions: 'Napisy',
    attachCaptions: 'Dołącz napisy',
    captionsLanguage: 'Polskie',
    player: (title: string) => `Film: ${title}`,
  },
  withdrawnText: (day: string, reason: string) => `Wycofane ${day}. ${reason}`,
  form: {
    newTitle: 'Dodaj do biblioteki',
    name: 'Tytuł',
    description: 'Opis',
    descriptionHint:
      'Dla kogo jest i do czego się przyda. W dobrej praktyce: co zrobiono i co to dało, bez danych rodzin.',
    link: 'Adres strony',
    linkHint:
      'Wystarczy adres albo plik. Plik filmu dołącza się w następnym kroku. Dobra praktyka może być opisana samymi słowami.',
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
    transcript: 'Opis tekstowy filmu',
    transcriptHint:
      'Co w filmie widać i słychać, najlepiej słowo po słowie. Potrzebny, gdy film jest plikiem: dla osób, które nie słyszą albo nie widzą, i dla tych, które nie mogą teraz odtwarzać dźwięku.',
  },
} as const

const done: Readonly<Record<string, string>> = {
  dodano: 'Materiał jest w bibliotece.',
  poprawiono: 'Zmiany zostały zapisane.',
  wycofano: 'Materiał jest wycofany.',
  film: 'Film jest w bibliotece.',
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
  'library.filmPlace': 'miejsce na film w bibliotece',
  'library.attachFilm': 'dołączenie filmu w bibliotece',
  'library.openFilm': 'film z biblioteki',
  'library.withdraw': 'wycofanie z biblioteki',
  'library.restore': 'przywrócenie do biblioteki',
} as const
