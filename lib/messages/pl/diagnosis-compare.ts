import { formatDate, type IsoDate } from '@/lib/format/dates'

const kinds: Readonly<Record<string, string>> = {
  start: 'Na początku',
  mid: 'W trakcie',
  end: 'Na koniec',
}

/** Rounds of a diagnosis side by side. */
export const compareMessages = {
  title: 'Porównanie ocen',
  open: 'Porównaj oceny',
  lead: 'Te same obszary w kolejnych ocenach, głos zespołu i głos rodziny obok siebie.',
  back: 'Diagnoza',
  one: 'Jest dopiero jedna ocena',
  oneText: 'Porównanie pojawi się, gdy obszary zostaną ocenione drugi raz.',
  kind: (kind: string): string => kinds[kind] ?? kind,
  round: (kind: string, on: IsoDate) => `${kinds[kind] ?? kind}, ${formatDate(on)}`,
  roundNo: (no: number, kind: string, on: IsoDate) => `${no}. ${kinds[kind] ?? kind}, ${formatDate(on)}`,
  from: 'Ocena wcześniejsza',
  to: 'Ocena późniejsza',
  compare: 'Porównaj',
  all: 'Wszystkie oceny obok siebie',
  two: 'Dwie wybrane oceny',
  picture: 'Obraz obszarów',
  table: 'Obszar po obszarze',
  caption: (voices: string) => `Oceny obszarów: ${voices}`,
  area: 'Obszar',
  team: 'Zespół',
  family: 'Rodzina',
  change: 'Zmiana',
  teamChange: (words: string) => `zespół: ${words}`,
  familyChange: (words: string) => `rodzina: ${words}`,
  none: 'nie oceniono',
  notApplicable: 'nie dotyczy',
  score: (score: number, level: string | undefined) => (level ? `${score}. ${level}` : String(score)),
  voice: 'Co mówiła rodzina',
  strengths: {
    title: 'Mocne strony',
    came: 'Przybyły',
    went: 'Już ich nie ma',
    stays: 'Są nadal',
    none: 'Między tymi ocenami nic się tu nie zmieniło.',
  },
  needs: {
    title: 'Potrzeby',
    came: 'Przybyły',
    went: 'Zakończone',
    stays: 'Trwają',
    none: 'Między tymi ocenami nic się tu nie zmieniło.',
  },
  of: (text: string, person: string | null) => (person ? `${text} (${person})` : text),
  because: (text: string, reason: string) => `${text}: ${reason}`,
} as const
