/** Declaration of accessibility (act of 4.04.2019) and what is said of data before sign-in. */
export const declarations = {
  accessibility: {
    title: 'Deklaracja dostępności',
    lead: 'Dotyczy systemu Kooperacja. Stan na 24.11.2026.',
    sections: [
      {
        id: 'status',
        title: 'Stan dostępności',
        text: 'System jest budowany według ustawy z 4 kwietnia 2019 r. o dostępności cyfrowej i wytycznych WCAG 2.2 na poziomie AA. Sprawdzamy go automatycznie przy każdej zmianie (axe) oraz ręcznie klawiaturą. Niezależny audyt jeszcze się nie odbył, dlatego deklarujemy częściową zgodność.',
      },
      {
        id: 'known',
        title: 'Co jeszcze nie działa dobrze',
        text: 'Mapy i wykresy mają tabelę z tymi samymi danymi obok; samych rysunków nie da się przejść czytnikiem ekranu punkt po punkcie. Nie ma jeszcze tłumaczenia na polski język migowy ani tekstu łatwego do czytania.',
      },
      {
        id: 'contact',
        title: 'Uwagi i prośby o dostęp',
        text: 'Proszę zgłosić problem administratorowi lokalnemu swojej instytucji; dane kontaktowe instytucji są w rejestrze „Instytucje”. Odpowiedź przychodzi najpóźniej po 7 dniach, a gdy to niemożliwe, po 2 miesiącach z wyjaśnieniem.',
      },
      {
        id: 'complaint',
        title: 'Skarga',
        text: 'Jeśli prośba o dostęp zostanie odrzucona, można złożyć skargę do instytucji, a potem do Rzecznika Praw Obywatelskich (www.rpo.gov.pl).',
      },
      {
        id: 'keys',
        title: 'Klawiatura',
        text: 'Cały system działa z klawiatury. Ukośnik (/) przenosi do wyszukiwarki, pierwszy klawisz Tab pokazuje łącze „Przejdź do treści”.',
      },
    ],
  },
  privacy: {
    title: 'Ochrona danych',
    lead: 'Kto odpowiada za dane w systemie i gdzie jest klauzula informacyjna (art. 13 i 14 RODO).',
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
