import { formatDate, type IsoDate } from '@/lib/format/dates'

/** What a goal lacks, in words. */
const measures = {
  indicator: 'po czym poznamy',
  baseline: 'jak jest teraz',
  target: 'jak ma być',
  dueOn: 'do kiedy',
} as const

/** The scale of goal attainment, each level in words; the key is the level. */
export const goalLevelWords: Readonly<Record<'-2' | '-1' | '0' | '1' | '2', string>> = {
  '-2': 'Tak jak na początku albo gorzej',
  '-1': 'Bliżej celu, ale jeszcze nie',
  '0': 'Tak, jak uzgodniono: cel osiągnięty',
  '1': 'Lepiej, niż uzgodniono',
  '2': 'Dużo lepiej, niż uzgodniono',
}

export const attainmentWords: Readonly<Record<string, string>> = {
  achieved: 'osiągnięty',
  partly: 'częściowo',
  not: 'nieosiągnięty',
}

/** A goal with the family: what should be different, how it goes, and apart from that what is done for it. */
export const goalMessages = {
  title: 'Cele',
  lead: 'Do czego dążymy z rodziną i po czym poznamy, że się udało.',
  empty: 'Nie ma jeszcze żadnego celu.',
  add: 'Dodaj cel',
  name: 'Cel',
  nameHint: 'Konkretnie, na przykład: obcy rozumieją Stasia do czerwca.',
  familyWords: 'Jak mówi o tym rodzina',
  familyWordsHint: 'Jej własnymi słowami.',
  says: (words: string) => `„${words}”`,
  whose: 'Kogo dotyczy',
  everybody: 'całej rodziny',
  indicator: 'Po czym poznamy',
  indicatorHint: 'Co policzymy albo zobaczymy, na przykład: godziny nieusprawiedliwione w miesiącu.',
  baseline: 'Jak jest teraz',
  target: 'Jak ma być',
  valueHint: 'Liczba albo krótki opis.',
  unit: 'W czym liczymy',
  unitHint: 'Na przykład: godziny, raty, dni w tygodniu. Przy opisie można zostawić puste.',
  due: 'Do kiedy',
  needs: 'Na które potrzeby odpowiada',
  strengths: 'Na czym się opiera',
  strengthsHint: 'Mocne strony z diagnozy, które pomogą dojść do celu.',
  more: 'Miernik, stan obecny i termin',
  moreLead: 'Można uzupełnić później, najdalej przed przekazaniem planu do podpisu.',
  mend: 'Zmień cel',
  save: 'Zapisz cel',
  drop: 'Zrezygnuj z celu',
  reason: 'Dlaczego',
  noLine: 'Ten cel nie ma jeszcze żadnej usługi.',
  addLine: 'Dodaj usługę',
  loose: 'Usługi bez celu',
  looseText: 'Te usługi nie należą do żadnego celu. Nie wstrzymują planu, ale nie będzie widać, czemu służą.',
  measures,
  missing: (keys: readonly (keyof typeof measures)[]) =>
    `Do uzupełnienia: ${keys.map((key) => measures[key]).join(', ')}.`,
  with: (value: string, unit: string | null) => (unit ? `${value} (${unit})` : value),
  way: 'Jest → ma być',
  strengthEnded: (body: string) => `${body} (już nie)`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  differs: {
    title: 'Tu rodzina widzi inaczej niż zespół',
    lead: 'Obie oceny są ważne. To dobry początek rozmowy o celach.',
    line: (area: string, team: number, family: number) =>
      `${area}: zespół ${team}, rodzina ${family} (skala od 0 do 4)`,
  },
  result: {
    title: 'Wynik',
    lead: 'Jak jest teraz. To, ile usług zrobiono, stoi osobno niżej.',
    none: 'Nikt jeszcze nie zapisał, jak jest.',
    team: 'Zespół',
    family: 'Rodzina',
    last: (on: IsoDate) => `Ostatnio, ${formatDate(on)}`,
    open: 'Wynik celu',
    openOf: (goal: string) => `Wynik celu: ${goal}`,
    history: 'Kolejne zapisy',
    by: (name: string) => `zapisuje ${name}`,
    final: 'Zakończenie celu',
  },
  activity: {
    planned: 'Co robimy',
    title: 'Co zrobiono',
    lead: 'Usługi dla tego celu. Dużo zrobione nie znaczy jeszcze, że cel jest osiągnięty.',
    none: 'Ten cel nie ma jeszcze żadnej usługi.',
    done: (delivered: string, planned: string | null) =>
      planned ? `zrobiono ${delivered} z ${planned}` : `zrobiono ${delivered}`,
  },
  look: {
    title: 'Zapisz, jak jest',
    on: 'Kiedy',
    value: 'Jak jest',
    valueOf: (indicator: string, unit: string | null) =>
      unit ? `Jak jest: ${indicator} (${unit})` : `Jak jest: ${indicator}`,
    question: 'Co jest najbliżej prawdy?',
    caption: 'Jak jest z celem, głos zespołu i głos rodziny',
    team: 'Zespół',
    family: 'Rodzina',
    none: 'Dziś bez oceny',
    note: 'Uwagi',
    save: 'Zapisz, jak jest',
    mend: 'Popraw',
    mendOf: (on: IsoDate) => `Popraw zapis z ${formatDate(on)}`,
    saveMend: 'Zapisz poprawkę',
  },
  finish: {
    title: 'Zakończ cel',
    lead: 'Cel przestaje być częścią kolejnych wersji planu. Jego wynik zostaje i trafi do ewaluacji.',
    button: 'Zakończ cel',
  },
  resume: { title: 'Wznów cel', lead: 'Cel wraca do planu i można go dalej oceniać.', button: 'Wznów cel' },
  ended: {
    title: 'Cele zakończone',
    line: (on: IsoDate, result: string) => `zakończony ${formatDate(on)}: ${result}`,
    family: (result: string) => `Rodzina: ${result}`,
  },
  page: {
    title: 'Cel',
    back: 'Wszystkie cele',
    measured: 'Jak mierzymy',
  },
  picture: {
    title: (goal: string) => `Droga od stanu początkowego do celu: ${goal}`,
    start: 'na początku',
    target: 'cel',
    twin: (words: readonly string[]) => words.join('; '),
    point: (on: IsoDate, value: string) => `${formatDate(on)}: ${value}`,
  },
  doneNotes: {
    zapis: 'Zapisano, jak jest.',
    poprawka: 'Zapis poprawiony.',
    koniec: 'Cel zakończony.',
    wznowienie: 'Cel znów jest częścią planu.',
  },
} as const

export const goalErrors: Record<string, (p: Readonly<Record<string, string | number>>) => string> = {
  'plan.measures': (p) =>
    `Tych celów nie da się jeszcze zmierzyć: ${p.names}. Proszę uzupełnić, po czym poznamy, jak jest teraz, jak ma być i do kiedy.`,
  'plan.goalEnded': () => 'Ten cel jest już zakończony. Żeby go zmienić, proszę go najpierw wznowić.',
}

export const goalFieldErrors: Record<string, string> = {
  goalUnchanged: 'Stan docelowy jest taki sam jak obecny. Co ma się zmienić?',
  goalPast: 'Ten dzień już minął. Proszę podać termin, który jest przed nami.',
  lookEmpty: 'Proszę wpisać, jak jest, albo zaznaczyć ocenę zespołu lub rodziny.',
  lookFinal: 'Tą oceną zakończono cel. Żeby ją zmienić, proszę najpierw wznowić cel.',
}
