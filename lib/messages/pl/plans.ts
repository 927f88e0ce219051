import { formatDate, formatDayMonth, type IsoDate } from '@/lib/format/dates'
import { type PluralForms, plural } from '@/lib/format/plural'
import { documentsMissing } from '@/lib/messages/pl/case-documents'
import { goalErrors, goalFieldErrors } from '@/lib/messages/pl/goals'

const months: PluralForms = { one: 'miesiąc', few: 'miesiące', many: 'miesięcy' }

/** What a plan lacks, in words; the same for the page and for a refusal. */
export const planMissing = {
  goals: 'Co najmniej jeden cel.',
  lines: 'Co najmniej jedna usługa dla każdego celu.',
  measures: 'Miernik każdego celu: po czym poznamy, jak jest teraz, jak ma być i do kiedy.',
  beneficiary: 'Osoba, dla której jest każda usługa.',
  duplicates: 'Wyjaśnienie usług, które się powtarzają.',
  contradictions: 'Rozstrzygnięcie usług, które mają przeciwne cele.',
  held: 'Wyjaśnienie ostrzeżeń w koszyku: tych pytań nie można jeszcze wysłać.',
  answers: 'Odpowiedzi wszystkich wykonawców (lista oczekujących nie wstrzymuje planu).',
  signature: 'Podpis rodziny pod planem.',
  ...documentsMissing,
} as const

/** Goals, versions of the plan, approval. */
export const planMessages = {
  title: 'Plan',
  state: {
    none: 'Plan nie jest jeszcze przygotowany',
    preparing: (n: number) => `Wersja ${n} w przygotowaniu`,
    approval: (n: number) => `Wersja ${n} czeka na akceptację`,
    inForce: (n: number) => `Obowiązuje wersja ${n}`,
    alsoInForce: (n: number) => `Do podpisania nowej wersji obowiązuje wersja ${n}.`,
    period: (from: IsoDate, to: IsoDate) => `Od ${formatDate(from)} do ${formatDate(to)}.`,
    called: (plan: string, more: string) => `${plan}. ${more}`.trim(),
    beyondAgreement: (on: IsoDate) =>
      `Plan trwa dłużej niż porozumienie zespołu, które obowiązuje do ${formatDate(on)}. Proszę zadbać o jego przedłużenie.`,
    missing: 'Czego brakuje:',
    ready: 'Wszystko gotowe.',
  },
  submit: {
    title: 'Przekaż plan do akceptacji',
    lead: 'Pytania, których jeszcze nie wysłano, pójdą do instytucji. Potem podpisuje rodzina i zatwierdza koordynator zespołu.',
    start: 'Plan od',
    end: 'Plan do',
    endHint: (n: number) => `Najdłużej ${plural(n, months)}.`,
    from: (on: IsoDate) => `od ${formatDate(on)}`,
    outside: 'Te usługi wykraczają poza proponowane daty planu',
    openEnded: (names: string) => `Bez daty końca, więc najdłużej do końca planu: ${names}.`,
    beyond: 'Usługi mogą wykraczać poza daty planu',
    beyondHint: 'Tylko gdy tak zostało uzgodnione z rodziną.',
    button: 'Przekaż do akceptacji',
  },
  sign: {
    title: 'Podpis rodziny',
    lead: 'Rodzina podpisuje plan na papierze. Tu zapisuje się, kto i kiedy podpisał.',
    by: 'Kto podpisał',
    on: 'Kiedy',
    button: 'Zapisz podpis',
    done: (by: string, on: IsoDate) => `Podpisano: ${by}, ${formatDate(on)}.`,
  },
  approve: { title: 'Zatwierdzenie', button: 'Zatwierdź plan', waits: 'Zatwierdza koordynator zespołu.' },
  giveBack: { title: 'Odeślij do poprawy', reason: 'Co trzeba zmienić', button: 'Odeślij do planowania' },
  change: {
    title: 'Zmień plan',
    lead: 'Powstanie nowa wersja. Do jej podpisania obowiązuje obecna, a usługi trwają.',
    reason: 'Dlaczego plan się zmienia',
    button: 'Rozpocznij nową wersję',
  },
  renew: {
    title: 'Odnów plan',
    lead: (on: IsoDate, n: number) =>
      `Plan obowiązuje do ${formatDate(on)}. Nowa wersja może trwać najdłużej ${plural(n, months)}; do jej podpisania usługi trwają.`,
    reason: 'Dlaczego plan się zmienia',
    suggested: 'Odnowienie planu na kolejny okres.',
    button: 'Odnów plan',
  },
  drop: {
    title: 'Porzuć nową wersję',
    reason: 'Dlaczego',
    button: 'Wróć do obowiązującego planu',
  },
  versions: {
    title: 'Wersje planu',
    number: 'Wersja',
    status: 'Stan',
    period: 'Okres',
    signed: 'Podpis rodziny',
    reason: 'Powód zmiany',
    hash: 'Skrót treści (SHA-256)',
    statuses: {
      draft: 'w przygotowaniu',
      approval: 'do akceptacji',
      inForce: 'obowiązuje',
      superseded: 'zastąpiona',
      dropped: 'porzucona',
    },
    ended: 'zakończona',
    range: (from: IsoDate, to: IsoDate) => `${formatDate(from)} – ${formatDate(to)}`,
  },
  print: 'Drukuj plan',
  doneNotes: {
    cel: 'Cel zapisany.',
    przekazano: 'Plan czeka na akceptację. Instytucje dostały pytania.',
    podpisano: 'Podpis zapisany.',
    zatwierdzono: 'Plan obowiązuje.',
    odeslano: 'Plan wrócił do planowania.',
    nowa: 'Nowa wersja planu w przygotowaniu.',
    porzucono: 'Nowa wersja porzucona; obowiązuje poprzednia.',
  },
} as const

/** Monitoring, evaluation, closing, opening again. */
export const endingMessages = {
  title: 'Zakończenie',
  monitoring: {
    title: 'Monitoring',
    lead: 'Krótkie spojrzenie na pracę: co się dzieje, co trzeba zmienić.',
    on: 'Kiedy',
    summary: 'Co ustalono',
    next: 'Następny raz',
    button: 'Zapisz kartę monitoringu',
    mend: 'Popraw',
    mendButton: 'Zapisz poprawkę',
    category: 'Czego dotyczy ten tekst',
    categoryHint: 'Przeczytają go tylko osoby, które mogą znać te dane.',
    empty: 'Nie ma jeszcze żadnej karty monitoringu.',
    nextOn: (on: IsoDate) => `następny raz był planowany na ${formatDate(on)}`,
    nextHint: 'Dowolny dzień tygodnia: spojrzenie jest w terminie przez cały ten tydzień.',
    window: {
      early: (week: string) => `następny raz: w tygodniu ${week}`,
      now: (week: string) => `następny raz: w tym tygodniu (${week}), każdy dzień jest dobry`,
      after: (week: string) =>
        `następny raz był planowany na tydzień ${week}. Zdarza się: można zapisać kartę teraz albo przenieść na inny tydzień.`,
    },
    week: (from: IsoDate, to: IsoDate) => `${formatDayMonth(from)}–${formatDate(to)}`,
    move: 'Przenieś na inny tydzień',
    moveTo: 'Na który tydzień',
    moveReason: 'Powód',
    moveButton: 'Przenieś',
    reasons: {
      family: 'rodzina poprosiła o inny termin',
      ours: 'nie udało się po naszej stronie',
      institution: 'czekamy na inną instytucję',
      agreed: 'uzgodniono inny termin',
    },
    moved: (from: string, to: string, reason: string) =>
      `Przeniesione z tygodnia ${from} na ${to}: ${reason}.`,
  },
  start: {
    title: 'Rozpocznij ewaluację',
    lead: 'Każda usługa powinna być zakończona. Te, które mają trwać dalej, proszę zaznaczyć jako przeniesione.',
    carry: 'Te usługi trwają dalej, po zakończeniu planu',
    unanswered:
      'Na te pytania nikt jeszcze nie odpowiedział, więc nie mogą trwać dalej. Proszę je najpierw zakończyć:',
    none: 'Wszystkie usługi są zakończone.',
    missing: 'Zanim ewaluacja się zacznie, potrzebne jest jeszcze:',
    button: 'Rozpocznij ewaluację',
  },
  evaluation: {
    title: 'Karta ewaluacji',
    lead: 'Wynik każdej usługi i każdego celu, głos rodziny i wynik całej współpracy.',
    on: 'Data ewaluacji',
    outcome: 'Wynik współpracy',
    summary: 'Podsumowanie',
    voice: 'Co mówi rodzina',
    goal: 'Cel',
    line: 'Usługa',
    results: { achieved: 'osiągnięty', partly: 'częściowo', not: 'nieosiągnięty' },
    lineResults: { achieved: 'dała efekt', partly: 'częściowo', not: 'bez efektu' },
    looked: (on: IsoDate, words: string, target: string | null) =>
      target
        ? `Ostatnio, ${formatDate(on)}: ${words}. Miało być: ${target}.`
        : `Ostatnio, ${formatDate(on)}: ${words}.`,
    notLooked: 'Nikt jeszcze nie zapisał, jak jest z tym celem.',
    noResult: 'brak oceny',
    button: 'Zapisz kartę ewaluacji',
    earlier: 'Poprzednie karty ewaluacji',
    earlierLead: 'Sprawa była wznowiona. Te karty dotyczą wcześniejszej współpracy.',
    none: 'Karta ewaluacji nie jest jeszcze wypełniona.',
    carried: 'trwa dalej',
  },
  close: {
    title: 'Zamknięcie sprawy',
    lead: 'Zamyka lider gminny po ewaluacji i rozmowie końcowej z rodziną.',
    button: 'Zamknij sprawę',
    waits: 'Zamyka lider gminny.',
    missing: 'Czego brakuje do zamknięcia:',
    closedOn: (on: IsoDate) => `Sprawa zakończona ${formatDate(on)}.`,
  },
  reopen: {
    title: 'Wznów współpracę',
    lead: (until: IsoDate) => `Można wznowić do ${formatDate(until)}. Powstanie nowa wersja planu.`,
    reason: 'Dlaczego',
    button: 'Wznów współpracę',
  },
  doneNotes: {
    monitoring: 'Karta monitoringu zapisana.',
    ewaluacja: 'Ewaluacja rozpoczęta.',
    karta: 'Karta ewaluacji zapisana.',
    rozmowa: 'Rozmowa zapisana.',
    zamknieto: 'Sprawa zamknięta.',
  },
} as const

export const planErrors: Record<string, (p: Readonly<Record<string, string | number>>) => string> = {
  ...Object.fromEntries(
    Object.entries(planMissing).map(([key, text]) => [`plan.${key}`, () => `Brakuje jeszcze: ${text}`]),
  ),
  ...goalErrors,
  'plan.goalsClosed': () =>
    'Cele zmienia się podczas planowania. Najpierw proszę rozpocząć nową wersję planu.',
  'plan.noneInForce': () => 'Nie ma obowiązującego planu, do którego można wrócić.',
  'plan.lineInApproval': () =>
    'Ta usługa jest w planie, który czeka na akceptację. Najpierw proszę odesłać plan.',
  'plan.reopenTooLate': () =>
    'Od zakończenia minęło więcej niż 6 miesięcy. Potrzebne jest nowe zgłoszenie rodziny.',
  'plan.handedOver': () => 'Ta sprawa została przekazana zespołowi innej gminy i tam trwa praca z rodziną.',
  'plan.neverInForce': () => 'W tej sprawie nie było obowiązującego planu. Potrzebne jest nowe zgłoszenie.',
}

export const planFieldErrors: Record<string, string> = {
  ...goalFieldErrors,
  categoryClosed: 'Tych danych rodzina Pani/Panu nie udostępniła. Proszę wybrać inną kategorię.',
  signedTooEarly: 'Ten dzień jest wcześniejszy niż początek planowania. Proszę sprawdzić datę podpisu.',
  linesOutsidePlan:
    'Co najmniej jedna usługa wykracza poza daty planu. Proszę zmienić daty planu albo potwierdzić, że tak ma być.',
  chooseNeed: 'Proszę wskazać co najmniej jedną potrzebę.',
}
