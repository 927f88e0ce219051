import { formatDate, formatInstant, type IsoDate } from '@/lib/format/dates'
import { plural } from '@/lib/format/plural'

const openCases = { one: 'otwarta sprawa', few: 'otwarte sprawy', many: 'otwartych spraw' }
const closedCases = { one: 'zakończona sprawa', few: 'zakończone sprawy', many: 'zakończonych spraw' }
const tasks = { one: 'otwarte zadanie', few: 'otwarte zadania', many: 'otwartych zadań' }
const meetings = { one: 'planowane spotkanie', few: 'planowane spotkania', many: 'planowanych spotkań' }

/** Two live teams of one variant become one. */
export const joiningMessages = {
  title: 'Połączenie z innym zespołem',
  link: 'Połącz z innym zespołem',
  linkLead: 'Gdy gminy się łączą albo dwa zespoły mają pracować jako jeden.',
  lead: 'Jeden zespół się kończy, a jego instytucje i sprawy przechodzą do drugiego. Najpierw widać, co się stanie. Dzieje się to dopiero za zgodą liderów obu zespołów.',
  back: 'Wróć do zespołu',
  closed: 'Połączyć można tylko zespół czynny albo zawieszony.',
  none: 'W województwie nie ma drugiego czynnego zespołu w tym wariancie.',
  choose: 'Zespół, który zostaje',
  chooseHint: 'Najpierw zespoły z tego powiatu.',
  show: 'Pokaż, co się stanie',
  plan: (team: string, into: string) => `${team} kończy się, zostaje ${into}`,
  terms: {
    accede: 'Przystąpią aneksem',
    both: 'Są już w obu zespołach',
    stay: 'Nie przystąpią (bez podpisu albo zlikwidowane)',
    offices: 'Liderzy i koordynator',
    cases: 'Sprawy rodzin',
    lines: 'Usługi i odpowiedzi',
    drafts: 'Zgłoszenia robocze',
    tasks: 'Zadania zespołu',
    meetings: 'Spotkania zespołu',
    folder: 'Teczka zespołu, który się kończy',
  },
  nobody: 'nikt',
  both: (names: readonly string[]) => `${names.join(', ')}: zostaje ich dotychczasowe członkostwo`,
  accede: (names: readonly string[]) => `${names.join(', ')}: z przedstawicielami i zastępcami`,
  leaders: 'Liderami są liderzy zespołu, który zostaje.',
  passes: (names: readonly string[]) =>
    `Po połączeniu koordynuje go też: ${names.join(', ')}. Kto w jednostce prowadzącej koordynuje zespół, widzi wtedy sprawy obu zespołów; nikt w innej instytucji nie zobaczy więcej niż dotąd.`,
  stays: (names: readonly string[]) =>
    `Nie przechodzi: ${names.join(', ')} (inna jednostka). Czyta dalej teczkę zespołu, który się kończy.`,
  casesGo: (open: number, over: number) =>
    open + over === 0
      ? 'Nie ma sprawy, która by przeszła.'
      : `Przechodzi: ${plural(open, openCases)}, ${plural(over, closedCases)}. Jednostka, numer, zgody, koordynator rodziny i instytucje biorące udział zostają te same.`,
  casesStay: 'Zakończone sprawy innych jednostek zostają w teczce.',
  casesUntold:
    'Przechodzą sprawy jednostki, która prowadzi zespół, który zostaje: z tymi samymi zgodami i instytucjami. Ich liczbę widzi ta jednostka.',
  lines: 'Idą ze sprawą: pytania do instytucji, terminy i oczekujące decyzje zostają takie, jakie są.',
  drafts: 'Przechodzą; autor dostaje wiadomość, do którego zespołu należą.',
  tasks: (n: number) => (n === 0 ? 'Nie ma otwartych zadań.' : `Przechodzi: ${plural(n, tasks)}.`),
  meetings: (n: number) =>
    n === 0
      ? 'Nie ma planowanych spotkań. Odbyte zostają w teczce.'
      : `Do odwołania: ${plural(n, meetings)}. Odbyte zostają w teczce, z protokołami.`,
  folder:
    'Porozumienie, spotkania, protokoły, dokumenty i pytania zostają do czytania, z odnośnikiem do zespołu, który przejął pracę.',
  otherGmina:
    'Zespoły są w różnych gminach. Gmina zespołu, który się kończy, nie ma potem zespołu w tym wariancie, dopóki rejestr TERYT nie połączy gmin.',
  inTheWay: 'Najpierw do przekazania albo zakończenia',
  transfer: (number: string) => `Sprawa ${number}: przekaż`,
  hidden:
    'Widać tu tylko sprawy, do których ma Pani/Pan dostęp. Pozostałe przekazuje albo kończy jednostka, która je prowadzi.',
  form: 'Propozycja połączenia',
  signedOn: 'Data podpisania aneksów',
  signedOnHint: 'Jedna dla wszystkich instytucji, które przystępują.',
  signer: (party: string) => `Za ${party} podpisuje`,
  reason: 'Powód',
  reasonHint: 'Zostaje w historii obu zespołów.',
  report: 'Sprawozdanie końcowe zespołu, który się kończy',
  propose: 'Zaproponuj połączenie',
  who: 'Proponują liderzy zespołu, który się kończy, jego animator albo ROPS.',
  proposal: 'Propozycja czeka na zgodę',
  by: (name: string | null, at: Date) => [name, formatInstant(at)].filter(Boolean).join(', '),
  annexDay: (day: IsoDate) => `Aneksy z dnia ${formatDate(day)}.`,
  waits: 'Czeka na zgodę',
  side: (ends: boolean, role: 'lider_gminny' | 'lider_powiatowy') =>
    `${role === 'lider_gminny' ? 'lider gminny' : 'lider powiatowy'} zespołu, który ${ends ? 'się kończy' : 'zostaje'}`,
  agree: 'Zgadzam się na połączenie',
  drop: 'Nie zgadzam się',
  takeBack: 'Wycofaj propozycję',
  proposed: 'Propozycja czeka na zgodę liderów obu zespołów.',
  agreed: 'Zgoda zapisana.',
  ended: 'Zespół jest rozwiązany,',
  takenOver: 'Pracę przejął',
  waitsHere: ({ ends, asked }: { ends: boolean; asked: boolean }) =>
    `${ends ? 'Ten zespół ma się zakończyć i połączyć z innym' : 'Inny zespół ma się połączyć z tym'}. ${
      asked ? 'Propozycja czeka na Pani/Pana zgodę.' : 'Propozycja czeka na zgodę liderów.'
    }`,
  see: 'Zobacz propozycję',
  tookOver: (team: string | null) => `Zespół przejął pracę: ${team ?? 'inny zespół, który się zakończył'}`,
} as const

/** The same in the words of the access log. */
export const joiningActions = {
  'team.joining': 'połączenie zespołów: co się stanie',
  'team.proposeJoining': 'propozycja połączenia zespołów',
  'team.agreeToJoining': 'zgoda na połączenie zespołów',
  'team.dropJoining': 'wycofanie albo odrzucenie połączenia zespołów',
  'team.join': 'przejście sprawy do połączonego zespołu',
} as const
