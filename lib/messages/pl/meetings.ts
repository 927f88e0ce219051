import { formatDate, formatLongDate, formatWeekday, type IsoDate } from '@/lib/format/dates'
import { plural } from '@/lib/format/plural'

const questions = { one: 'pytanie', few: 'pytania', many: 'pytań' }
const referrals = { one: 'nowe zgłoszenie', few: 'nowe zgłoszenia', many: 'nowych zgłoszeń' }
const lateTasks = { one: 'zadanie po terminie', few: 'zadania po terminie', many: 'zadań po terminie' }
const remarks = { one: 'uwaga czeka', few: 'uwagi czekają', many: 'uwag czeka' }

/** Titles of items that the product proposes; counts alone, no case and no name. */
export const agendaTitles = {
  answers: (n: number) => `Odpowiedzi instytucji: ${plural(n, questions)} po terminie`,
  referrals: (n: number) => `Zgłoszenia: ${plural(n, referrals)}`,
  tasks: (n: number) => `Zadania zespołu: ${plural(n, lateTasks)}`,
  agreement: (on: IsoDate) => `Porozumienie kończy się ${formatDate(on)}: przedłużenie`,
  earlier: 'Zadania z poprzedniego spotkania',
  other: 'Sprawy różne i termin następnego spotkania',
}

export const calendarWords = {
  name: 'Kooperacja: spotkania',
  summary: (gmina: string) => `Spotkanie zespołu – ${gmina}`,
}

export const meetingMessages = {
  title: 'Spotkania',
  papers: 'Dokumenty spotkania',
  one: (on: IsoDate) => `Spotkanie ${formatDate(on)}`,
  metaTitle: 'Spotkanie zespołu',
  lead: (weekday: IsoDate, at: string, place: string) => `${formatWeekday(weekday)}, godz. ${at}, ${place}`,
  status: {
    planned: { name: 'planowane', tone: 'off' },
    called: { name: 'zwołane', tone: 'wait' },
    held: { name: 'odbyte', tone: 'going' },
    minutes: { name: 'protokół do uwag', tone: 'mine' },
    approved: { name: 'protokół zatwierdzony', tone: 'done' },
    cancelled: { name: 'odwołane', tone: 'off' },
  },
  rhythm: (by: IsoDate, late: boolean) =>
    late
      ? `Następne spotkanie powinno było odbyć się do ${formatDate(by)}.`
      : `Następne spotkanie najpóźniej ${formatDate(by)}.`,
  never: 'Zespół nie miał jeszcze spotkania.',
  last: (on: IsoDate) => `Ostatnie spotkanie: ${formatDate(on)}.`,
  empty: 'Nie ma jeszcze spotkań',
  emptyText: 'Zaplanowane spotkanie podpowie porządek z tego, co czeka.',
  caption: 'Spotkania zespołu',
  columns: { day: 'Dzień', place: 'Miejsce', status: 'Stan' },
  plan: 'Zaplanuj spotkanie',
  planHint: (on: IsoDate) => `Aby zaprosić w terminie, spotkanie może być od ${formatDate(on)}.`,
  day: 'Dzień',
  hour: 'Godzina',
  place: 'Miejsce',
  placeHint: 'Adres albo sala. Bez nazwisk.',
  link: 'albo odnośnik do spotkania zdalnego',
  share: 'Kworum: więcej niż … % stron',
  save: 'Zapisz zmiany',
  edit: 'Zmień dzień, godzinę albo miejsce',
  agenda: 'Porządek',
  agendaEmpty: 'Porządek jest pusty. Proszę wybrać punkty z tego, co czeka.',
  proposals: 'Co czeka na zespół',
  proposalsLead:
    'Ułożone z pytań bez odpowiedzi, zgłoszeń, terminów i zadań. Sprawy widzą w porządku tylko osoby, które z nimi pracują.',
  ownItem: 'Własny punkt',
  ownItemHint: 'Bez nazwisk i numerów spraw.',
  addItems: 'Dodaj do porządku',
  up: (title: string) => `Wyżej: ${title}`,
  down: (title: string) => `Niżej: ${title}`,
  drop: (title: string) => `Usuń z porządku: ${title}`,
  upShort: 'Wyżej',
  downShort: 'Niżej',
  dropShort: 'Usuń',
  caseItem: (number: string) => `Sprawa ${number}`,
  reason: {
    referral: 'nowe zgłoszenie',
    late: 'etap po terminie',
    review: 'czas na spojrzenie na pracę',
    answers: 'instytucja nie odpowiedziała w terminie',
    other: 'do omówienia',
  } as Record<string, string>,
  next: 'Co dalej',
  call: 'Zwołaj: wyślij zaproszenia',
  callText:
    'Zaproszenie z dniem, godziną i miejscem dostaną przedstawiciele, zastępcy, koordynator, lider i animator.',
  shortNotice: 'Dlaczego krócej niż termin zespołu',
  shortNoticeHint: (on: IsoDate) =>
    `Termin zespołu pozwala na spotkanie od ${formatDate(on)}. Wcześniejsze wymaga powodu.`,
  calledShort: (reason: string) => `Zwołane w krótszym terminie: ${reason}`,
  run: 'Prowadź spotkanie',
  hold: 'Spotkanie się odbyło',
  holdText: 'Po zapisaniu obecności i ustaleń. Dalej jest protokół.',
  cancel: 'Odwołaj spotkanie',
  cancelReason: 'Dlaczego',
  cancelled: (reason: string) => `Odwołane: ${reason}`,
  calendarFile: 'Dodaj do kalendarza (plik .ics)',
  attendance: 'Obecność',
  invitedAll: (n: number) => `Zaproszone strony (${n})`,
  quorumAhead: (needed: number) => `Do kworum potrzeba obecnych stron: ${needed}.`,
  quorum: (present: number, all: number, needed: number, reached: boolean) =>
    `Obecne strony: ${present} z ${all}. ${reached ? 'Jest kworum' : 'Nie ma kworum'} (potrzeba ${needed}).`,
  came: { nobody: 'nieobecna', representative: 'przedstawiciel', deputy: 'zastępca', other: 'ktoś inny' },
  cameBy: (how: string, name: string) => `${how}: ${name}`,
  seat: (how: string, name: string | null) => (name ? `${how}: ${name}` : how),
  cameLabel: (institution: string) => `Obecność: ${institution}`,
  cameName: (institution: string) => `Kto przyszedł: ${institution}`,
  saveAttendance: 'Zapisz obecność',
  decisions: 'Ustalenia',
  decisionsEmpty: 'Nie zapisano jeszcze ustaleń.',
  decide: 'Zapisz ustalenie',
  decideText: 'Co ustalono',
  decideHint: 'Raz, jednym zdaniem: stanie się zadaniem. Bez nazwisk i numerów spraw.',
  decideItem: 'Punkt porządku',
  decided: (who: string, on: IsoDate) => `${who}, do ${formatDate(on)}`,
  minutes: 'Protokół',
  minutesLead: 'Obecność, porządek i ustalenia dopisują się same. Tutaj tylko przebieg.',
  minutesBody: 'Przebieg spotkania',
  writeMinutes: 'Zapisz przebieg',
  sendMinutes: 'Wyślij projekt do uwag',
  sentOn: (until: IsoDate) => `Uwagi do ${formatDate(until)}.`,
  draft: 'Projekt protokołu',
  approvedBy: (name: string, on: IsoDate) =>
    `Zatwierdził(a) ${name}, ${formatDate(on)}. Protokołu nie można już zmienić, poprawka to aneks.`,
  hash: (hash: string) => `Skrót treści (SHA-256): ${hash}`,
  remarks: 'Uwagi',
  remark: 'Dodaj uwagę',
  remarkBody: 'Co poprawić w projekcie',
  answer: 'Odpowiedz',
  answerBody: 'Odpowiedź: co uwzględniono',
  answered: (by: string | null, text: string) => `Odpowiedź${by ? ` (${by})` : ''}: ${text}`,
  unanswered: 'bez odpowiedzi',
  approve: 'Zatwierdź protokół',
  approveText: 'Po zatwierdzeniu niczego w spotkaniu nie da się zmienić.',
  annexes: 'Aneksy',
  annex: 'Dodaj aneks',
  annexBody: 'Co prostuje aneks',
  done: {
    zaplanowano: 'Spotkanie zaplanowane. Teraz porządek i zaproszenia.',
    zmieniono: 'Zapisano.',
    zwolano: 'Zaproszenia wysłane.',
    odwolano: 'Spotkanie odwołane, zaproszeni dostali wiadomość.',
    odbyto: 'Zapisano, że spotkanie się odbyło. Teraz protokół.',
    obecnosc: 'Obecność zapisana.',
    ustalono: 'Ustalenie zapisane, jest już zadaniem.',
    zapisano: 'Ustalenie zapisane.',
    przebieg: 'Przebieg zapisany.',
    wyslano: 'Projekt protokołu wysłany do uwag.',
    uwaga: 'Uwaga zapisana.',
    odpowiedz: 'Odpowiedź zapisana.',
    zatwierdzono: 'Protokół zatwierdzony.',
    aneks: 'Aneks zapisany.',
  } as Record<string, string>,
  screen: {
    title: (on: IsoDate) => `Spotkanie zespołu, ${formatLongDate(on)}`,
    metaTitle: 'Prowadzenie spotkania',
    hidden: 'Punkt o sprawie',
    hiddenText: 'Treść jest zasłonięta.',
    open: 'Odsłoń punkt',
    close: 'Zasłoń',
    stage: (name: string) => `Etap: ${name}`,
    due: (on: IsoDate) => `termin etapu ${formatDate(on)}`,
    asked: (n: number) => `${plural(n, questions)} do instytucji bez odpowiedzi`,
    logged: 'Odsłonięcie zapisano w rejestrze dostępu.',
    back: 'Wróć do spotkania',
    outside: 'poza porządkiem',
    decideCase: 'Zapisz ustalenie w sprawie',
  },
  feed: {
    title: 'Kalendarz spotkań',
    lead: 'Adres do zasubskrybowania w kalendarzu telefonu albo komputera: gmina, dzień, godzina i miejsce, nic więcej.',
    make: 'Utwórz adres kalendarza',
    again: 'Utwórz nowy adres, stary przestanie działać',
    made: (address: string) => `Adres kalendarza, pokazujemy go tylko raz: ${address}`,
    since: (on: IsoDate) =>
      `Adres działa od ${formatDate(on)}. Kto go zna, widzi terminy: proszę go nikomu nie dawać.`,
    revoke: 'Unieważnij adres',
    revoked: 'Adres już nie działa.',
  },
  remarksOpen: (n: number) => plural(n, remarks),
} as const

type Params = Readonly<Record<string, string | number>>

export const meetingErrors: Record<string, (p: Params) => string> = {
  'meeting.noAgenda': () => 'Porządek jest pusty. Proszę dodać co najmniej jeden punkt.',
  'meeting.notSafe': (p) =>
    `W rodzinie jest osoba chroniona, a zaproszenie zdradziłoby, kiedy i gdzie będzie. Bez wskazania jako bezpieczne nie można zaprosić: ${p.houses}. Proszę wskazać je w ochronie tej osoby, zaprosić bez nich albo spotkać się bez rodziny.`,
  'meeting.tooSoon': (p) =>
    `Zaproszenia nie zdążą: spotkanie może być najwcześniej ${p.earliest}. Wcześniejsze wymaga powodu.`,
  'meeting.dayGone': () => 'Ten dzień już minął. Proszę wybrać inny.',
  'meeting.notYet': () => 'Spotkanie jest dopiero planowane na późniejszy dzień.',
  'meeting.nobodyCame': () => 'Proszę najpierw zapisać obecność.',
  'meeting.noMinutes': () => 'Proszę najpierw zapisać przebieg spotkania.',
  'meeting.remarksOpen': (p) => `Uwagi bez odpowiedzi: ${p.count}. Proszę odpowiedzieć na każdą.`,
}

export const meetingFieldErrors: Record<string, string> = {
  meetingNamesCase:
    'Numer sprawy nie należy do tego, co czyta cały zespół. Sprawę można dodać jako osobny punkt.',
  meetingLink: 'Proszę podać adres zaczynający się od https://',
}
