/** A place that a document fills in: what stands there, and as in which example. */
export type Placeholder = { readonly meaning: string; readonly example: string }
/** Rows: between `{#name}` and `{/name}` the columns stand, once a row. */
export type RowPlaceholder = {
  readonly meaning: string
  readonly columns: Readonly<Record<string, Placeholder>>
  /** the second row of the example, as the first stands in the columns */
  readonly second: Readonly<Record<string, string>>
}

const p = (meaning: string, example: string): Placeholder => ({ meaning, example })

/** Values of all documents, by the name that a template writes in braces. */
export const placeholders = {
  zespol: p('nazwa zespołu', 'Partnerski Zespół Kooperacji w gminie Świlcza'),
  nazwa_w_modelu: p('jak model nazywa zespół', 'Partnerski Zespół Kooperacji'),
  zespol_rodziny: p(
    'zespół, który pracuje z rodziną; gdzie nie ma osobnego: „sam zespół”',
    'Gminna Grupa Kooperacyjna (GGK)',
  ),
  plan_rodziny: p('jak model nazywa plan dla rodziny', 'Indywidualny Program Współpracy (IPW)'),
  gmina: p('gmina', 'Świlcza'),
  powiat: p('powiat', 'rzeszowski'),
  instytucja_prowadzaca: p('instytucja prowadząca zespół', 'GOPS w Świlczy'),
  koordynator: p('koordynator zespołu', 'Ewelina Żółkiewska'),
  liczba_instytucji: p('ile instytucji tworzy zespół', '25 instytucji'),
  porozumienie_od: p('początek porozumienia', '1.12.2021'),
  porozumienie_do: p('koniec porozumienia', '26.10.2028'),
  regulamin_przyjety: p('dzień przyjęcia regulaminu', '1.12.2021'),
  tresc: p('treść porozumienia', '1. Strony postanawiają współpracować.\n2. Pracę określa regulamin.'),
  dzis: p('dzień pobrania dokumentu', '26.11.2026'),
  za_rok: p('ten sam dzień za rok', '26.11.2027'),
  zakonczone: p('sprawy zakończone w 12 miesięcy', '12'),
  osiagniete: p('w tym z osiągniętymi celami', '<5'),
  powroty: p('rodziny, które wróciły w 12 miesięcy', '0'),
  oczekiwanie: p('mediana od zgłoszenia do pierwszej usługi', '14 dni roboczych'),
  osoba: p('osoba upoważniona', 'Łucja Wiśniewska-Żak'),
  stanowisko: p('jej stanowisko', 'pracownik socjalny'),
  instytucja: p('administrator danych', 'GOPS w Świlczy'),
  zakres: p('zakres upoważnienia', 'Dane osób i rodzin objętych współpracą'),
  wazne_od: p('początek upoważnienia', '1.01.2026'),
  wazne_do: p('koniec upoważnienia', '31.12.2026'),
  wystawia: p('kto wystawił upoważnienie', 'Halina Wójtowicz'),
  spotkanie: p('jakie to spotkanie', 'spotkanie zespołu nr 3/2026'),
  dzien: p('dzień spotkania', '10.12.2026'),
  od: p('godzina początku', '10:00'),
  do: p('godzina końca', '12:00'),
  miejsce: p('miejsce', 'Urząd Gminy w Świlczy, sala narad'),
  przewodniczy: p('kto przewodniczy', 'Halina Wójtowicz'),
  protokoluje: p('kto protokołuje', 'Ewelina Żółkiewska'),
  kworum: p('czy jest kworum', 'jest (obecnych instytucji: 14, potrzeba: 13)'),
  przebieg: p('przebieg spotkania', 'Omówiono świetlicę w Bratkowicach.'),
  uwagi: p('uwagi do protokołu', 'Nie zgłoszono uwag.'),
} as const satisfies Record<string, Placeholder>
export type PlaceholderName = keyof typeof placeholders

/** Rows of all documents. */
export const rowPlaceholders = {
  strony: {
    meaning: 'strony porozumienia, wiersz na instytucję',
    columns: {
      lp: p('numer kolejny', '1'),
      instytucja: p('nazwa instytucji', 'GOPS w Świlczy'),
      rodzaj: p('rodzaj instytucji', 'ośrodek pomocy społecznej'),
      przedstawiciel: p('przedstawiciel w zespole', 'Halina Wójtowicz'),
      zastepca: p('zastępca', 'Grzegorz Brzęczyk'),
      podpisal: p('kto podpisał porozumienie', 'Halina Wójtowicz'),
      podpis_data: p('dzień podpisu', '1.12.2021'),
    },
    second: { lp: '2', instytucja: 'Szkoła Podstawowa w Bratkowicach', przedstawiciel: 'Bogumiła Zych' },
  },
  aneksy: {
    meaning: 'aneksy do porozumienia',
    columns: {
      numer: p('numer aneksu', '1/2023'),
      data: p('dzień podpisania', '11.11.2023'),
      przedmiot: p('co zmienia', 'przedłużenie porozumienia do 26.10.2028'),
    },
    second: { numer: '2/2024', data: '5.03.2024', przedmiot: 'przystąpienie strony: Parafia w Świlczy' },
  },
  terminy: {
    meaning: 'terminy zespołu',
    columns: {
      czynnosc: p('czynność', 'Odpowiedź na propozycję usługi'),
      termin: p('ile czasu', '5 dni roboczych'),
    },
    second: { czynnosc: 'Diagnoza z rodziną', termin: '30 dni kalendarzowych' },
  },
  etapy: {
    meaning: 'rodziny na etapach współpracy',
    columns: { etap: p('etap', 'Diagnoza'), liczba: p('liczba rodzin', '<5') },
    second: { etap: 'Ewaluacja', liczba: '0' },
  },
  uslugi: {
    meaning: 'usługi w koszykach według dziedziny',
    columns: { dziedzina: p('dziedzina', 'Edukacja'), liczba: p('liczba usług', '17') },
    second: { dziedzina: 'Zdrowie', liczba: '<5' },
  },
  braki: {
    meaning: 'usługi, których brakuje',
    columns: { usluga: p('usługa', 'Grupa wsparcia'), liczba: p('liczba rodzin', '<5') },
    second: { usluga: 'Świetlica', liczba: '6' },
  },
  porzadek: {
    meaning: 'porządek obrad',
    columns: {
      lp: p('numer punktu', '1'),
      punkt: p('punkt', 'Przyjęcie protokołu'),
      prowadzi: p('kto prowadzi punkt', 'Halina Wójtowicz'),
    },
    second: { lp: '2', punkt: 'Świetlica w Bratkowicach', prowadzi: 'Bogumiła Zych' },
  },
  obecni: {
    meaning: 'zaproszeni i obecni',
    columns: {
      lp: p('numer kolejny', '1'),
      osoba: p('imię i nazwisko', 'Grzegorz Brzęczyk'),
      instytucja: p('instytucja', 'Posterunek Policji w Świlczy'),
      obecnosc: p('obecność', 'obecność'),
      podpis: p('miejsce na podpis', ''),
    },
    second: { lp: '2', osoba: 'Bogumiła Zych', instytucja: 'Szkoła Podstawowa', obecnosc: 'zastępstwo' },
  },
  ustalenia: {
    meaning: 'ustalenia spotkania',
    columns: {
      nr: p('numer ustalenia', '1'),
      tresc: p('treść', 'Świetlica przyjmie dzieci od stycznia'),
      kto: p('kto odpowiada', 'Bogumiła Zych'),
      termin: p('do kiedy', '4.01.2027'),
    },
    second: { nr: '2', tresc: 'Zaproszenie parafii', kto: 'Ewelina Żółkiewska', termin: '15.12.2026' },
  },
} as const satisfies Record<string, RowPlaceholder>
export type RowsName = keyof typeof rowPlaceholders
