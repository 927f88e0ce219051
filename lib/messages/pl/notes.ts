import { formatDate, type IsoDate } from '@/lib/format/dates'
import { plural } from '@/lib/format/plural'

type Kind = 'note' | 'phone' | 'visit' | 'talk' | 'message' | 'attempt'
type Level = 'exists' | 'summary' | 'full'

/** Kinds of notes and contacts. */
export const noteKindNames: Record<Kind, string> = {
  visit: 'Wizyta w domu',
  phone: 'Rozmowa telefoniczna',
  talk: 'Rozmowa w instytucji',
  message: 'Wiadomość lub list',
  attempt: 'Nie zastano rodziny',
  note: 'Notatka',
}

/** Short words of the same, for the form on a phone. */
export const noteKindShort: Record<Kind, string> = {
  visit: 'wizyta',
  phone: 'telefon',
  talk: 'rozmowa',
  message: 'wiadomość',
  attempt: 'nie zastano',
  note: 'notatka',
}

export const levelNames: Record<Level, string> = {
  exists: 'tylko to, że jest',
  summary: 'streszczenie',
  full: 'całość',
}

export const participationNames = {
  attended: 'bierze udział',
  partly: 'bierze udział częściowo',
  absent: 'nie bierze udziału',
} as const

export const recommendationNames = {
  continue: 'kontynuować',
  moreOften: 'spotykać się częściej',
  otherSpecialist: 'skierować do innego specjalisty',
  teamMeeting: 'omówić na spotkaniu zespołu',
  finish: 'można zakończyć',
  none: 'bez zaleceń',
} as const

export const noteMessages = {
  title: 'Notatki i kontakty',
  tab: 'Notatki',
  lead: 'Co kto zobaczył, usłyszał i ustalił. Każdy wpis widzą tylko instytucje, którym rodzina pozwoliła na tę kategorię danych.',
  add: 'Zapisz kontakt',
  empty: 'Nie ma tu jeszcze żadnego wpisu',
  emptyText: 'Telefon, wizytę albo notatkę zapisuje się w pół minuty, także z telefonu.',
  saved: 'Wpis zapisany.',
  dropped: 'Szkic usunięty.',
  removedNow: 'Wpis wycofany. Inni widzą tylko, że był.',
  shown: (n: number) =>
    plural(n, { one: 'wpis na tej stronie', few: 'wpisy na tej stronie', many: 'wpisów na tej stronie' }),
  about: (persons: readonly string[], whole: boolean) =>
    whole ? 'cała rodzina' : persons.length === 0 ? 'osoba z rodziny' : persons.join(', '),
  next: (on: IsoDate) => `Następny kontakt: ${formatDate(on)}`,
  corrected: 'poprawiona',
  removed: 'wycofana przez autora',
  onlyExists: 'Ta instytucja wie tylko, że wpis jest.',
  onlySummary: 'Ta instytucja widzi streszczenie.',
  noSummary: 'Autor nie podał streszczenia.',
  takesPart: (how: string) => `Udział: ${how}.`,
  advises: (what: string) => `Zalecenie: ${what}.`,
  form: {
    title: 'Zapisz kontakt lub notatkę',
    kind: 'Co to było?',
    who: 'Z kim albo o kim?',
    whoHint: 'Bez zaznaczenia: cała rodzina.',
    body: 'Co się działo, co ustalono?',
    bodyHint: 'Tylko to, co potrzebne do wspólnej pracy.',
    nextOn: 'Następny kontakt',
    more: 'Data, streszczenie i kto ile zobaczy',
    heldOn: 'Kiedy',
    category: 'Kategoria danych',
    categoryHint: 'Wpis zobaczą tylko ci, którym rodzina otworzyła tę kategorię.',
    summary: 'Streszczenie',
    summaryHint: 'Jedno zdanie dla instytucji, które nie widzą całości.',
    levels: 'Kto ile zobaczy',
    levelsLead:
      'Zgoda rodziny na kategorię otwiera całość, przy danych szczególnie chronionych streszczenie. Bez zgody instytucja nie widzi nic, także tego, że wpis jest.',
    byConsent: 'jak wynika ze zgody',
    participation: 'Czy osoba bierze udział?',
    recommendation: 'Zalecenie',
    secret:
      'Pani/Pana zawód obowiązuje tajemnica. Zapisuje się tylko udział i zalecenie, bez treści rozmów i bez opisu stanu zdrowia.',
    submit: 'Zapisz',
    closed: 'Sprawa jest zamknięta',
    closedText: 'Nowych wpisów nie można już dodać. Dotychczasowe są nadal na liście.',
    back: 'Wróć do notatek',
    draft: 'To jest Pani/Pana szkic. Nikt inny go nie widzi.',
    drop: 'Usuń szkic',
    keep: 'Zapisz szkic',
  },
  one: {
    who: 'Kto ile widzi',
    institution: 'Instytucja',
    sees: 'Widzi teraz',
    nothing: 'nic, brak zgody',
    set: 'Zmień',
    setLabel: (institution: string) => `Ile zobaczy ${institution}`,
    setButton: 'Zapisz, kto ile zobaczy',
    setDone: 'Zapisano, kto ile zobaczy.',
    nobody: 'Poza instytucją prowadzącą i Pani/Pana instytucją nikt więcej nie pracuje z tą rodziną.',
    correct: 'Popraw',
    correctButton: 'Zapisz poprawkę',
    correctHint: 'Poprzednia treść zostaje jako wcześniejsza wersja.',
    versions: 'Wcześniejsze wersje',
    version: (no: number, until: string) => `Wersja ${no}, do ${until}`,
    noWords: 'bez treści',
    remove: 'Wycofaj wpis',
    removeText:
      'Wpis zrobiony przez pomyłkę można wycofać. Treść zostaje tylko dla autora, inni widzą, że był.',
    removeButton: 'Wycofaj wpis',
  },
} as const

export const noteFieldErrors = {
  noteSecret: 'Zawód z tajemnicą zawodową zapisuje tylko udział i zalecenie.',
  noteNoGrant: 'Rodzina nie pozwoliła tej instytucji na tę kategorię: nie można pokazać nic więcej.',
}
