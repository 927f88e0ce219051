import { formatDate, type IsoDate } from '@/lib/format/dates'
import { type PluralForms, plural, pluralForm } from '@/lib/format/plural'
import { atText } from '@/lib/messages/pl/line-form'

const questions: PluralForms = {
  one: 'pytanie czeka na odpowiedź',
  few: 'pytania czekają na odpowiedź',
  many: 'pytań czeka na odpowiedź',
}
const lateLines: PluralForms = {
  one: 'usługa po terminie',
  few: 'usługi po terminie',
  many: 'usług po terminie',
}
const endedLines: PluralForms = { one: 'usługa', few: 'usługi', many: 'usług' }
const hidden: PluralForms = {
  one: 'osoba bez zgody na przekazanie danych',
  few: 'osoby bez zgody na przekazanie danych',
  many: 'osób bez zgody na przekazanie danych',
}

/** Units of the catalogue with their forms; a unit that is not here is shown as it is. */
const units: Record<string, PluralForms> = {
  miesiąc: { one: 'miesiąc', few: 'miesiące', many: 'miesięcy' },
  spotkanie: { one: 'spotkanie', few: 'spotkania', many: 'spotkań' },
  godzina: { one: 'godzina', few: 'godziny', many: 'godzin' },
  porada: { one: 'porada', few: 'porady', many: 'porad' },
  zajęcia: { one: 'zajęcia', few: 'zajęcia', many: 'zajęć' },
  sesja: { one: 'sesja', few: 'sesje', many: 'sesji' },
  dzień: { one: 'dzień', few: 'dni', many: 'dni' },
  świadczenie: { one: 'świadczenie', few: 'świadczenia', many: 'świadczeń' },
  wizyta: { one: 'wizyta', few: 'wizyty', many: 'wizyt' },
  sprawa: { one: 'sprawa', few: 'sprawy', many: 'spraw' },
  osobodzień: { one: 'osobodzień', few: 'osobodni', many: 'osobodni' },
  wniosek: { one: 'wniosek', few: 'wnioski', many: 'wniosków' },
  dokument: { one: 'dokument', few: 'dokumenty', many: 'dokumentów' },
  posiłek: { one: 'posiłek', few: 'posiłki', many: 'posiłków' },
  turnus: { one: 'turnus', few: 'turnusy', many: 'turnusów' },
  paczka: { one: 'paczka', few: 'paczki', many: 'paczek' },
  warsztat: { one: 'warsztat', few: 'warsztaty', many: 'warsztatów' },
  kurs: { one: 'kurs', few: 'kursy', many: 'kursów' },
  badanie: { one: 'badanie', few: 'badania', many: 'badań' },
  zabieg: { one: 'zabieg', few: 'zabiegi', many: 'zabiegów' },
  decyzja: { one: 'decyzja', few: 'decyzje', many: 'decyzji' },
  szkolenie: { one: 'szkolenie', few: 'szkolenia', many: 'szkoleń' },
  zadanie: { one: 'zadanie', few: 'zadania', many: 'zadań' },
  interwencja: { one: 'interwencja', few: 'interwencje', many: 'interwencji' },
  wydarzenie: { one: 'wydarzenie', few: 'wydarzenia', many: 'wydarzeń' },
  konsultacja: { one: 'konsultacja', few: 'konsultacje', many: 'konsultacji' },
}

/** "godzin" for labels such as "Ile (godzin)". */
export const unitGenitive = (unit: string): string => units[unit]?.many ?? unit

/** "2 godziny", "1,5 godziny" of hundredths. */
export const quantityText = (hundredths: number, unit: string): string => {
  const forms = units[unit]
  return forms
    ? plural(hundredths / 100, forms)
    : `${plural(hundredths / 100, { one: '', few: '', many: '' })}${unit}`
}

/** "12 z 40 godzin". */
export const progressText = (delivered: number, planned: number | null, unit: string): string => {
  if (planned === null) return quantityText(delivered, unit)
  const done = plural(delivered / 100, { one: '', few: '', many: '' }).trim()
  const forms = units[unit]
  const all = plural(planned / 100, { one: '', few: '', many: '' }).trim()
  if (planned === 100) return `${done} z ${all}`
  return `${done} z ${all} ${forms ? pluralForm(planned / 100, { ...forms, one: forms.many, few: forms.many }) : unit}`
}

export const frequencyNames = {
  once: 'jednorazowo',
  weekly: 'raz w tygodniu',
  twiceWeekly: 'dwa razy w tygodniu',
  fortnightly: 'co dwa tygodnie',
  monthly: 'raz w miesiącu',
  asNeeded: 'w miarę potrzeby',
} as const

/** "1 godzina raz w tygodniu, od 1.12.2026 do 30.04.2027". */
export const scheduleText = (line: {
  readonly quantity: number | null
  readonly unit: string
  readonly frequency: string
  readonly weekday?: number | null
  readonly atTime?: string | null
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
}): string => {
  const often = frequencyNames[line.frequency as keyof typeof frequencyNames] ?? line.frequency
  const much = line.quantity === null ? often : `${quantityText(line.quantity, line.unit)} ${often}`
  const until = line.endsOn ? ` do ${formatDate(line.endsOn)}` : ''
  const at = atText(line.weekday ?? null, line.atTime ?? null)
  return `${much}, ${at ? `${at}, ` : ''}od ${formatDate(line.startsOn)}${until}`
}

export const lineStatusNames = {
  draft: 'Robocza',
  proposed: 'Czeka na odpowiedź',
  accepted: 'Przyjęta',
  declined: 'Odrzucona',
  counterProposed: 'Inna propozycja',
  waitingList: 'Lista oczekujących',
  scheduled: 'Zaplanowana',
  inProgress: 'W realizacji',
  delivered: 'Zrealizowana',
  partlyDelivered: 'Zrealizowana częściowo',
  notDelivered: 'Niezrealizowana',
  suspended: 'Wstrzymana',
  cancelled: 'Anulowana',
} as const

/** Sentences for a step that is refused; the same words as the errors of the commands. */
export const lineRefusals = {
  final: 'Ta pozycja jest już zakończona i nic się w niej nie zmienia.',
  notSent: 'Ta pozycja jest jeszcze robocza: nikt nie został zapytany.',
  alreadySent: 'To pytanie zostało już wysłane.',
  alreadyAnswered: 'Na to pytanie ktoś już odpowiedział.',
  counterWaits: 'Państwa propozycja czeka na odpowiedź koordynatora rodziny.',
  onWaitingList: 'Ta osoba jest już na liście oczekujących.',
  notAccepted: 'Najpierw instytucja musi przyjąć tę usługę.',
  notScheduled: 'Najpierw proszę zaplanować, kiedy usługa się zacznie.',
  notStarted: 'Ta usługa jeszcze się nie zaczęła.',
  alreadyStarted: 'Ta usługa już trwa.',
  isSuspended: 'Ta usługa jest wstrzymana. Najpierw proszę ją wznowić.',
  notSuspended: 'Ta usługa nie jest wstrzymana.',
  noCounter: 'Nie ma tu innej propozycji do przyjęcia.',
  caseClosed: 'Współpraca z tą rodziną się zakończyła.',
  noPlanInForce: 'Zacząć można, gdy rodzina i zespół podpiszą plan, w którym jest ta usługa.',
  noDecision: 'To świadczenie wymaga decyzji administracyjnej: proszę podać jej numer i datę.',
} as const

export const serviceMessages = {
  title: 'Moje usługi',
  institutionTitle: 'Usługi instytucji',
  lead: (toAnswer: number, late: number): string =>
    [
      toAnswer === 0 ? 'Żadne pytanie nie czeka na odpowiedź.' : `${plural(toAnswer, questions)}.`,
      late === 0 ? '' : `${plural(late, lateLines)}.`,
    ]
      .filter(Boolean)
      .join(' '),
  onlyYours: 'Widać tu tylko usługi, o które poproszono tę osobę. Diagnozy i innych spraw rodziny nie widać.',
  onlyInstitution:
    'Widać tu usługi, o które poproszono instytucję. Diagnozy i innych spraw rodziny nie widać.',
  empty: {
    title: 'Nie ma tu jeszcze żadnej usługi',
    text: 'Gdy koordynator rodziny zapyta o usługę, pytanie pojawi się w tym miejscu.',
  },
  toAnswer: 'Czekają na odpowiedź',
  waiting: 'Czekają na termin albo na koordynatora',
  running: 'Prowadzone',
  ended: 'Zakończone w ostatnich 30 dniach',
  endedEarlier: {
    link: 'Zakończone dawniej',
    title: 'Zakończone usługi',
    lead: 'Wszystkie, od zakończonej najpóźniej.',
    shown: (n: number) => plural(n, endedLines),
    empty: 'Żadna usługa nie została jeszcze zakończona',
  },
  forWhom: 'Dla kogo',
  howMuch: 'Ile',
  asks: 'Pyta',
  where: 'Gdzie',
  what: 'Zakres',
  done: 'Odbyło się',
  responsible: 'Wykonuje',
  nobody: 'nikt nie jest jeszcze wskazany',
  environment: 'środowisko lokalne',
  hidden: (n: number) => plural(n, hidden),
  contact: 'Kontakt',
  decision: 'Decyzja',
  decisionOf: (number: string, on: string) => `${number} z ${on}`,
  answerBy: (on: IsoDate) => `Odpowiedź do ${formatDate(on)}`,
  answerLate: (on: IsoDate) => `Termin odpowiedzi minął ${formatDate(on)}`,
  lastOn: (on: IsoDate) => `ostatnio ${formatDate(on)}`,
  expectedOn: (on: IsoDate) => `oczekiwano ${formatDate(on)}, brak wpisu`,
  beginsOn: (on: IsoDate) => `początek ${formatDate(on)}`,
  waitingSince: (on: IsoDate) => `na liście od ${formatDate(on)}`,
  details: 'Szczegóły i wpisy',
  undo: 'Cofnij wpis',
  back: 'Wróć do listy',
  answer: {
    accept: 'Przyjmuję',
    acceptFor: (service: string) => `Przyjęcie: ${service}`,
    decline: 'Nie mogę przyjąć',
    why: 'Dlaczego nie można przyjąć?',
    note: 'Uwaga dla koordynatora',
    sendDecline: 'Wyślij odmowę',
    other: 'Inny termin albo lista oczekujących',
    wait: 'Wpisz na listę oczekujących',
    waitHint: 'Miejsce w kolejce jest pewne, termin nie. Później można przyjąć albo odmówić.',
    counter: 'Zaproponuj inaczej',
    counterStart: 'Możemy zacząć od',
    counterQuantity: (unit: string) => `Ile za każdym razem (${unitGenitive(unit)})`,
  },
  assign: {
    title: 'Wskaż osobę, która wykona usługę',
    person: 'Osoba',
    submit: 'Wskaż',
  },
  schedule: {
    title: 'Zaplanuj',
    start: 'Od kiedy',
    end: 'Do kiedy',
    frequency: 'Jak często',
    quantity: (unit: string) => `Ile za każdym razem (${unitGenitive(unit)})`,
    place: 'Miejsce',
    more: 'Ile, gdzie i do kiedy',
    submit: 'Zaplanuj',
    change: 'Zmień termin',
  },
  start: {
    title: 'Rozpocznij',
    number: 'Numer decyzji',
    on: 'Data decyzji',
    submit: 'Rozpocznij',
  },
  deliver: {
    title: 'Odnotuj',
    date: 'Data',
    quantity: (unit: string) => `Ile (${unitGenitive(unit)})`,
    more: 'Dopisz uwagę',
    afterEnd: (on: IsoDate) =>
      `Usługa zakończyła się ${formatDate(on)}. Przez 14 dni można dopisać albo poprawić to, co się odbyło.`,
    note: 'Uwaga dla koordynatora',
    submit: 'Zapisz',
  },
  series: {
    title: (n: number) => `Zapisz kilka dni naraz (${n} bez wpisu)`,
    label: 'Zapisz kilka dni naraz',
    days: 'Kiedy się odbyło',
    hint: 'Dni z planu, przy których nic jeszcze nie zapisano. Proszę zaznaczyć te, w które usługa się odbyła.',
    quantity: (unit: string) => `Ile każdego dnia (${unitGenitive(unit)})`,
    submit: 'Zapisz zaznaczone dni',
  },
  finish: {
    title: 'Zakończ usługę',
    result: 'Jak się skończyło?',
    options: {
      delivered: 'Zrealizowana w całości',
      partlyDelivered: 'Zrealizowana częściowo',
      notDelivered: 'Niezrealizowana',
    },
    note: 'Dlaczego nie w całości',
    noteHint: 'Potrzebne, gdy usługa nie została zrealizowana w całości.',
    submit: 'Zakończ',
  },
  suspend: { title: 'Wstrzymaj', note: 'Powód przerwy', submit: 'Wstrzymaj' },
  resume: 'Wznów',
  deliveries: {
    title: 'Plan i co się odbyło',
    lead: (progress: string, result: string | null) =>
      `Odbyło się: ${progress}.${result ? ` Wynik: ${result.toLocaleLowerCase('pl')}.` : ''}`,
    planned: 'Zaplanowano',
    took: 'Odbyło się',
    ahead: 'przed nami',
    notNoted: 'nie zapisano',
    on: 'Kiedy',
    quantity: 'Ile',
    note: 'Uwaga',
    action: 'Co zrobić',
    cancelled: 'cofnięto',
    empty: 'Nie ma jeszcze żadnego wpisu.',
  },
  doneNotes: {
    accept: 'Usługa przyjęta. Koordynator rodziny już to widzi.',
    decline: 'Odmowa wysłana. Koordynator rodziny poszuka kogoś innego.',
    wait: 'Wpisano na listę oczekujących.',
    counter: 'Propozycja wysłana do koordynatora rodziny.',
    assign: 'Wskazano osobę.',
    schedule: 'Termin zapisany.',
    start: 'Usługa się zaczęła.',
    deliver: 'Odnotowano.',
    series: 'Zapisano zaznaczone dni.',
    undo: 'Wpis cofnięty.',
    finish: 'Usługa zakończona.',
    suspend: 'Usługa wstrzymana.',
    resume: 'Usługa wznowiona.',
  },
} as const
