import { field, heading, lines, type Paper, type PaperData, paragraph, rowsOf } from '@/lib/format/paper'

type Build = (data: PaperData) => Paper

const of = (d: PaperData): string =>
  `${field(d, 'zespol')}, gmina ${field(d, 'gmina')}, powiat ${field(d, 'powiat')}`

/** Agreement: the very words that the parties were sent, its parties, its days and the places to sign. */
export const agreementPaper: Build = (d) => ({
  title: 'Porozumienie o współpracy',
  subtitle: of(d),
  blocks: [
    paragraph(
      `Porozumienie zawarte dnia ${field(d, 'porozumienie_od')} między następującymi stronami, reprezentowanymi przez osoby uprawnione:`,
    ),
    {
      kind: 'table',
      about: 'Strony porozumienia',
      head: ['Lp.', 'Instytucja', 'Przedstawiciel w zespole', 'Zastępca'],
      rows: rowsOf(d, 'strony', ['lp', 'instytucja', 'przedstawiciel', 'zastepca']),
      widths: [1, 6, 4, 4],
    },
    heading('Treść porozumienia'),
    ...lines(field(d, 'tresc')),
    heading('Czas obowiązywania'),
    paragraph(
      `Porozumienie obowiązuje od ${field(d, 'porozumienie_od')} do ${field(d, 'porozumienie_do')}. Zmiany, przystąpienie i odejście strony wymagają aneksu w formie pisemnej.`,
    ),
    ...((d.tables.aneksy?.length ?? 0) > 0
      ? [
          {
            kind: 'table' as const,
            about: 'Aneksy do porozumienia',
            head: ['Aneks', 'Z dnia', 'Przedmiot'],
            rows: rowsOf(d, 'aneksy', ['numer', 'data', 'przedmiot']),
            widths: [2, 2, 6],
          },
        ]
      : []),
    heading('Podpisy stron'),
    {
      kind: 'table',
      about: 'Podpisy stron porozumienia',
      head: ['Instytucja', 'Imię i nazwisko, podpis', 'Data'],
      rows: rowsOf(d, 'strony', ['instytucja', 'podpisal', 'podpis_data']),
      widths: [5, 5, 2],
    },
  ],
})

/** Order that appoints the team: optional, signed by the wójt, burmistrz or prezydent. */
export const orderPaper: Build = (d) => ({
  title: 'Zarządzenie w sprawie powołania zespołu',
  subtitle: of(d),
  blocks: [
    paragraph('Zarządzenie nr ……………… Wójta / Burmistrza / Prezydenta Miasta ……………………………… z dnia ………………'),
    paragraph(
      'Na podstawie ……………………………………………………… (podstawę prawną wskazuje radca prawny urzędu) zarządza się, co następuje:',
    ),
    heading('§ 1. Powołanie'),
    paragraph(
      `Powołuje się ${field(d, 'nazwa_w_modelu')} pod nazwą „${field(d, 'zespol')}”, zwany dalej zespołem, złożony z przedstawicieli następujących instytucji:`,
    ),
    {
      kind: 'table',
      about: 'Skład zespołu',
      head: ['Lp.', 'Instytucja', 'Przedstawiciel', 'Zastępca'],
      rows: rowsOf(d, 'strony', ['lp', 'instytucja', 'przedstawiciel', 'zastepca']),
      widths: [1, 6, 4, 4],
    },
    heading('§ 2. Prowadzenie'),
    paragraph(
      `Zespół prowadzi ${field(d, 'instytucja_prowadzaca')}. Pracę zespołu koordynuje ${field(d, 'koordynator')}.`,
    ),
    heading('§ 3. Zadania'),
    {
      kind: 'list',
      numbered: true,
      items: [
        'wspólna diagnoza potrzeb rodzin i osób, którym pomoc jednej instytucji nie wystarcza,',
        'uzgadnianie z rodziną planu współpracy i koszyka usług oraz ich realizacja,',
        'monitorowanie i ocena efektów,',
        'sprawozdania dla regionalnego ośrodka polityki społecznej.',
      ],
    },
    heading('§ 4. Dane osobowe'),
    paragraph(
      'Udział w zespole nie daje dostępu do danych rodzin. Dane poznaje ten, kto ma imienne upoważnienie i kogo obejmuje zgoda osoby albo podstawa prawna (art. 6, 9 i 29 RODO; art. 100 ustawy z dnia 12 marca 2004 r. o pomocy społecznej).',
    ),
    heading('§ 5. Wejście w życie'),
    paragraph('Zarządzenie wchodzi w życie z dniem podpisania.'),
    { kind: 'signatures', under: ['wójt / burmistrz / prezydent miasta'] },
  ],
})

/** Rules of the team's work. */
export const rulesPaper: Build = (d) => ({
  title: 'Regulamin pracy zespołu',
  subtitle: of(d),
  blocks: [
    paragraph(`Regulamin przyjęty przez zespół dnia ${field(d, 'regulamin_przyjety')}.`),
    heading('§ 1. Skład'),
    paragraph(
      'Zespół tworzą instytucje, które podpisały porozumienie. Każdą reprezentuje wskazana osoba, a pod jej nieobecność zastępca. Zmianę osoby instytucja zgłasza koordynatorowi na piśmie.',
    ),
    heading('§ 2. Prowadzenie i koordynacja'),
    paragraph(
      `Zespół prowadzi ${field(d, 'instytucja_prowadzaca')}. Koordynator zespołu (${field(d, 'koordynator')}) zwołuje spotkania, przygotowuje porządek obrad i odpowiada za dokumenty.`,
    ),
    heading('§ 3. Spotkania'),
    {
      kind: 'list',
      numbered: true,
      items: [
        'Zespół spotyka się co najmniej raz na kwartał.',
        'Zaproszenie z porządkiem obrad dociera do członków co najmniej 7 dni roboczych wcześniej; w sprawach pilnych termin może być krótszy.',
        'Ustalenia zapadają przy obecności co najmniej połowy instytucji, w drodze uzgodnienia; gdy go brak, zwykłą większością głosów.',
        'Ze spotkania powstaje protokół z listą obecności. Uwagi można zgłosić w ciągu 7 dni; protokół podpisują przewodniczący i protokolant.',
      ],
    },
    heading('§ 4. Praca z rodziną'),
    {
      kind: 'list',
      numbered: true,
      items: [
        'Rodzinę może zgłosić każda instytucja, gdy jej własne możliwości się wyczerpały.',
        'Udział rodziny jest dobrowolny. Odmowa lub wycofanie zgody nie zmienia prawa do świadczeń.',
        `Z rodziną pracuje ${field(d, 'zespol_rodziny')}; ustalenia zapisuje ${field(d, 'plan_rodziny')}.`,
        'O usłudze decyduje instytucja, która ją realizuje; odpowiada na propozycję w ustalonym terminie.',
      ],
    },
    heading('§ 5. Terminy'),
    {
      kind: 'table',
      about: 'Terminy obowiązujące w zespole',
      head: ['Czynność', 'Termin'],
      rows: rowsOf(d, 'terminy', ['czynnosc', 'termin']),
      widths: [7, 3],
    },
    heading('§ 6. Poufność i dane osobowe'),
    {
      kind: 'list',
      numbered: true,
      items: [
        'Strony są odrębnymi administratorami danych. Wymieniają tylko dane objęte zgodą osoby albo podstawą prawną.',
        'Kto poznaje dane rodzin, ma imienne upoważnienie i składa oświadczenie o poufności (art. 29 i 32 ust. 4 RODO; art. 100 ustawy o pomocy społecznej). Obowiązek poufności trwa także po odejściu z zespołu.',
        'Członek bez upoważnienia uczestniczy tylko w sprawach organizacyjnych i poznaje tylko dane zbiorcze.',
        'Do procedury „Niebieskie Karty” regulaminu się nie stosuje: prowadzi ją odrębny zespół na podstawie odrębnej ustawy.',
      ],
    },
    heading('§ 7. Zmiana regulaminu'),
    paragraph('Regulamin zmienia zespół w tym samym trybie, w którym go przyjął.'),
    { kind: 'signatures', under: ['przewodniczący spotkania', 'koordynator zespołu'] },
  ],
})

/** Periodic work plan: the team's own deadlines are there, the rest is for the team to fill in. */
export const workPlanPaper: Build = (d) => ({
  title: 'Okresowy plan działania zespołu',
  subtitle: of(d),
  blocks: [
    paragraph(`Plan obejmuje okres od ${field(d, 'dzis')} do ${field(d, 'za_rok')}.`),
    heading('1. Punkt wyjścia'),
    paragraph(
      `Zespół liczy ${field(d, 'liczba_instytucji')} i działa na podstawie porozumienia obowiązującego do ${field(d, 'porozumienie_do')}. Prowadzi go ${field(d, 'instytucja_prowadzaca')}.`,
    ),
    heading('2. Cele na ten okres'),
    {
      kind: 'table',
      about: 'Cele zespołu',
      head: ['Cel', 'Po czym poznamy, że się udało', 'Kto odpowiada'],
      rows: Array.from({ length: 4 }, () => ['', '', '']),
      widths: [5, 5, 3],
    },
    heading('3. Harmonogram'),
    {
      kind: 'table',
      about: 'Harmonogram działań',
      head: ['Działanie', 'Kto', 'Do kiedy'],
      rows: [
        ['Spotkanie zespołu w I kwartale', '', ''],
        ['Spotkanie zespołu w II kwartale', '', ''],
        ['Spotkanie zespołu w III kwartale', '', ''],
        ['Spotkanie zespołu w IV kwartale', '', ''],
        ['Przegląd składu zespołu i ofert instytucji', '', ''],
        ['Szkolenie, superwizja albo coaching', '', ''],
        ['Sprawozdanie dla ROPS', '', ''],
      ],
      widths: [7, 4, 3],
    },
    heading('4. Terminy, których zespół przestrzega'),
    {
      kind: 'table',
      about: 'Terminy zespołu',
      head: ['Czynność', 'Termin'],
      rows: rowsOf(d, 'terminy', ['czynnosc', 'termin']),
      widths: [7, 3],
    },
    heading('5. Monitorowanie'),
    paragraph(
      'Zespół omawia wykonanie planu na każdym spotkaniu i ocenia je na koniec okresu. Ocena trafia do sprawozdania.',
    ),
    { kind: 'signatures', under: ['koordynator zespołu', 'kierownik instytucji prowadzącej'] },
  ],
})

/** Report to the ROPS: the product's figures, small ones as `<5`, and places for the team's own words. */
export const reportPaper: Build = (d) => ({
  title: 'Sprawozdanie zespołu dla ROPS',
  subtitle: of(d),
  blocks: [
    paragraph(
      `Stan na dzień ${field(d, 'dzis')}. Dane o zakończonych sprawach obejmują ostatnie 12 miesięcy.`,
    ),
    heading('1. Zespół'),
    paragraph(
      `Porozumienie podpisało i tworzy zespół ${field(d, 'liczba_instytucji')}. Obowiązuje od ${field(d, 'porozumienie_od')} do ${field(d, 'porozumienie_do')}. Prowadzi ${field(d, 'instytucja_prowadzaca')}, koordynuje ${field(d, 'koordynator')}.`,
    ),
    heading('2. Rodziny na etapach współpracy'),
    {
      kind: 'table',
      about: 'Rodziny na etapach współpracy',
      head: ['Etap', 'Liczba rodzin'],
      rows: rowsOf(d, 'etapy', ['etap', 'liczba']),
      widths: [7, 3],
    },
    heading('3. Wyniki'),
    paragraph(
      `Zakończone sprawy: ${field(d, 'zakonczone')}, w tym z osiągniętymi celami: ${field(d, 'osiagniete')}. Powroty rodzin: ${field(d, 'powroty')}. Oczekiwanie od zgłoszenia do pierwszej usługi (mediana): ${field(d, 'oczekiwanie')}.`,
    ),
    heading('4. Usługi w koszykach'),
    {
      kind: 'table',
      about: 'Usługi w koszykach według dziedziny',
      head: ['Dziedzina', 'Liczba usług'],
      rows: rowsOf(d, 'uslugi', ['dziedzina', 'liczba']),
      widths: [7, 3],
    },
    heading('5. Czego brakuje'),
    {
      kind: 'table',
      about: 'Usługi, których brakuje',
      head: ['Usługa', 'Liczba rodzin'],
      rows: rowsOf(d, 'braki', ['usluga', 'liczba']),
      widths: [7, 3],
    },
    heading('6. Co się udało, co było trudne'),
    paragraph('……………………………………………………………………………………………………………………'),
    heading('7. Potrzeby wobec ROPS'),
    paragraph('……………………………………………………………………………………………………………………'),
    paragraph(
      'Liczby od 1 do 4 podajemy jako „<5”, a te, z których dałoby się je wyliczyć, ukrywamy. Sprawozdanie nie zawiera danych osób ani numerów spraw.',
    ),
    { kind: 'signatures', under: ['lider zespołu, data i podpis'] },
  ],
})
