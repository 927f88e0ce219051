import { type PluralForms, plural, pluralForm } from '@/lib/format/plural'

const days: PluralForms = { one: 'dzień', few: 'dni', many: 'dni' }
const left: PluralForms = { one: 'został', few: 'zostały', many: 'zostało' }
const cases: PluralForms = { one: 'otwarta sprawa', few: 'otwarte sprawy', many: 'otwartych spraw' }
const services: PluralForms = { one: 'usługa', few: 'usługi', many: 'usług' }
const inTeams: PluralForms = { one: 'zespół', few: 'zespoły', many: 'zespołów' }
const institutions: PluralForms = { one: 'instytucja', few: 'instytucje', many: 'instytucji' }
const questions: PluralForms = { one: 'pytanie', few: 'pytania', many: 'pytań' }
const answers: PluralForms = { one: 'odpowiedź', few: 'odpowiedzi', many: 'odpowiedzi' }

const stillMore = (n: number): string => `i jeszcze ${n}`

/** Words of the team's board. */
export const boardMessages = {
  title: 'Sprawy zespołu',
  refer: 'Zgłoś rodzinę',
  openCases: (n: number) => plural(n, cases),
  stillMore,
  desk: {
    decisions: (n: number) =>
      pluralForm(n, { one: 'sprawa do decyzji', few: 'sprawy do decyzji', many: 'spraw do decyzji' }),
    noDecisions: 'Nic nie czeka na decyzję.',
    late: 'po terminie',
    noLate: 'Nic nie jest po terminie.',
    questions: (n: number) =>
      pluralForm(n, {
        one: 'pytanie u instytucji',
        few: 'pytania u instytucji',
        many: 'pytań u instytucji',
      }),
    noQuestions: 'Nikt nie jest winien odpowiedzi.',
    longest: 'najdłużej:',
    limit: (n: number) => `termin odpowiedzi to ${plural(n, days)}`,
    who: 'Kto nie odpowiedział',
    dueOn: (on: string) => `termin ${on}`,
    wasDue: (on: string) => `miało być do ${on}`,
    answerDue: (on: string) => `odpowiedź miała być do ${on}`,
    leads: (who: string) => `prowadzi ${who}`,
    noTerm: 'bez terminu',
  },
  turns: {
    screen: 'nowe zgłoszenie, do rozpoczęcia kwalifikacji',
    propose: 'kwalifikacja, do propozycji koordynatora zespołu',
    appoint: 'przyjęta, do wskazania koordynatora rodziny',
    decide: {
      qualify: 'koordynator proponuje przyjąć, decyduje lider',
      reject: 'koordynator proponuje odmówić, decyduje lider',
      redirect: 'koordynator proponuje przekierować, decyduje lider',
    },
    approve: 'plan podpisany przez rodzinę, do zatwierdzenia',
    close: 'ewaluacja gotowa, lider kończy współpracę',
  },
  lanes: {
    title: 'Sprawy według etapu',
    all: 'Wszystkie sprawy',
    empty: 'nikogo',
    names: {
      intake: 'Zgłoszenie',
      consent: 'Zgoda',
      diagnosis: 'Diagnoza',
      plan: 'Plan',
      work: 'Realizacja',
      evaluation: 'Ewaluacja',
    },
    late: (on: string) => `po terminie od ${on}`,
    lateAnswers: (n: number) => `${plural(n, answers)} po terminie`,
    proposal: { qualify: 'do przyjęcia', reject: 'do odmowy', redirect: 'do przekierowania' },
    fresh: (since: string) => `nowe, od ${since}`,
    screening: (due: string | null) => (due ? `kwalifikacja do ${due}` : 'kwalifikacja'),
    appoint: (due: string | null) => (due ? `koordynator do ${due}` : 'wskazać koordynatora'),
    approve: 'plan do zatwierdzenia',
    close: 'do zakończenia',
    waiting: (n: number) =>
      pluralForm(n, {
        one: 'czeka 1 odpowiedź',
        few: `czekają ${n} odpowiedzi`,
        many: `czeka ${n} odpowiedzi`,
      }),
    suspended: (on: string | null) => (on ? `wstrzymana, przegląd ${on}` : 'wstrzymana'),
    dueOn: (on: string) => `termin ${on}`,
    since: (on: string) => `od ${on}`,
  },
  silence: {
    title: 'Kto jeszcze nie odpowiedział',
    lead: 'Pasek to dni od pytania, kreska to termin odpowiedzi, kratka to zwłoka.',
    caption: 'Instytucje, które nie odpowiedziały',
    institution: 'Instytucja',
    count: 'Pytań',
    about: 'O co pytamy',
    how: 'Jak długo',
    within: (waited: number, rest: number) =>
      rest === 0
        ? `${plural(waited, days)}, dziś mija termin`
        : `${plural(waited, days)}, ${pluralForm(rest, left)} ${rest}`,
    over: (waited: number, after: number) => `${plural(waited, days)}, ${after} po terminie`,
    rule: 'Nikt nie przyjmuje milczeniem: po terminie pytanie widzi osoba decyzyjna instytucji, potem lider zespołu.',
    empty: 'Wszystkie instytucje odpowiedziały',
    emptyText: 'Gdy koordynator rodziny zapyta instytucję o usługę, tutaj będzie widać, jak długo czeka.',
  },
  agenda: {
    title: 'Na najbliższe spotkanie',
    lead: 'Układa się sama z tego, co czeka na cały zespół. Bez nazwisk rodzin.',
    empty: 'Dziś nic nie wymaga rozmowy całego zespołu.',
    silence: (name: string, days_: number) => `${name} nie odpowiada od ${plural(days_, days)}`,
    silenceNote: (n: number) => `${plural(n, questions)} bez odpowiedzi`,
    decide: 'Decyzja o zgłoszeniu',
    late: (stage: string) => `${stage}: sprawa po terminie`,
    agreement: (on: string) => `Porozumienie wygasa ${on}`,
    agreementNote: 'potem nie można zgłaszać nowych rodzin',
    case: (number: string) => `sprawa ${number}`,
  },
  empty: {
    title: 'Zespół nie prowadzi jeszcze żadnej sprawy',
    text: 'Sprawa pojawi się tutaj, gdy instytucja zespołu zgłosi rodzinę.',
  },
} as const

/** Words of the powiat's work list. */
export const powiatMessages = {
  title: (institution: string) => `Praca w zespołach: ${institution}`,
  metaTitle: 'Lista pracy',
  lead: (working: number, forming: number, n: number) =>
    [
      `${plural(working, inTeams)} ${pluralForm(working, { one: 'działa', few: 'działają', many: 'działa' })}`,
      forming > 0
        ? `${forming} ${pluralForm(forming, { one: 'powstaje', few: 'powstają', many: 'powstaje' })}`
        : null,
      `${plural(n, cases)} z naszym udziałem.`,
    ]
      .filter(Boolean)
      .join(', '),
  teams: 'Zespoły powiatu',
  allTeams: 'Wszystkie zespoły',
  allNote: 'spraw z naszym udziałem',
  institutions: (n: number) => plural(n, institutions),
  forming: 'powstaje',
  waits: (n: number) =>
    pluralForm(n, { one: '1 czeka na nas', few: `${n} czekają na nas`, many: `${n} czeka na nas` }),
  late: (n: number) => `${n} po terminie`,
  todo: 'Co jest do zrobienia',
  filter: 'Które sprawy',
  filters: { wszystko: 'Wszystko', late: 'Po terminie', ours: 'Czeka na nas', others: 'Czeka na innych' },
  counted: (label: string, n: number) => `${label} (${n})`,
  caption: 'Lista pracy nad sprawami zespołów',
  columns: { case: 'Sprawa', team: 'Zespół', what: 'Co', since: 'Od kiedy', due: 'Termin', act: 'Zrób' },
  teamMatter: 'Sprawa zespołu',
  what: {
    answer: (service: string) => `Odpowiedzieć: ${service}`,
    deliver: (service: string) => `Odnotować: ${service}`,
    counter: (service: string) => `Koordynator rozważa naszą zmianę: ${service}`,
    lateCase: (stage: string) => `${stage}: etap po terminie`,
    sign: 'Podpisać porozumienie zespołu',
  },
  act: {
    answer: 'Odpowiedz',
    deliver: 'Odnotuj',
    counter: 'Zobacz',
    lateCase: 'Zobacz',
    sign: 'Otwórz',
    see: 'Zobacz',
  },
  sinceDays: (on: string, n: number) => `${on}, ${plural(n, days)}`,
  withCoordinator: 'u koordynatora',
  empty: 'Nic nie czeka',
  emptyText: 'Gdy zespół zapyta nas o usługę albo coś się spóźni, pojawi się tutaj.',
  emptyFilter: 'W tym widoku nie ma nic do zrobienia.',
  loads: 'Kto ile prowadzi',
  nobody: 'Nikogo jeszcze nie wskazano',
  load: (n: number, teams: number, late: number) =>
    `${plural(n, services)}, ${plural(teams, inTeams)}${late > 0 ? `, ${late} po terminie` : ''}`,
} as const
