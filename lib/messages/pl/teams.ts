import { formatDate, type IsoDate } from '@/lib/format/dates'
import { plural } from '@/lib/format/plural'
import { paperTitles } from '@/lib/messages/pl/papers'
import { teamWork } from '@/lib/messages/pl/team-work'

const institutions = { one: 'instytucja', few: 'instytucje', many: 'instytucji' }
const cases = { one: 'otwarta sprawa', few: 'otwarte sprawy', many: 'otwartych spraw' }
const teams = { one: 'zespół', few: 'zespoły', many: 'zespołów' }
const kinds = { one: 'rodzaj instytucji', few: 'rodzaje instytucji', many: 'rodzajów instytucji' }

export const teamName = (gmina: string): string => `Zespół ${gmina}`

/** "Animator gminny (lider gminny)": the variant's own word, and the one that stands in the rest of the product. */
export const officeName = (own: string | undefined, common: string): string =>
  own && own !== common ? `${own} (${common.toLowerCase()})` : common

type DraftWords = {
  readonly gmina: string
  readonly powiat: string
  readonly words: { team: string; familyTeam: string; plan: string }
  /** A family team of its own; else the team itself works with the family. */
  readonly twoLevels: boolean
  readonly coordinator: string
}

/** First words of an agreement, in those of the variant; a ROPS or the parties put their own text in its place. */
export const agreementDraft = ({ gmina, powiat, words, twoLevels, coordinator }: DraftWords): string =>
  [
    'POROZUMIENIE O WSPÓŁPRACY',
    `${words.team}: gmina ${gmina}, powiat ${powiat}`,
    '',
    '1. Strony postanawiają współpracować na rzecz rodzin i osób, którym pojedyncza instytucja nie jest w stanie pomóc własnymi środkami.',
    '2. Współpraca polega na wspólnej diagnozie z rodziną, uzgodnieniu planu i koszyka usług oraz jego realizacji przez strony zgodnie z ich zadaniami ustawowymi.',
    `3. ${twoLevels ? `Z jedną rodziną pracuje: ${words.familyTeam}.` : 'Z rodziną pracuje sam zespół: przedstawiciele tych stron, których pomocy rodzina potrzebuje.'} Ustalenia z rodziną zapisuje dokument: ${words.plan}.`,
    '4. Każda strona wskazuje przedstawiciela i zastępcę upoważnionych do podejmowania ustaleń w zespole.',
    `5. Pracę zespołu organizuje instytucja prowadząca, która wskazuje osobę w roli: ${coordinator}.`,
    '6. Strony są odrębnymi administratorami danych. Wymieniają tylko te dane, które obejmuje zgoda osoby albo podstawa prawna, i zachowują je w poufności.',
    '7. Przystąpienie i odejście strony następuje aneksem. Odchodząca strona przekazuje albo kończy usługi, które realizuje.',
    '8. Zasady pracy określa regulamin zespołu.',
  ].join('\n')

export const teamPeopleMessages = {
  representativeJob: 'przedstawiciel instytucji',
  representativeScope:
    'Udział w zespole kooperacji: dane rodzin w zakresie usług tej instytucji, objęte zgodą albo podstawą prawną.',
} as const

export const teamStatusNames = {
  initiated: 'Inicjowany',
  agreement: 'Porozumienie w podpisach',
  active: 'Aktywny',
  suspended: 'Zawieszony',
  dissolved: 'Rozwiązany',
} as const

/** Tone of a state: late, mine, wait, going, done, off as in the component kit. */
export const teamTones = {
  initiated: 'mine',
  agreement: 'wait',
  active: 'done',
  suspended: 'late',
  dissolved: 'off',
} as const

export const groupNames = {
  core: 'Rdzeń',
  required: 'Wymagane w tym województwie',
  frequent: 'Zwykle w zespole',
  optional: 'Pozostałe',
  noPersonalData: 'Bez dostępu do danych rodzin',
  support: 'Wsparcie z województwa',
} as const

type MissingWords = {
  parties: string
  opsSide: string
  powiatSide: string
  agreementText: string
  agreementDates: string
  signatures: (p: { have: number; need: number }) => string
  rules: string
  coordinator: string
  openCases: (p: { count: number }) => string
  kinds: (p: { names: readonly string[] }) => string
  documents: (p: { documents: readonly string[] }) => string
}

/** What is missing for the next step, in words. */
export const missingWords: MissingWords = {
  parties: 'W zespole muszą być co najmniej dwie instytucje.',
  opsSide: 'Brakuje instytucji gminnej: ośrodka pomocy społecznej albo centrum usług społecznych.',
  powiatSide: 'Brakuje instytucji powiatowej: powiatowego centrum pomocy rodzinie.',
  agreementText: 'Brakuje treści porozumienia.',
  agreementDates: 'Brakuje dat, od kiedy do kiedy porozumienie obowiązuje.',
  signatures: ({ have, need }) => `Podpisy stron: jest ${have} z ${need}.`,
  rules: 'Zespół nie przyjął jeszcze regulaminu.',
  coordinator: 'Nie ma koordynatora zespołu.',
  openCases: ({ count }) => `Zespół prowadzi jeszcze sprawy: ${plural(count, cases)}.`,
  kinds: ({ names }) => `Model tego województwa wymaga w zespole: ${names.join(', ')}.`,
  documents: ({ documents }) =>
    `Brakuje podpisanego skanu: ${documents.map((key) => (paperTitles as Readonly<Record<string, string>>)[key] ?? key).join(', ')}.`,
}

export const stepNames = {
  'team.sendAgreement': 'Wyślij porozumienie do podpisu',
  'team.activate': 'Uruchom zespół',
  'team.resume': 'Wznów pracę zespołu',
  'team.takeBack': 'Cofnij porozumienie do projektu',
  'team.giveUp': 'Zrezygnuj z tworzenia zespołu',
  'team.suspend': 'Zawieś zespół',
  'team.dissolve': 'Rozwiąż zespół',
} as const

export const teamMessages = {
  list: {
    title: 'Zespoły',
    lead: 'Zespoły kooperacji, które Pani/Pan widzi w tym miejscu pracy.',
    create: 'Nowy zespół',
    search: 'Nazwa gminy albo kod TERYT',
    statusFilter: 'Etap',
    all: 'Wszystkie',
    caption: 'Zespoły',
    columns: {
      name: 'Zespół',
      powiat: 'Powiat',
      status: 'Etap',
      variant: 'Wariant',
      parties: 'Instytucje',
      until: 'Porozumienie do',
    },
    parties: (n: number) => plural(n, institutions),
    signedOf: (signed: number, of: number) => `${signed} z ${of} podpisało`,
    expired: (on: IsoDate) => `wygasło ${formatDate(on)}`,
    shown: (n: number) => plural(n, teams),
    sorts: { name: 'według nazwy', changed: 'ostatnio zmieniane' },
    sortLabel: 'Kolejność',
    empty: 'Nie ma tu jeszcze żadnego zespołu',
    emptyCreate: 'Zespół zaczyna się od wyboru gminy. Powiat, wariant i instytucje podpowiemy.',
    emptyOther: 'Zespół pojawi się tutaj, gdy Pani/Pana instytucja do niego dołączy.',
    nothing: 'Nic nie pasuje do tego wyszukiwania',
    nothingText: 'Proszę spróbować krótszej nazwy albo zdjąć filtr.',
  },
  create: {
    title: 'Nowy zespół',
    lead: 'Trzy pytania. Resztę można uzupełnić później.',
    q1: '1. Która gmina?',
    gmina: 'Gmina',
    gminaHint: 'Nazwa albo kod TERYT, także bez polskich liter.',
    pick: 'Dalej',
    which: 'Pasujące gminy',
    none: 'Żadna gmina nie pasuje do tego wyszukiwania.',
    change: 'Zmień gminę',
    ownGminas: 'Gminy, którym służy Pani/Pana instytucja',
    noOwnGmina:
      'Ta instytucja nie ma w rejestrze żadnej gminy, której służy. Gminy dopisuje się na stronie instytucji.',
    place: (kind: string, powiat: string, code: string) => `${kind}, powiat ${powiat}, ${code}`,
    cityPlace: (code: string) => `miasto na prawach powiatu, ${code}`,
    q2: '2. Który wariant modelu?',
    suggest: (variant: string, gmina: string, kind: string) =>
      `Podpowiadamy wariant ${variant}, bo ${gmina} to ${kind}.`,
    suggestTown: (variant: string) =>
      `Podpowiadamy wariant ${variant}, bo miasto ma ponad 20 000 mieszkańców.`,
    noSuggestion: 'Dla tego miasta nie podpowiadamy wariantu: proszę wybrać.',
    over20k: 'Czy miasto ma ponad 20 000 mieszkańców?',
    yes: 'Tak',
    no: 'Nie',
    variant: 'Wariant modelu',
    variantName: (key: string, name: string) => `${key}. ${name}`,
    variantHint: (forPl: string, who: string) => `Dla: ${forPl}. ${who}`,
    q3: '3. Kto prowadzi zespół?',
    lead3: 'Instytucja prowadząca',
    leadHint:
      'Ośrodek pomocy społecznej, centrum usług społecznych albo MOPR: koordynuje zespół i prowadzi sprawy.',
    leadNone: 'W rejestrze nie ma jeszcze ośrodka tej gminy. Proszę wpisać jego nazwę w składzie zespołu.',
    composition: 'Skład zespołu',
    compositionLead: (known: number) =>
      known === 0
        ? 'W rejestrze nie ma jeszcze instytucji tej gminy. Proszę wpisać nazwy tych, które dołączą.'
        : `Rejestr zna ${plural(known, institutions)} tej gminy i powiatu. Rdzeń, wymagane i zwykle obecne są już zaznaczone.`,
    usually: 'Zwykle zespół ma 8–12 instytucji.',
    freshName: (kind: string) => `Nazwa nowej instytucji: ${kind}`,
    freshHint: 'Jeśli dołączy instytucja, której nie ma w rejestrze, proszę wpisać jej nazwę.',
    coreMissing: 'Rejestr nie zna tu takiej instytucji: proszę wpisać jej nazwę.',
    moreKinds: (n: number) => `Jeszcze ${plural(n, kinds)} z tego terenu`,
    unknownKinds: (n: number) => `${plural(n, kinds)}, których rejestr tu nie zna: można wpisać nazwę`,
    beginsWith: (number: number, on: IsoDate | null) =>
      `Zespół zacznie z wersją ${number} tego województwa${on ? `, ogłoszoną ${formatDate(on)}` : ''}.`,
    requires: (kinds: readonly string[]) => `Województwo wymaga tu także: ${kinds.join(', ')}.`,
    share: (n: number, of: number) => `jest w ${n} z ${of} zespołów województwa`,
    elsewhere: 'Inna instytucja z rejestru',
    elsewhereHint:
      'Także taka, która nie ma tej gminy w rejestrze: proszę wpisać nazwę, REGON albo NIP. Więcej instytucji można dodać później w składzie zespołu.',
    otherKnown: (n: number) => `Instytucja z rejestru ${n}`,
    noPowiat:
      'Można utworzyć zespół bez PCPR, ale porozumienia nie da się wysłać, dopóki nie dołączy instytucja powiatowa.',
    others: (names: string) =>
      `W tej gminie jest już zespół: ${names}. Jeden wariant może mieć jeden czynny zespół.`,
    submit: 'Utwórz zespół i przygotuj porozumienie',
  },
  page: {
    places: 'Miejsca zespołu',
    lead: (label: string, n: number, powiat: string) =>
      `${label}, ${plural(n, institutions)}, powiat ${powiat}`,
    tabs: {
      team: 'Zespół',
      about: 'O zespole',
      members: 'Skład i osoby',
      agreement: 'Porozumienie',
      signatures: 'Strony i podpisy',
      meetings: 'Spotkania i zadania',
      cases: 'Sprawy',
      figures: 'Liczby',
      deadlines: 'Terminy',
      model: 'Model',
    },
    facts: {
      gmina: 'Gmina',
      powiat: 'Powiat',
      variant: 'Wariant',
      lead: 'Prowadzi',
      until: 'Porozumienie',
      signaturesBy: 'Podpisy do',
      team: 'Zespół instytucji',
      familyTeam: 'Z rodziną pracuje',
      itself: 'sam zespół',
      plan: 'Plan dla rodziny',
    },
    late: (on: IsoDate) => `${formatDate(on)}, po terminie`,
    period: (from: IsoDate, to: IsoDate) => `${formatDate(from)} – ${formatDate(to)}`,
    expiredTitle: 'Porozumienie wygasło',
    expiredText: 'Nie można zgłaszać nowych rodzin. Rozpoczęta praca trwa dalej.',
    extend: 'Przedłuż porozumienie',
    suspendedTitle: 'Zespół jest zawieszony.',
    dissolvedTitle: 'Zespół jest rozwiązany.',
    nextTitle: {
      'team.sendAgreement': 'Porozumienie',
      'team.activate': 'Uruchomienie zespołu',
      'team.resume': 'Wznowienie',
    },
    ready: 'Wszystko jest gotowe.',
    missing: 'Zanim to będzie możliwe:',
    composition: 'Skład',
    compositionLead: (n: number, missing: number) =>
      missing === 0
        ? `${plural(n, institutions)}, rdzeń jest w komplecie.`
        : `${plural(n, institutions)}, wymaganych brakuje: ${missing}.`,
    missingKind: 'Brak w zespole',
    moreMissing: (n: number) => `Zwykle obecne, a nieobecne tutaj: ${n}`,
    representative: (name: string) => `przedstawiciel: ${name}`,
    deputy: (name: string) => `zastępca: ${name}`,
    noRepresentative: 'bez przedstawiciela',
    leads: 'prowadzi',
    joined: 'przystąpiła aneksem',
    signedOn: (on: IsoDate) => `podpis ${formatDate(on)}`,
    notSigned: 'bez podpisu',
    offices: 'Liderzy i koordynator',
    deputyCoordinator: 'Zastępca koordynatora zespołu',
    nobody: 'nikt jeszcze',
    history: 'Co się działo',
    became: {
      initiated: 'Zespół utworzony',
      agreement: 'Porozumienie wysłane do podpisu',
      active: 'Zespół uruchomiony',
      suspended: 'Zespół zawieszony',
      dissolved: 'Zespół rozwiązany',
    },
    takenBack: 'Porozumienie cofnięte do projektu',
    takeBackLead:
      'Treść, daty, wariant i instytucję prowadzącą będzie można poprawić. Zapisane podpisy zostaną cofnięte, a przedstawiciele stron dostaną powiadomienie.',
    by: (name: string) => `przez: ${name}`,
    goDocuments: 'Dołącz w dokumentach zespołu',
    goMembers: 'Uzupełnij skład i osoby',
    go: {
      'team.sendAgreement': 'Przygotuj porozumienie',
      'team.activate': 'Przejdź do porozumienia',
      'team.resume': 'Wznów pracę zespołu',
    },
    former: 'Odeszły z zespołu',
    left: (on: IsoDate, reason: string | null) => `${formatDate(on)}${reason ? `: ${reason}` : ''}`,
    other: 'Inne czynności',
    reason: 'Powód',
    finalReport: 'Sprawozdanie końcowe',
    report: 'Sprawozdanie',
  },
  ...teamWork,
} as const
