import { formatDate, type IsoDate } from '@/lib/format/dates'
import { plural } from '@/lib/format/plural'

const institutions = { one: 'instytucja', few: 'instytucje', many: 'instytucji' }
const cases = { one: 'otwarta sprawa', few: 'otwarte sprawy', many: 'otwartych spraw' }
const teams = { one: 'zespół', few: 'zespoły', many: 'zespołów' }
const people = { one: 'osobę', few: 'osoby', many: 'osób' }

export const teamName = (gmina: string): string => `Zespół ${gmina}`

/** First words of an agreement; a ROPS or the parties put their own text in its place. */
export const agreementDraft = ({ gmina, powiat }: { gmina: string; powiat: string }): string =>
  [
    'POROZUMIENIE O WSPÓŁPRACY',
    `Partnerskiego Zespołu Kooperacji, gmina ${gmina}, powiat ${powiat}`,
    '',
    '1. Strony postanawiają współpracować na rzecz rodzin i osób, którym pojedyncza instytucja nie jest w stanie pomóc własnymi środkami.',
    '2. Współpraca polega na wspólnej diagnozie z rodziną, uzgodnieniu planu i koszyka usług oraz jego realizacji przez strony zgodnie z ich zadaniami ustawowymi.',
    '3. Każda strona wskazuje przedstawiciela i zastępcę upoważnionych do podejmowania ustaleń w zespole.',
    '4. Pracę zespołu organizuje instytucja prowadząca, która wskazuje koordynatora zespołu.',
    '5. Strony są odrębnymi administratorami danych. Wymieniają tylko te dane, które obejmuje zgoda osoby albo podstawa prawna, i zachowują je w poufności.',
    '6. Przystąpienie i odejście strony następuje aneksem. Odchodząca strona przekazuje albo kończy usługi, które realizuje.',
    '7. Zasady pracy określa regulamin zespołu.',
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

export const groupNames = {
  core: 'Rdzeń',
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
}

export const stepNames = {
  'team.sendAgreement': 'Wyślij porozumienie do podpisu',
  'team.activate': 'Uruchom zespół',
  'team.resume': 'Wznów pracę zespołu',
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
        : `Rejestr zna ${plural(known, institutions)} tej gminy i powiatu. Rdzeń i zwykle obecne są już zaznaczone.`,
    usually: 'Zwykle zespół ma 8–12 instytucji.',
    freshName: (kind: string) => `Nazwa nowej instytucji: ${kind}`,
    freshHint: 'Jeśli dołączy instytucja, której nie ma w rejestrze, proszę wpisać jej nazwę.',
    coreMissing: 'Brak w rejestrze',
    confirmOther: 'To inna instytucja, proszę dodać ją do rejestru',
    moreKinds: (n: number) => `Jeszcze ${n} rodzajów instytucji`,
    share: (n: number, of: number) => `jest w ${n} z ${of} zespołów województwa`,
    noPowiat:
      'Można utworzyć zespół bez PCPR, ale porozumienia nie da się wysłać, dopóki nie dołączy instytucja powiatowa.',
    others: (names: string) =>
      `W tej gminie jest już zespół: ${names}. Jeden wariant może mieć jeden czynny zespół.`,
    submit: 'Utwórz zespół i przygotuj porozumienie',
  },
  page: {
    places: 'Miejsca zespołu',
    tabs: { team: 'Zespół', members: 'Skład i osoby', agreement: 'Porozumienie', cases: 'Sprawy' },
    facts: { gmina: 'Gmina', powiat: 'Powiat', variant: 'Wariant', lead: 'Prowadzi', until: 'Porozumienie' },
    period: (from: IsoDate, to: IsoDate) => `${formatDate(from)} – ${formatDate(to)}`,
    expiredTitle: 'Porozumienie wygasło',
    expiredText: 'Nie można zgłaszać nowych rodzin. Rozpoczęta praca trwa dalej.',
    suspendedTitle: 'Zespół jest zawieszony',
    dissolvedTitle: 'Zespół jest rozwiązany',
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
        : `${plural(n, institutions)}, w rdzeniu brakuje: ${missing}.`,
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
    officeNames: {
      liderGminny: 'Lider gminny',
      liderPowiatowy: 'Lider powiatowy',
      coordinator: 'Koordynator zespołu',
    },
    nobody: 'nikt jeszcze',
    history: 'Co się działo',
    became: {
      initiated: 'Zespół utworzony',
      agreement: 'Porozumienie wysłane do podpisu',
      active: 'Zespół uruchomiony',
      suspended: 'Zespół zawieszony',
      dissolved: 'Zespół rozwiązany',
    },
    by: (name: string) => `przez: ${name}`,
    goMembers: 'Uzupełnij skład i osoby',
    goAgreement: 'Przygotuj porozumienie',
    goSignatures: 'Wpisz podpisy',
    former: 'Odeszły z zespołu',
    left: (on: IsoDate, reason: string | null) => `${formatDate(on)}${reason ? `: ${reason}` : ''}`,
    other: 'Inne czynności',
    reason: 'Powód',
    finalReport: 'Sprawozdanie końcowe',
    report: 'Sprawozdanie',
  },
  members: {
    title: 'Skład i osoby',
    people: 'Przedstawiciele i zastępcy',
    peopleLead:
      'Kto jest nowy, dostanie zaproszenie e-mailem z jednorazowym odnośnikiem ważnym 7 dni. Puste wiersze można zostawić na później.',
    choosePerson: 'Osoba z tej instytucji',
    representative: 'Przedstawiciel',
    deputy: 'Zastępca',
    newPerson: 'albo nowa osoba',
    givenName: 'Imię',
    familyName: 'Nazwisko',
    email: 'Służbowy e-mail',
    jobTitle: 'Stanowisko',
    save: 'Zapisz i wyślij zaproszenia',
    saved: (n: number) => (n === 0 ? 'Nic się nie zmieniło.' : `Zapisano: ${plural(n, people)}.`),
    addDeputy: 'Zastępca',
    allNamed: 'Każda instytucja ma przedstawiciela. Zmiany i zastępcy są poniżej.',
    changePeople: 'Zmień osoby i dodaj zastępców',
    offices: 'Liderzy i koordynator',
    officesLead: 'Lider gminny i koordynator są z instytucji prowadzącej, lider powiatowy z PCPR albo MOPR.',
    appoint: 'Powołaj',
    appointed: 'Zapisano, kto prowadzi zespół.',
    keep: 'bez zmian',
    noCandidates: 'Najpierw proszę zaprosić osobę z tej instytucji (wyżej albo na stronie instytucji).',
    add: 'Dodaj instytucje',
    addLead: 'Znane rejestrowi albo nowe. Podobne nazwy pokażemy, zanim powstanie druga taka sama.',
    known: 'Instytucja z rejestru',
    submitAdd: 'Dodaj do zespołu',
    added: (n: number) => `Dodano: ${plural(n, institutions)}.`,
    parties: 'Instytucje w zespole',
    remove: 'Usuń ze składu',
    removeOf: (name: string) => `Usuń ze składu: ${name}`,
    removed: 'Instytucja nie jest już w składzie.',
    accession: 'Przystąpienie (aneks)',
    accessionLead: 'Nowa strona podpisuje aneks do porozumienia.',
    submitAccession: 'Zapisz przystąpienie',
    acceded: 'Instytucja jest stroną porozumienia.',
    withdrawal: 'Odejście (aneks)',
    withdrawalLead: 'Odchodząca strona najpierw przekazuje albo kończy usługi, które realizuje.',
    party: 'Instytucja',
    leftOn: 'Odchodzi z dniem',
    submitWithdrawal: 'Zapisz odejście',
    withdrawn: 'Zapisano odejście.',
  },
  agreement: {
    title: 'Porozumienie',
    draft: 'Projekt porozumienia',
    draftLead: 'Do chwili wysłania wszystko można zmieniać. Strony podpisują to, co dostały.',
    name: 'Nazwa zespołu',
    lead: 'Instytucja prowadząca',
    from: 'Obowiązuje od',
    to: 'Obowiązuje do',
    minimum: 'Ile podpisów wystarczy',
    minimumHint: 'Puste pole: potrzebny jest podpis każdej strony.',
    text: 'Treść',
    save: 'Zapisz projekt',
    saved: 'Projekt zapisany.',
    send: 'Wyślij porozumienie do podpisu',
    sendLead: 'Po wysłaniu treść się nie zmienia. Przedstawiciele stron dostaną powiadomienie.',
    sentOn: (on: IsoDate) => `Wysłane do podpisu ${formatDate(on)}`,
    signatures: 'Podpisy stron',
    signaturesLead: ({ have, need }: { have: number; need: number }) =>
      `Jest ${have} z ${need} potrzebnych podpisów. Podpisy zostają na papierze, tutaj wpisujemy kto i kiedy.`,
    signedOn: 'Data podpisu',
    signedBy: 'Kto podpisał',
    record: 'Zapisz podpisy',
    recorded: (n: number) =>
      n === 0
        ? 'Nic się nie zmieniło.'
        : `Zapisano: ${plural(n, { one: 'podpis', few: 'podpisy', many: 'podpisów' })}.`,
    signedLine: (name: string, on: IsoDate) => `${name}, ${formatDate(on)}`,
    waiting: 'czeka na podpis',
    rules: 'Regulamin',
    rulesLead: 'Dzień, w którym zespół przyjął regulamin swojej pracy.',
    rulesOn: 'Przyjęty dnia',
    adopt: 'Zapisz',
    adopted: (on: IsoDate) => `Regulamin przyjęty ${formatDate(on)}.`,
    rulesSaved: 'Zapisano dzień przyjęcia regulaminu.',
    activate: 'Uruchom zespół',
    activateLead: 'Od tej chwili strony mogą zgłaszać rodziny.',
    print: 'Treść porozumienia',
  },
} as const
