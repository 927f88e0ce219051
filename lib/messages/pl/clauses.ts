/** Words of the page about an institution's information clause. */
export const clauseMessages = {
  title: 'Klauzula informacyjna',
  lead: (name: string) => `${name} jako administrator danych (RODO art. 13 i 14).`,
  none: 'Tej klauzuli jeszcze nie ma',
  noneLead:
    'Bez niej rodzina nie może zostać poproszona o zgodę. Publikuje ją kierownik, administrator lokalny albo IOD.',
  version: (n: number, from: string) => `Wersja ${n}, od ${from}`,
  inForce: 'obowiązuje',
  later: 'jeszcze nie obowiązuje',
  past: 'dawna',
  earlier: 'Wcześniejsze i przyszłe wersje',
  publish: 'Nowa wersja',
  publishLead: 'Wersji wydanej rodzinom się nie poprawia. Nowa zastępuje ją od podanego dnia.',
  body: 'Treść',
  bodyHint:
    'Proszę uzupełnić miejsca w nawiasach kwadratowych i uzgodnić treść z inspektorem ochrony danych.',
  validFrom: 'Obowiązuje od',
  submit: 'Opublikuj',
  saved: 'Opublikowano.',
  /** A start for the head and the data protection officer, not a finished text. */
  template: (name: string) =>
    [
      `1. Administratorem Pani/Pana danych jest ${name}. Kontakt: [adres, telefon].`,
      '2. Inspektor ochrony danych: [imię i nazwisko, telefon, e-mail].',
      '3. Dane są potrzebne, żeby wspólnie z innymi instytucjami zaplanować i dać pomoc rodzinie.',
      '4. Własne zadania wykonujemy na podstawie ustawy o pomocy społecznej (art. 6 ust. 1 lit. c i e oraz art. 9 ust. 2 lit. b RODO). Innym instytucjom przekazujemy dane tylko za zgodą (art. 6 ust. 1 lit. a, art. 9 ust. 2 lit. a RODO) albo gdy nakazuje to przepis.',
      '5. Dane dostają tylko instytucje, na które zgodzi się rodzina, w zakresie zgody. Listę może Pani/Pan dostać w każdej chwili.',
      '6. Dane osób wskazanych w zgłoszeniu dostaliśmy od instytucji, która zgłosiła rodzinę: [nazwa].',
      '7. Dane przechowujemy przez okres wynikający z rzeczowego wykazu akt: [liczba lat] od końca roku, w którym zakończyła się współpraca.',
      '8. Ma Pani/Pan prawo do wglądu w dane, ich kopii, poprawienia, ograniczenia przetwarzania, sprzeciwu i usunięcia, gdy pozwala na to prawo, oraz do wycofania zgody w każdej chwili. Wycofanie nie zmienia prawa do świadczeń.',
      '9. Może Pani/Pan złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych, ul. Stawki 2, 00-193 Warszawa.',
      '10. Podanie danych jest dobrowolne. O Pani/Pana sprawie nie decyduje automat.',
    ].join('\n\n'),
} as const
