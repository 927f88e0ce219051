/** One person recorded twice by one unit. */
export const duplicateMessages = {
  title: 'Ta sama osoba zapisana dwa razy',
  lead: 'Podpowiadamy tylko wśród osób, których dane i tak Pani/Pan widzi. Połączenie niczego nie zmienia w zapisach i można je cofnąć.',
  link: 'Czy ktoś z tej rodziny jest zapisany dwa razy?',
  back: 'Rodzina',
  done: {
    polaczono: 'Połączono. W wyszukiwaniu i przy nowych sprawach to teraz jedna osoba.',
    rodziny: 'Połączono. Każda ze spraw pokazuje teraz drugą; historia obu zostaje.',
    cofnieto: 'Połączenie cofnięte. Wszystko jest tak jak przedtem.',
  },
  twins: {
    title: 'Być może ta sama osoba',
    empty: 'Nie znaleziono nikogo takiego.',
    pair: (name: string, twin: string) => `${name} i ${twin}`,
    by: { pesel: 'ten sam numer PESEL', name: 'to samo imię, nazwisko i data urodzenia' },
    born: (on: string) => `data urodzenia ${on}`,
    cases: (numbers: string) => `Drugi zapis jest w sprawie: ${numbers}`,
    here: 'Oba zapisy są w tej sprawie. Jeden z nich trzeba usunąć w „Rodzinie”.',
    keep: 'Który zapis zostaje główny',
    keepThis: 'zapis z tej sprawy',
    keepTwin: 'drugi zapis',
    reason: 'Skąd wiadomo, że to ta sama osoba',
    submit: 'Połącz zapisy',
    form: (name: string) => `Połącz zapisy: ${name}`,
  },
  families: {
    title: 'Być może ta sama rodzina',
    linked: 'Ta sama rodzina',
    lead: 'Wynika to z połączonych zapisów osób. Dziecko bywa w dwóch domach, dlatego rozstrzyga człowiek. Obie sprawy i ich historia zostają.',
    persons: (names: readonly string[]) => `Wspólne osoby: ${names.join(', ')}`,
    cases: 'Sprawa drugiej rodziny:',
    keep: 'Który zapis rodziny jest główny',
    keepThis: 'rodzina z tej sprawy',
    keepTwin: (label: string) => `${label} (druga sprawa)`,
    reason: 'Skąd wiadomo, że to ta sama rodzina',
    submit: 'Połącz zapisy rodziny',
    form: (label: string) => `Połącz zapisy rodziny: ${label}`,
  },
  links: {
    title: 'Połączone zapisy',
    empty: 'Żadnych zapisów jeszcze nie połączono.',
    holds: 'połączone',
    undone: 'cofnięte',
    pair: (kept: string, other: string) => `${kept}; drugi zapis: ${other}`,
    by: (who: string, when: string) => `${who}, ${when}`,
    unlink: 'Cofnij połączenie',
    reason: 'Dlaczego',
    form: (name: string) => `Cofnij połączenie: ${name}`,
    somebody: 'ktoś z tej instytucji',
  },
} as const

export const duplicateErrors: Record<string, () => string> = {
  linkedAlready: () => 'Jeden z tych zapisów jest już połączony. Najpierw proszę cofnąć tamto połączenie.',
}

export const duplicateFieldErrors: Record<string, string> = {
  bothInCase: 'Oba zapisy są w tej sprawie: proszę usunąć jeden z nich w „Rodzinie”.',
}
