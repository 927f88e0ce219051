import { formatDate, type IsoDate } from '@/lib/format/dates'

/** Sign-in, working context, own account. */
export const signInMessages = {
  title: 'Wejście',
  claim: 'Wiele instytucji, jeden plan rodziny',
  lead: 'Kooperacja łączy ośrodki pomocy społecznej, szkoły, policję, ochronę zdrowia i inne instytucje gminy i powiatu wokół koszyka usług dla rodziny.',
  form: {
    title: 'Zaloguj się',
    email: 'Służbowy adres e-mail',
    password: 'Hasło',
    submit: 'Zaloguj się',
    pending: 'Sprawdzam…',
    hint: 'Po 15 minutach bez ruchu poprosimy o hasło jeszcze raz. Wpisany tekst zostanie na miejscu.',
    kept: 'Sesja się skończyła, zanim formularz doszedł. Nic nie zginęło: po zalogowaniu ta sama osoba dostanie go z powrotem z wpisanym tekstem. Czeka godzinę.',
    forgotten: 'Nie pamiętam hasła',
  },
  password: {
    title: 'Nowe hasło',
    lead: 'Wyślemy jednorazowy odnośnik na służbowy adres konta. Działa przez godzinę.',
    ask: 'Wyślij odnośnik',
    asked:
      'Jeśli ten adres ma konto, odnośnik jest już w drodze. Gdy list nie przyjdzie w kilka minut, pomoże kierownik albo administrator lokalny instytucji.',
    back: 'Wróć do logowania',
    newLead: 'Nowe hasło kończy wszystkie sesje tego konta.',
    submit: 'Ustaw nowe hasło',
    done: 'Hasło zmienione. Proszę się zalogować.',
    gone: 'Ten odnośnik już nie działa',
    goneText: 'Odnośnik działa raz, przez godzinę.',
    again: 'Poproś o nowy odnośnik',
  },
  demo: {
    title: 'Wersja pokazowa: proszę wybrać osobę',
    lead: 'Wszystkie osoby i rodziny są zmyślone. Jedno naciśnięcie otwiera pierwszy ekran tej roli.',
    mailbox: 'Skrzynka wersji pokazowej: zaproszenia, które wysłałby e-mail',
  },
  context: {
    title: 'Gdzie Pani/Pan teraz pracuje?',
    lead: 'Role z różnych instytucji nigdy nie działają razem. Proszę wybrać miejsce pracy; można je zmienić w każdej chwili.',
    none: 'Nie ma Pani/Pan teraz żadnej roli',
    noneText:
      'Rolę nadaje kierownik albo administrator lokalny instytucji. Do tego czasu żadna strona nie jest dostępna.',
    expired: (institution: string, on: IsoDate) =>
      `${institution}: upoważnienie wygasło dnia ${formatDate(on)}`,
    expiredText: (renewers: string | null) =>
      renewers
        ? `Bez ważnego upoważnienia nie można tu pracować. Proszę zwrócić się o nowe do: ${renewers}.`
        : 'Bez ważnego upoważnienia nie można tu pracować. Proszę zwrócić się o nowe do ROPS swojego województwa.',
    choose: 'Pracuj tutaj',
    current: 'wybrane teraz',
  },
  account: {
    institution: 'Moja instytucja',
    title: 'Moje konto',
    person: 'Osoba',
    email: 'Adres e-mail',
    roles: 'Role w tym miejscu pracy',
    contact: 'Telefon i forma grzecznościowa',
    phone: 'Telefon służbowy',
    phoneHint: 'Widzą go osoby z instytucji, z którymi Pani/Pan pracuje.',
    save: 'Zapisz',
    saved: 'Zapisane.',
    authorisation: 'Imienne upoważnienie',
    authorisationEnds: (on: IsoDate) =>
      `Upoważnienie kończy się ${formatDate(on)}. Nowe wystawia kierownik albo administrator lokalny instytucji.`,
    acknowledge: 'Potwierdzam, że znam to upoważnienie',
    acknowledgeDone: 'Potwierdzone.',
    signOut: 'Wyloguj się',
    signOutEverywhere: 'Wyloguj się wszędzie',
    everywhereText: 'Kończy sesje na wszystkich urządzeniach, także tę.',
  },
  mailbox: {
    title: 'Skrzynka wersji pokazowej',
    lead: 'W wersji pokazowej żaden list nie wychodzi na zewnątrz. Tutaj widać, co zostałoby wysłane.',
    empty: 'Skrzynka jest pusta',
    emptyText: 'Listy pojawią się tu po pierwszym zaproszeniu.',
    to: 'Do',
    subject: 'Temat',
    at: 'Kiedy',
    text: 'Treść',
  },
} as const
