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
    forgotten:
      'Nie pamięta Pani/Pan hasła? Nowe zaproszenie wysyła kierownik albo administrator lokalny instytucji.',
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
    choose: 'Pracuj tutaj',
    current: 'wybrane teraz',
  },
  account: {
    institution: 'Moja instytucja',
    title: 'Moje konto',
    person: 'Osoba',
    email: 'Adres e-mail',
    roles: 'Role w tym miejscu pracy',
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
