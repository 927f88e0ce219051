/** Declaration of accessibility (act of 4.04.2019) and what is said of data before sign-in. */
export const declarations = {
  accessibility: {
    title: 'Deklaracja dostępności',
    intro: (operator: string) =>
      `${operator} zobowiązuje się zapewnić dostępność cyfrową systemu Kooperacja zgodnie z ustawą z 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.`,
    someone: 'Podmiot, który prowadzi system,',
    published: 'Data publikacji systemu',
    updated: 'Data ostatniej ważnej zmiany',
    prepared: 'Data sporządzenia deklaracji',
    reviewed: 'Data ostatniego przeglądu deklaracji',
    statusTitle: 'Stan dostępności',
    status:
      'System jest częściowo zgodny z ustawą i wytycznymi WCAG 2.2 na poziomie AA. Sprawdzamy go automatycznie przy każdej zmianie (axe, każda strona) oraz klawiaturą. Deklarację sporządzono na podstawie samooceny; niezależny audyt jeszcze się nie odbył.',
    knownTitle: 'Co jeszcze nie działa dobrze',
    known:
      'Mapy i wykresy mają obok tabelę z tymi samymi danymi; samych rysunków nie da się przejść czytnikiem ekranu punkt po punkcie. Nie ma jeszcze tłumaczenia na polski język migowy ani tekstu łatwego do czytania.',
    keysTitle: 'Klawiatura',
    keys: 'System działa z klawiatury. Ukośnik (/) przenosi do wyszukiwarki, pierwszy klawisz Tab pokazuje łącze „Przejdź do treści”.',
    contactTitle: 'Uwagi i prośby o dostęp',
    contact: 'Problemy z dostępnością proszę zgłaszać do:',
    noContact: 'Problemy z dostępnością proszę zgłaszać administratorowi lokalnemu swojej instytucji.',
    name: 'Podmiot',
    address: 'Adres',
    email: 'E-mail',
    phone: 'Telefon',
    procedureTitle: 'Obsługa wniosków i skarg',
    procedure:
      'W zgłoszeniu proszę podać: swoje dane kontaktowe, którą stronę i jaki element trzeba udostępnić oraz w jaki sposób. Odpowiedź przychodzi niezwłocznie, najpóźniej po 7 dniach od wystąpienia z żądaniem; gdy to niemożliwe, podamy nowy termin, nie dłuższy niż 2 miesiące. Gdy odmówimy, można złożyć skargę.',
    complaint: 'Po wyczerpaniu tej drogi można złożyć wniosek do ',
    ombudsman: 'Rzecznika Praw Obywatelskich',
    buildingTitle: 'Dostępność architektoniczna',
    building:
      'System jest usługą internetową. O dostępności siedziby swojej instytucji informuje ta instytucja.',
  },
  privacy: {
    title: 'Ochrona danych',
    lead: 'Kto odpowiada za dane w systemie i gdzie jest klauzula informacyjna (art. 13 i 14 RODO).',
    clausesTitle: 'Klauzule informacyjne instytucji',
    noClauses: 'Żadna instytucja nie ogłosiła jeszcze klauzuli.',
    clauseTitle: 'Klauzula informacyjna',
    version: (no: number, from: string) => `wersja ${no}, obowiązuje od ${from}`,
    back: 'Ochrona danych',
    sections: [
      {
        id: 'controller',
        title: 'Administrator danych rodziny',
        text: 'Administratorem danych rodziny jest instytucja, która prowadzi jej sprawę, zwykle ośrodek pomocy społecznej. Instytucje, które uczestniczą w pomocy, odpowiadają za dane, które same otrzymały. Operator systemu tylko przetwarza dane na ich zlecenie (art. 28 RODO).',
      },
      {
        id: 'clause',
        title: 'Klauzula informacyjna',
        text: 'Każda instytucja ma własną klauzulę z numerem wersji. Rodzina dostaje ją na piśmie, zanim wyrazi zgodę; system zapisuje, którą wersję, kiedy i w jaki sposób.',
      },
      {
        id: 'consent',
        title: 'Zgoda i jej wycofanie',
        text: 'Wymiana danych między instytucjami opiera się na zgodzie każdej osoby albo na przepisie. Odmowa i wycofanie zgody nie zmieniają prawa do świadczeń. Wycofanie działa natychmiast.',
      },
      {
        id: 'staff',
        title: 'Dane pracowników',
        text: 'O pracownikach system przechowuje imię, nazwisko, służbowy adres e-mail i telefon, stanowisko, role oraz zapis czynności. Zapis czynności jest przechowywany co najmniej 2 lata (Krajowe Ramy Interoperacyjności).',
      },
    ],
  },
} as const
