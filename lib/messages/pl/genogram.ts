import { plural } from '@/lib/format/plural'

const people = { one: 'osoba', few: 'osoby', many: 'osób' }

/** Words inside the genogram, beside it and in its sentences. Names stay in the nominative: nobody bends them wrongly. */
export const genogramMessages = {
  title: 'Genogram',
  lead: 'Rysuje się z relacji zapisanych w tej sprawie.',
  empty: 'Nikogo tu jeszcze nie zapisano.',
  picture: (n: number) => `Genogram: ${plural(n, people)}. Ten sam genogram w zdaniach stoi pod rysunkiem.`,
  box: 'Genogram, można przewijać w bok',
  twin: 'Ten sam genogram w zdaniach',
  key: 'Znaki na rysunku',
  keys: [
    'Koło: kobieta. Kwadrat: mężczyzna. Romb: płci nie zapisano.',
    'Podwójny kontur: osoba główna. Przekreślenie: osoba nie żyje. Przerywany kontur: osoba jest już poza sprawą.',
    'Linia między dwiema osobami: para. Przerywana i dwa razy przecięta: dawna para. Kropkowana: rodzice wspólnego dziecka, o których nic więcej nie zapisano.',
    'Linia ciągła w dół: rodzic i dziecko. Kreskowana w dół: piecza zastępcza, opieka prawna, macocha lub ojczym albo babcia lub dziadek bez rodzica na rysunku.',
    'Linia nad głowami: rodzeństwo, którego rodziców nie ma na rysunku. Kreskowana: przyrodnie.',
    'Obwódka z kropek: mieszkają razem.',
  ],
  died: (year: string) => `zm. ${year}`,
  away: 'poza sprawą',
  facts: {
    died: (date: string) => `zm. ${date}`,
    diedAged: (date: string, age: string) => `zm. ${date} w wieku: ${age}`,
    left: (date: string) => `poza sprawą od ${date}`,
    main: 'osoba główna',
  },
  and: ' i ',
  of: {
    parents: 'Rodzice',
    parent: 'Rodzic',
    children: 'Dzieci',
    couple: 'Para',
    formerCouple: 'Dawna para',
    siblings: 'Rodzeństwo',
    halfSiblings: 'Rodzeństwo przyrodnie',
    stepparent: 'Macocha lub ojczym',
    fosterCarer: 'Rodzic zastępczy',
    grandparent: 'Babcia lub dziadek',
    guardian: 'Opiekun prawny',
  },
  period: {
    from: (date: string) => `od ${date}`,
    to: (date: string) => `do ${date}`,
    fromTo: (from: string, to: string) => `od ${from} do ${to}`,
    ended: 'zakończone',
  },
  together: 'Mieszkają razem',
  apart: 'Mieszkają osobno',
} as const

/** Words of the forms for relations. */
export const relationMessages = {
  title: 'Relacje między osobami',
  lead: 'To, co wynika z pola „kim jest w rodzinie” i z opiekunów, jest tu już bez wpisywania. Dopisać trzeba tylko resztę: drugiego rodzica, daty, rozstanie.',
  add: 'Zapisz relację',
  first: 'Kto',
  kind: 'Kim jest',
  second: 'Dla kogo',
  /** read as a sentence: who, what, for whom */
  kinds: {
    parent: 'rodzic',
    partner: 'małżonek lub partner',
    sibling: 'brat lub siostra',
    halfSibling: 'przyrodni brat lub siostra',
    stepparent: 'macocha lub ojczym',
    fosterCarer: 'rodzic zastępczy',
    grandparent: 'babcia lub dziadek',
    guardian: 'opiekun prawny',
  },
  startsOn: 'Od kiedy',
  endsOn: 'Do kiedy',
  dates: 'Daty i zakończenie',
  ended: 'Już się skończyło',
  endedHint: 'Na przykład rozstanie albo rozwód, gdy daty nie ma.',
  entered: 'Zapisane',
  mend: 'Popraw daty lub zakończ',
  mendOf: (relation: string) => `Popraw daty lub zakończ: ${relation}`,
  save: 'Zapisz daty',
  remove: 'Wpisano przez pomyłkę: usuń',
  removeOf: (relation: string) => `Usuń relację: ${relation}`,
  removeNote: 'Potem znowu liczy się to, co wynika z pola „kim jest w rodzinie”.',
} as const
