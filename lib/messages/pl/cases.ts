import { formatDate, type IsoDate } from '@/lib/format/dates'
import { plural, pluralForm } from '@/lib/format/plural'
import { documentsMissing } from '@/lib/messages/pl/case-documents'

type Stage =
  | 'submitted'
  | 'screening'
  | 'qualified'
  | 'rejected'
  | 'redirected'
  | 'awaitingConsent'
  | 'diagnosis'
  | 'planning'
  | 'planApproval'
  | 'inProgress'
  | 'suspended'
  | 'evaluation'
  | 'closed'
  | 'archived'
  | 'erased'

type Tone = 'late' | 'mine' | 'wait' | 'going' | 'done' | 'off'

/** Word and tone of each stage (domain 4.2); the word is what counts. */
export const stageNames: Record<Stage, { name: string; tone: Tone }> = {
  submitted: { name: 'Zgłoszona', tone: 'mine' },
  screening: { name: 'Kwalifikacja', tone: 'mine' },
  qualified: { name: 'Zakwalifikowana', tone: 'going' },
  rejected: { name: 'Odrzucona', tone: 'off' },
  redirected: { name: 'Przekierowana', tone: 'off' },
  awaitingConsent: { name: 'Czeka na zgodę', tone: 'wait' },
  diagnosis: { name: 'Diagnoza', tone: 'going' },
  planning: { name: 'Planowanie', tone: 'going' },
  planApproval: { name: 'Plan do akceptacji', tone: 'wait' },
  inProgress: { name: 'Realizacja planu', tone: 'going' },
  suspended: { name: 'Wstrzymana', tone: 'off' },
  evaluation: { name: 'Ewaluacja', tone: 'going' },
  closed: { name: 'Zakończona', tone: 'done' },
  archived: { name: 'Archiwalna', tone: 'off' },
  erased: { name: 'Usunięta', tone: 'off' },
}

export const caseMessages = {
  list: {
    title: 'Sprawy',
    byView: {
      own: { title: 'Moje sprawy', lead: 'Rodziny, z którymi Pani/Pan pracuje w tym miejscu pracy.' },
      unit: { title: 'Sprawy', lead: 'Rodziny, za które odpowiada Pani/Pana jednostka albo zespół.' },
      powiat: { title: 'Sprawy', lead: 'Rodziny, w których sprawach uczestniczy Pani/Pana instytucja.' },
      control: { title: 'Sprawy', lead: 'Sprawy kontrolowanej jednostki, tylko do odczytu.' },
    },
    refer: 'Zgłoś rodzinę',
    late: 'po terminie',
    mine: 'do zrobienia',
    others: (n: number) =>
      pluralForm(n, {
        one: 'czeka na odpowiedź instytucji',
        few: 'czekają na odpowiedź instytucji',
        many: 'czeka na odpowiedź instytucji',
      }),
    askedSince: (institution: string, on: string) => `${institution}, od ${on}`,
    lateFrom: (institution: string, on: string) => `${institution}: odpowiedź miała być do ${on}`,
    otherAnswers: (n: number) =>
      `i jeszcze ${plural(n, { one: 'odpowiedź', few: 'odpowiedzi', many: 'odpowiedzi' })}`,
    more: (n: number) => `i jeszcze ${n}`,
    emptyLate: 'Nic nie jest po terminie.',
    emptyMine: 'Nic teraz na Panią/Pana nie czeka.',
    emptyOthers: 'Nikt nie zwleka z odpowiedzią.',
    search: 'Rodzina albo numer sprawy',
    stage: 'Etap',
    open: 'wszystkie trwające',
    all: 'wszystkie, także zakończone',
    order: { changed: 'ostatnio zmienione', due: 'najbliższy termin', opened: 'najnowsze' },
    orderLabel: 'Kolejność',
    caption: 'Sprawy',
    family: 'Rodzina',
    number: 'Numer',
    stageColumn: 'Etap',
    due: 'Termin',
    team: 'Zespół',
    coordinator: 'Prowadzi',
    answers: 'Odpowiedzi',
    waiting: (n: number) =>
      plural(n, { one: 'odpowiedź czeka', few: 'odpowiedzi czekają', many: 'odpowiedzi czeka' }),
    overdue: (n: number) => `${n} po terminie`,
    lateAnswers: (n: number) =>
      plural(n, {
        one: 'odpowiedź po terminie',
        few: 'odpowiedzi po terminie',
        many: 'odpowiedzi po terminie',
      }),
    monitorDue: (from: string, to: string) =>
      `spojrzenie na pracę z tygodnia ${from}–${to}: zapisać albo przenieść`,
    reviewNow: (to: string) => `spojrzenie na pracę w tym tygodniu, do ${to}`,
    renewBy: (date: string) => `plan kończy się ${date}, do odnowienia`,
    planEnds: (date: string) => `koniec planu ${date}`,
    dueOn: (date: string) => `termin ${date}`,
    hidden: 'nazwa niedostępna',
    empty: 'Nie ma tu jeszcze żadnej sprawy',
    emptyText:
      'Sprawa pojawi się, gdy ktoś zgłosi rodzinę do zespołu albo gdy zostanie Pani/Panu przypisana.',
    nothing: 'Nic nie pasuje do tego wyszukiwania',
    nothingText: 'Proszę sprawdzić pisownię albo wybrać inny etap. Polskie znaki nie mają znaczenia.',
    shown: (n: number) =>
      plural(n, { one: 'sprawa na tej stronie', few: 'sprawy na tej stronie', many: 'spraw na tej stronie' }),
  },
  folder: {
    title: 'Sprawa',
    tabs: {
      label: 'Części sprawy',
      summary: 'Przegląd',
      state: 'Stan sprawy',
      family: 'Rodzina',
      persons: 'Osoby',
      everyDay: 'Bieżąca praca',
      consents: 'Zgody',
      diagnosis: 'Diagnoza',
      basket: 'Koszyk usług',
      ending: 'Zakończenie',
      access: 'Kto zaglądał',
    },
    team: 'Zespół',
    owner: 'Prowadzi instytucja',
    coordinator: 'Koordynator rodziny',
    since: 'Na tym etapie od',
    due: 'Termin',
    unnamed: 'Sprawa bez nazwy',
    environment: 'Środowisko lokalne',
  },
  next: {
    title: (stage: string) => stage,
    ready: 'Wszystko gotowe.',
    missing: 'Czego brakuje:',
    waits: (who: string) => `Ten krok należy do: ${who}.`,
    renew: 'Odnów plan',
    endsOn: (date: string) => `Plan kończy się ${date}. Można go odnowić albo rozpocząć ewaluację.`,
    endedOn: (date: string) => `Plan skończył się ${date}. Trzeba go odnowić albo rozpocząć ewaluację.`,
    monitorOn: (from: string, to: string) => `Następne spojrzenie na pracę: w tygodniu ${from}–${to}.`,
    over: 'Sprawa jest zamknięta',
    overText: 'Wszystkie kroki są w historii.',
    go: {
      screening: 'Rozpocznij kwalifikację',
      awaitingConsent: 'Poproś rodzinę o zgodę',
      diagnosis: 'Rozpocznij diagnozę',
      inProgress: 'Wznów pracę z rodziną',
    },
    open: {
      qualified: 'Otwórz zgody',
      awaitingConsent: 'Otwórz zgody',
      diagnosis: 'Otwórz diagnozę',
      planning: 'Otwórz plan',
      planApproval: 'Otwórz plan',
      inProgress: 'Otwórz zakończenie',
      evaluation: 'Otwórz zakończenie',
    } as Partial<Record<Stage, string>>,
  },
  missing: {
    duplicateCheck: 'Sprawdzenie, czy rodzina jest już znana innej instytucji.',
    proposal: 'Propozycja koordynatora zespołu: zakwalifikować, odrzucić albo przekierować.',
    coordinator: 'Wskazanie koordynatora rodziny.',
    clause: 'Klauzula informacyjna wręczona każdej osobie.',
    consents: 'Zgoda każdej osoby dorosłej, która bierze udział, i opiekuna każdego dziecka.',
    institutions: 'Co najmniej dwie instytucje w zespole rodziny.',
    areas: 'Ocena obszarów w karcie diagnozy.',
    familyVoice: 'Głos rodziny zapisany w diagnozie.',
    goals: 'Co najmniej jeden cel.',
    lines: 'Co najmniej jedna usługa dla każdego celu.',
    measures: 'Miernik każdego celu: po czym poznamy, jak jest teraz, jak ma być i do kiedy.',
    answers: 'Odpowiedzi wszystkich wykonawców usług.',
    signature: 'Podpis rodziny pod planem.',
    beneficiary: 'Osoba, dla której jest każda usługa.',
    duplicates: 'Wyjaśnienie usług, które się powtarzają.',
    contradictions: 'Rozstrzygnięcie usług, które mają przeciwne cele.',
    held: 'Wyjaśnienie ostrzeżeń w koszyku: tych pytań nie można jeszcze wysłać.',
    openLines: 'Zakończenie każdej usługi albo zaznaczenie, że trwa dalej po planie.',
    evaluation: 'Karta ewaluacji.',
    goalResults: 'Ocena każdego celu w karcie ewaluacji.',
    lineOutcomes: 'Wynik każdej usługi w karcie ewaluacji.',
    closingTalk: 'Rozmowa końcowa z rodziną albo powód, dla którego jej nie było.',
    ...documentsMissing,
  },
  duplicates: {
    title: 'Czy rodzina jest już znana?',
    lead: 'Wyszukanie jest ujawnieniem danych: zapisuje się w rejestrze i widzą je inspektorzy ochrony danych obu instytucji. Odpowiedź mówi tylko, której instytucji rodzina jest znana.',
    reason: 'Po co sprawdzam',
    reasonDefault: 'Kwalifikacja nowego zgłoszenia',
    submit: 'Sprawdź',
    none: 'Żadna inna sprawa w systemie nie dotyczy tych osób.',
    known: (names: string) => `Rodzina jest znana: ${names}. Proszę porozumieć się z tą instytucją.`,
  },
  propose: {
    title: 'Propozycja decyzji',
    kind: 'Co Pani/Pan proponuje?',
    kinds: { qualify: 'Zakwalifikować', reject: 'Odrzucić', redirect: 'Przekierować' },
    hints: {
      qualify: 'Rodzina ma wiele trudności naraz, a jedna instytucja wyczerpała swoje możliwości.',
      reject: 'Zgłaszający dostanie powiadomienie i przeczyta powód.',
      redirect: 'Do innej procedury albo innej gminy.',
    },
    reason: 'Powód albo kierunek',
    note: 'Uzasadnienie',
    submit: 'Wyślij propozycję',
  },
  decide: {
    title: 'Decyzja lidera',
    accepted: 'Decyzja',
    yes: 'Zgadzam się',
    no: 'Odsyłam do poprawy',
    note: 'Uwagi',
    noteHint: 'Przy odesłaniu do poprawy wymagane.',
    submit: 'Zapisz decyzję',
  },
  people: {
    title: 'Kto pracuje z rodziną',
    change: 'Zmień skład',
    all: 'Instytucje zespołu',
    institutions: 'Instytucje w zespole rodziny',
    name: 'Osoba',
    institution: 'Instytucja',
    phone: 'Telefon',
    last: 'Ostatni kontakt',
    next: 'Następny',
    does: 'Rola i usługi',
    unnamed: 'osoba niewskazana',
    noContact: 'jeszcze nie było',
    notPlanned: 'nieumówiony',
    lateNext: (on: string) => `miał być ${on}`,
    none: 'Nikt jeszcze nie został wskazany.',
    noneInstitutions: 'Żadna instytucja nie została jeszcze zaproszona.',
    open: 'widzi to, na co jest zgoda',
    closed: 'bez zgody nic nie widzi',
    invite: 'Zaproś instytucje',
    inviteLegend: 'Instytucje zespołu',
    purpose: 'Po co',
    end: 'Zakończ udział',
    assign: 'Wskaż osobę',
    person: 'Osoba',
    role: 'W jakiej roli',
    roles: {
      koordynator_rodziny: 'Koordynator rodziny',
      asystent_rodziny: 'Asystent rodziny',
      specjalista: 'Członek zespołu rodziny',
    } as Record<string, string>,
    submit: 'Zapisz',
    manyFamilies: 'Zapisane. Uwaga: ten asystent ma teraz więcej niż 15 rodzin.',
    saved: 'Zapisane.',
  },
  side: {
    title: 'Inne kroki',
    suspend: 'Wstrzymaj pracę z rodziną',
    reviewOn: 'Do kiedy',
    reviewHint: (last: IsoDate) => `Najdalej do ${formatDate(last)}.`,
    reason: 'Powód',
    interrupt: 'Zakończ przed czasem',
    interruptText: 'Sprawy nie da się potem prowadzić dalej; rodzina może zostać zgłoszona ponownie.',
    withoutConsent: 'Zakończ z powodu braku zgody',
    withoutConsentText:
      'Po zakończeniu wygasną podstawy prawne i wszystko, co otworzyły. Telefony, adresy i opis sytuacji zostaną usunięte; zostaną imiona, daty i zapisane odpowiedzi.',
    minimised:
      'Sprawa zakończyła się bez zgody rodziny, dlatego dane ograniczono: usunięto telefony, adresy i opis sytuacji, zamknięto wszystkie podstawy prawne.',
  },
  history: {
    step: (from: string | null, to: string) => (from ? `${from} → ${to}` : to),
  },
}

/** Refusals of this domain, by the key of the error. */
export const caseErrors = {
  whole: {
    ...Object.fromEntries(
      Object.entries(caseMessages.missing).map(([key, text]) => [
        `missing.${key}`,
        () => `Brakuje jeszcze: ${text}`,
      ]),
    ),
    proposalWaits: () => 'Propozycja już czeka na decyzję lidera.',
    duplicateLimit: () => 'Dzisiaj wykonano już 20 sprawdzeń. Następne jest możliwe jutro.',
    'case.sameVersion': () => 'Sprawa toczy się już według tej wersji modelu.',
    coordinatorByTeamOnly: () => 'Koordynatora rodziny wskazuje koordynator zespołu.',
  },
  fields: {
    ownerPeopleOnly: 'Tę rolę może pełnić tylko osoba z instytucji, która prowadzi sprawę.',
    keptApart:
      'Ta osoba pełni tu rolę, której nie łączy się z pracą z rodziną (na przykład IOD albo kontrola).',
    bothRolesInGmina: 'Ta osoba pełni w tej gminie drugą z tych ról; jedna osoba nie może pełnić obu.',
    refusalNotRecorded:
      'W zgodach nie zapisano odmowy ani wycofania. Proszę najpierw zapisać odpowiedź rodziny albo poczekać, aż minie termin na odpowiedź.',
  },
}
