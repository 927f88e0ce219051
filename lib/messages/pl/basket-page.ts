import { formatDate, type IsoDate } from '@/lib/format/dates'
import { type PluralForms, plural } from '@/lib/format/plural'
import { unitGenitive } from '@/lib/messages/pl/baskets'

const needs: PluralForms = { one: 'potrzeba', few: 'potrzeby', many: 'potrzeb' }
const lines: PluralForms = { one: 'pozycja', few: 'pozycje', many: 'pozycji' }
const institutions: PluralForms = { one: 'instytucja', few: 'instytucje', many: 'instytucji' }
const services: PluralForms = { one: 'usługa', few: 'usługi', many: 'usług' }
const questions: PluralForms = { one: 'pytanie', few: 'pytania', many: 'pytań' }
const answers: PluralForms = { one: 'odpowiedź', few: 'odpowiedzi', many: 'odpowiedzi' }
const drafts: PluralForms = { one: 'robocza pozycja', few: 'robocze pozycje', many: 'roboczych pozycji' }
const decisions: PluralForms = {
  one: 'miejsce wymaga decyzji',
  few: 'miejsca wymagają decyzji',
  many: 'miejsc wymaga decyzji',
}
const held: PluralForms = {
  one: 'pozycja czeka na wyjaśnienie',
  few: 'pozycje czekają na wyjaśnienie',
  many: 'pozycji czeka na wyjaśnienie',
}

/** The coordinator's basket: coverage, lines, warnings, a new line. */
export const basketMessages = {
  title: 'Koszyk usług',
  /** for whom a line or a need is that names no person */
  whole: (subject: string) => (subject === 'environment' ? 'całe środowisko' : 'cała rodzina'),
  tabs: {
    label: 'Widoki koszyka',
    lines: 'Potrzeby i usługi',
    picture: 'Kiedy, kto i za ile',
    empty: 'Gdy będzie pierwsza usługa, tu pokaże się, kiedy trwa, kto jest wokół rodziny i ile to kosztuje.',
  },
  print: {
    title: 'Koszyk do druku',
    lead: 'Proszę użyć drukowania w przeglądarce. Na kartce są usługi uzgodnione i te, na które czekamy.',
    asOf: (day: string) => `Stan na ${day}.`,
    when: 'Kiedy, ile, gdzie',
    family: 'Podpis rodziny',
    coordinator: 'Podpis koordynatora rodziny',
  },
  coverage: {
    title: 'Które potrzeby mają usługę',
    lead: (n: number, l: number, i: number, d: number) =>
      `${plural(n, needs)}, ${plural(l, lines)}, ${plural(i, institutions)}. ${d === 0 ? 'Nic nie czeka na decyzję.' : `${plural(d, decisions)}.`}`,
    caption: (subject: string) =>
      subject === 'environment'
        ? 'Potrzeby środowiska i instytucje, które na nie odpowiadają'
        : 'Potrzeby rodziny i instytucje, które na nie odpowiadają',
    partial:
      'Widać tu tylko te pozycje, na które pozwala zgoda albo podstawa prawna dla Państwa instytucji. Potrzeby i pozostałe usługi widzi jednostka, która prowadzi sprawę.',
    add: 'Dodaj usługę',
    choose: 'Wybierz wykonawcę',
    send: 'Wyślij pytanie',
    explain: 'Rozstrzygnij',
    decide: 'Zobacz propozycję',
    ask: (provider: string) => `Zapytaj: ${provider}`,
    noNeeds: 'Najpierw potrzeby',
    noNeedsText:
      'Koszyk powstaje z potrzeb zapisanych w diagnozie. Do każdej podpowiemy usługi i instytucje.',
    toDiagnosis: 'Przejdź do diagnozy',
    conclusion: {
      covered: (n: number, asked: number, until: IsoDate | null) =>
        `Pokryta: ${plural(n, services)}${asked > 0 ? `, ${plural(asked, answers)}${until ? ` do ${formatDate(until)}` : ''}` : ''}`,
      waiting: (until: IsoDate | null, n: number) =>
        `Czeka na odpowiedź${until ? ` do ${formatDate(until)}` : ''}, ${plural(n, questions)}`,
      waitingLate: (until: IsoDate | null, n: number) =>
        `Odpowiedź po terminie${until ? ` ${formatDate(until)}` : ''}, ${plural(n, questions)}`,
      mine: 'Instytucja proponuje inaczej: do decyzji',
      queue: (since: IsoDate) => `Na liście oczekujących od ${formatDate(since)}`,
      paused: 'Wstrzymane',
      draft: (n: number) => `${n === 1 ? 'Robocza pozycja' : plural(n, drafts)}: nikt nie został zapytany`,
      promised: (on: IsoDate) => `Obiecane, początek ${formatDate(on)}`,
      promisedLate: (on: IsoDate) => `Obiecane na ${formatDate(on)}, nie zaczęło się`,
      twice: 'Dwie instytucje robią to samo',
      against: 'Dwie usługi mają przeciwne cele',
      gap: 'Nikt jeszcze nie pomaga',
      refused: (since: IsoDate) => `Bez wykonawcy od ${formatDate(since)}`,
      done: 'Zrobione',
      ended: 'Bez efektu, potrzebna inna pomoc',
      unmet: (since: IsoDate) => `Nikt tu tego nie robi, od ${formatDate(since)}`,
    },
  },
  send: {
    title: (n: number) => `${plural(n, questions)} do wysłania`,
    lead: (due: IsoDate) =>
      `Do tej chwili instytucje nie wiedzą o tych pozycjach. Odpowiedź do ${formatDate(due)}.`,
    held: (n: number) => `${plural(n, held)}.`,
    submit: (n: number) => `Wyślij ${plural(n, questions)}`,
    one: 'Zapytaj instytucję',
  },
  lines: {
    title: 'Pozycje koszyka',
    caption: 'Pozycje koszyka usług',
    service: 'Usługa i dla kogo',
    provider: 'Wykonuje',
    state: 'Stan',
    person: 'Dla kogo',
    allStates: 'wszystkie stany',
    allPeople: 'wszystkie osoby',
    filter: 'Pokaż',
    clear: 'Pokaż wszystkie',
    print: 'Drukuj koszyk',
    done: 'Odbyło się',
    when: 'Kiedy',
    empty: 'W koszyku nie ma jeszcze żadnej usługi.',
    answerBy: (on: IsoDate) => `odpowiedź do ${formatDate(on)}`,
    answerLate: (on: IsoDate) => `termin minął ${formatDate(on)}`,
    from: (on: IsoDate) => `od ${formatDate(on)}`,
    period: (from: IsoDate, to: IsoDate) => `${formatDate(from)} – ${formatDate(to)}`,
  },
  money: {
    title: 'Ile to kosztuje',
    lead: (planned: string, coPayment: string) =>
      `Zaplanowano ${planned}, dopłata rodziny: ${coPayment}. Liczymy też pozycje robocze.`,
    caption: 'Koszty usług według tego, kto płaci',
    source: 'Kto płaci',
    unknown: 'nie wskazano',
    lines: 'Pozycje',
    planned: 'Planowane',
    actual: 'Rzeczywiste',
    coPayment: 'Dopłata rodziny',
    total: 'Razem',
    unpriced: (n: number) => `Bez kosztu planowanego: ${plural(n, lines)}.`,
  },
  timeline: {
    title: 'Kiedy co się dzieje',
    lead: 'Pasek to okres usługi, górna krawędź to czas, który minął, kreska to jedno spotkanie.',
  },
  ecomap: {
    title: 'Kto jest wokół rodziny',
    lead: 'Wokół stoją instytucje, które biorą udział. Linia mówi, co je łączy z rodziną i jak to idzie.',
    middle: (subject: string) => (subject === 'environment' ? 'Środowisko' : 'Rodzina'),
  },
  fresh: {
    title: 'Nowa pozycja koszyka',
    choose: 'Na którą potrzebę?',
    lead: (need: string, who: string) => `Potrzeba: ${need}, ${who}.`,
    proposals: 'Kto może pomóc',
    proposalsLead:
      'Najpierw usługi podstawowe, a w każdej ci, u których pomoc może zacząć się najszybciej i najbliżej. Przy każdej instytucji stoi dlaczego.',
    core: 'usługa podstawowa',
    pick: 'Wybierz',
    picked: 'Wybrane',
    nobody: 'Nikt tu tego nie oferuje.',
    service: 'Usługa',
    provider: 'Kto wykonuje',
    persons: 'Dla kogo',
    start: 'Od kiedy',
    end: 'Do kiedy',
    frequency: 'Jak często',
    quantity: (unit: string) => `Ile za każdym razem (${unitGenitive(unit)})`,
    place: 'Gdzie',
    scope: 'Zakres, słowami',
    staff: 'Osoba w instytucji',
    staffNone: 'wskaże instytucja',
    cost: 'Koszt planowany (zł)',
    coPayment: 'Dopłata rodziny (zł)',
    funding: 'Źródło finansowania',
    titleField: 'Własna nazwa',
    legalBasis: 'Podstawa prawna',
    outsideReason: 'Dlaczego instytucja spoza porozumienia',
    moreFields: 'Więcej: ile, gdzie, za ile, skąd pieniądze',
    decision: 'To świadczenie zacznie się dopiero z numerem i datą decyzji administracyjnej.',
    lacks: (missing: string) => `Ta instytucja nie zobaczy pytania: brakuje zgody: ${missing}.`,
    sees: (provider: string, due: IsoDate) =>
      `${provider} zobaczy: imię i nazwisko, kontakt i tę usługę. Odpowiedź do ${formatDate(due)}.`,
    nobodyAnswers:
      'W tej instytucji nikt nie może odpowiedzieć na pytanie: nie ma przedstawiciela. Proszę wskazać osobę niżej, poprosić instytucję, żeby kogoś wyznaczyła, albo zapytać i wysłać jej jednorazowy odnośnik.',
    ask: 'Zapytaj instytucję',
    draft: 'Zapisz roboczo, bez pytania',
    pickFirst: 'Proszę wybrać instytucję z listy.',
  },
  line: {
    need: 'Potrzeba',
    goal: 'Cel',
    takeOver: 'Przyjmij zmianę',
    counterTitle: 'Instytucja proponuje inaczej',
    counterWas: 'Było',
    counterIs: 'Propozycja',
    counterWhen: 'Kiedy',
    counterMuch: 'Ile',
    counterNote: 'Uwaga',
    cancel: 'Anuluj pozycję',
    reason: 'Powód',
    costs: 'Koszty, decyzja i ocena rodziny',
    costPlanned: 'Koszt planowany (zł)',
    costActual: 'Koszt rzeczywisty (zł)',
    decisionNumber: 'Numer decyzji',
    decisionOn: 'Data decyzji',
    save: 'Zapisz',
    history: 'Historia pozycji',
    work: 'Praca z tą usługą',
    answer: 'Odpowiedź na pytanie',
    answerLead: 'To pytanie do własnej jednostki. Odpowiada wskazana osoba albo przedstawiciel jednostki.',
    duplicateReason: 'Uzasadnienie podwójnej usługi',
    outsideReason: 'Uzasadnienie spoza porozumienia',
    endReason: 'Powód zakończenia',
  },
  doneNotes: {
    robocza: 'Pozycja zapisana roboczo.',
    wyslano: 'Pytania wysłane. Termin odpowiedzi stoi przy każdej pozycji.',
    wstrzymano: 'Pozycja zapisana, ale jeszcze nie wysłana: proszę najpierw rozstrzygnąć ostrzeżenie.',
    zapisano: 'Zapisano.',
    rozstrzygnieto: 'Rozstrzygnięcie zapisane.',
    cofnieto: 'Rozstrzygnięcie cofnięte. Ostrzeżenie czeka znowu.',
    anulowano: 'Pozycja anulowana.',
    szablon: 'Usługi z szablonu są w koszyku jako robocze. Żadna instytucja nie została jeszcze zapytana.',
  },
} as const
