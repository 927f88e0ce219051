import { formatDate, type IsoDate } from '@/lib/format/dates'
import { plural } from '@/lib/format/plural'
import { variantParts, versionWords } from '@/lib/messages/pl/variants'

const openCases = { one: 'otwarta sprawa', few: 'otwarte sprawy', many: 'otwartych spraw' }

type Version = Parameters<typeof versionWords.full>[0]
const versionOf = versionWords.full

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The page of the model that a team goes by. */
export const teamModelMessages = {
  title: 'Model zespołu',
  lead: 'Według czego pracuje ten zespół. Zespół zachowuje wersję, z którą zaczął, dopóki ktoś go nie przeniesie.',
  variant: 'Wariant',
  version: 'Wersja',
  versionOf,
  upperVersionOf: (version: Version) => upper(versionOf(version)),
  since: 'Od kiedy',
  sinceFounded: (on: IsoDate) => `od założenia zespołu, ${formatDate(on)}`,
  note: 'Co w niej nowego',
  newest: 'Nie ma nowszej wersji.',
  newerTitle: (version: Version) => `Jest już ${versionOf(version)}`,
  newerText: 'Ten zespół zachowuje dotychczasową, dopóki ktoś go nie przeniesie.',
  see: 'Zobacz, co się zmieni',
  seeOf: (version: Version) => `Zobacz, co się zmieni: ${versionOf(version)}`,
  says: 'Co mówi ten model',
  levels: 'Kto pracuje z rodziną',
  itself: 'Z rodziną pracuje sam zespół.',
  itselfWho: (team: string) => `${team}: strony, których pomocy ta rodzina potrzebuje.`,
  institutional: (team: string) => `Zespół instytucji: ${team}`,
  institutionalText:
    'Tworzą go instytucje, które podpisały porozumienie. Ustala zasady pracy, spotyka się w sprawach zespołu i nie zna z góry danych rodzin.',
  family: (team: string) => `Zespół przy rodzinie: ${team}`,
  familyText:
    'Powstaje dla każdej rodziny osobno, z osób i instytucji, na które rodzina się zgodziła. Uzgadnia z nią plan i usługi.',
  plan: 'Plan dla rodziny',
  core: 'Rdzeń zespołu',
  coreKinds: 'ośrodek pomocy społecznej albo centrum usług społecznych, powiatowe centrum pomocy rodzinie',
  required: 'Instytucje wymagane',
  recommended: 'Instytucje zalecane',
  noneRequired: 'poza rdzeniem żadne',
  noneRecommended: 'żadne',
  documents: 'Dodatkowe dokumenty',
  documentsNone: 'żadne',
  own: (term: string, standard: string) => `${term} (tak ustalił zespół; model: ${standard})`,
  terms: 'Terminy',
  showTerms: 'Pokaż terminy',
  termsLead: 'Termin ustalony przez zespół jest w osobnej kolumnie i ma pierwszeństwo.',
  areas: 'Obszary diagnozy',
  cases: 'Sprawy, które zachowują inną wersję',
  casesNone: 'Wszystkie otwarte sprawy zespołu prowadzone są według tej samej wersji co zespół.',
  casesSome: (shown: string) => {
    if (shown === 'hidden') return 'Część otwartych spraw zespołu zachowuje inną wersję.'
    if (shown === '<5') return 'Inną wersję zachowuje mniej niż 5 otwartych spraw zespołu.'
    return `Inną wersję zachowuje: ${plural(Number(shown), openCases)}.`
  },
  casesHow: 'Sprawa trzyma się wersji, z którą się zaczęła. Na inną przenosi się ją na stronie sprawy.',
  other: 'Inne wersje',
  otherLead: 'Najpierw widać, co się zmieni. Zespół przechodzi dopiero po potwierdzeniu.',
  changes: (from: Version, to: Version) => `Co się zmieni: ${versionOf(from)} → ${versionOf(to)}`,
  changesLead: (own: number) =>
    own === 0
      ? 'Sprawy zostają przy swojej wersji.'
      : 'Terminy, które zespół ustalił sam, zostają bez zmian. Sprawy zostają przy swojej wersji.',
  lacks: (kinds: readonly string[]) =>
    `Ta wersja wymaga instytucji, których w zespole nie ma: ${kinds.join(', ')}. Zespół pracuje dalej, ale region zobaczy go jako niepełny.`,
  move: (version: Version) => `Przenieś zespół: ${versionOf(version)}`,
  reason: 'Dlaczego zespół przechodzi na tę wersję',
  told: 'Liderzy i przedstawiciele stron dostaną powiadomienie.',
  done: 'Zespół pracuje teraz według wybranej wersji. Liderzy i przedstawiciele stron dostali powiadomienie.',
  back: 'Nie przenoś',
  history: 'Zmiany wersji',
  moved: ({ from, to }: { from: number | null; to: number | null }) =>
    `Zespół przeszedł: ${versionWords.moved(from, to)}`,
  neededFor: (steps: readonly (keyof typeof variantParts.steps)[]) =>
    `Potrzebne do kroku: ${steps.map((step) => variantParts.steps[step].toLowerCase()).join(', ')}`,
  orderNote: 'Wymaga go model tego województwa. Podpisuje wójt, burmistrz albo prezydent miasta.',
} as const
