import { formatInstant } from '@/lib/format/dates'

/** Refusals of the one-time link, by the keys of its functions. */
export const linkErrors: Record<string, () => string> = {
  'link.wrong': () =>
    'Kod nie pasuje do tego odnośnika albo odnośnik już nie działa: był użyty, cofnięto go albo minęło 7 dni. Po pięciu błędnych kodach odnośnik wygasa. Proszę zadzwonić do osoby, która go wysłała.',
  'link.gone': () =>
    'Ten odnośnik już nie działa: ktoś odpowiedział, pytanie cofnięto albo minął czas. Proszę zadzwonić do osoby, która go wysłała.',
  'link.closed': () =>
    'Tego pytania nie można teraz wysłać odnośnikiem: nie czeka na odpowiedź albo brakuje zgody rodziny dla tej instytucji.',
  'link.somebody': () => 'W tej instytucji jest już ktoś, kto może odpowiedzieć po zalogowaniu.',
  'link.often': () =>
    'Dziś wysłano już pięć odnośników do tej pozycji. Proszę spróbować jutro albo zadzwonić.',
}

/** The page of somebody without an account. */
export const byLinkMessages = {
  title: 'Pytanie o usługę',
  codeTitle: 'Proszę podać kod',
  codeLead:
    'Kod podaje telefonicznie osoba, która wysłała ten odnośnik. Bez kodu nie widać tu niczego. Po pięciu błędnych kodach odnośnik wygasa.',
  code: 'Kod (8 cyfr)',
  show: 'Pokaż pytanie',
  lead: (institution: string) =>
    `Pytanie do instytucji: ${institution}. Widać tu tylko tę jedną usługę, nic więcej o rodzinie.`,
  secrecy:
    'To, co jest na tej stronie, obejmuje tajemnica: proszę nie przekazywać tego nikomu, komu nie jest to potrzebne do odpowiedzi.',
  service: 'Usługa',
  until: 'Odpowiedź do',
  nobodyNamed: 'Rodzina nie zgodziła się na podanie imion i nazwisk.',
  answerTitle: 'Odpowiedź instytucji',
  name: 'Imię i nazwisko osoby, która odpowiada',
  nameHint: 'Zobaczy je koordynator rodziny.',
  function: 'Funkcja w instytucji',
  answer: 'Odpowiedź',
  answers: {
    accept: 'Przyjmujemy',
    decline: 'Odmawiamy',
    wait: 'Wpisujemy na listę oczekujących',
  },
  reason: 'Powód odmowy',
  reasonHint: 'Tylko przy odmowie.',
  noReason: 'wybierz przy odmowie',
  note: 'Dopisek',
  noteHint: 'Kiedy zwolni się miejsce, o co jeszcze zapytać. Bez danych o zdrowiu i sytuacji rodziny.',
  send: 'Wyślij odpowiedź',
  doneTitle: 'Dziękujemy, odpowiedź zapisano',
  doneText: 'Osoba, która pytała, zobaczy ją od razu. Ten odnośnik już nie działa, stronę można zamknąć.',
} as const

const ends: Readonly<Record<string, string>> = {
  answered: 'odpowiedziano',
  takenBack: 'cofnięty',
  replaced: 'zastąpiony nowszym',
  tries: 'wygasł po pięciu błędnych kodach',
  moved: 'niepotrzebny, stan pozycji się zmienił',
  closed: 'wygasł, bo zgoda już nie obejmuje tej instytucji',
  expired: 'minęło 7 dni',
}

/** The coordinator's side, on the page of the line. */
export const lineLinkMessages = {
  title: 'Instytucja bez konta',
  lead: 'W tej instytucji nikt nie może się zalogować i odpowiedzieć. Można wysłać odnośnik na jej adres: pokaże tylko tę jedną pozycję, po podaniu kodu.',
  email: 'Adres e-mail instytucji',
  emailHint: 'W wiadomości nie ma nazwiska ani usługi.',
  replaces: 'Poprzedni odnośnik przestanie działać.',
  send: 'Wyślij odnośnik',
  sent: (code: string) =>
    `Wysłano odnośnik. Kod: ${code.slice(0, 4)} ${code.slice(4)}. Pokazujemy go tylko teraz: proszę podać go instytucji przez telefon, nie e-mailem.`,
  takeBack: 'Cofnij odnośnik',
  takenBack: 'Odnośnik cofnięto.',
  last: 'Ostatni odnośnik',
  state: (link: {
    readonly recipient: string
    readonly sentAt: Date
    readonly expiresAt: Date
    readonly openedAt: Date | null
    readonly endedWhy: string | null
  }) =>
    [
      `${link.recipient}, wysłany ${formatInstant(link.sentAt)}`,
      link.endedWhy === null ? `działa do ${formatInstant(link.expiresAt)}` : ends[link.endedWhy],
      link.openedAt ? `otwarty ${formatInstant(link.openedAt)}` : 'nieotwarty',
    ].join(', '),
  answeredBy: (by: { name: string; function: string }) => `${by.name}, ${by.function} (przez odnośnik)`,
} as const
