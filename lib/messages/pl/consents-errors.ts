/** Refusals about consents, bases and clauses, and fields of their forms. */
export const consentErrors = {
  whole: {
    noClause: () =>
      'Ta instytucja nie ma jeszcze klauzuli informacyjnej. Publikuje ją kierownik, administrator lokalny albo IOD.',
    noPersons: () => 'Nikt z rodziny nie bierze jeszcze udziału w sprawie.',
  },
  fields: {
    datePast: 'Ta data nie może być w przeszłości.',
    answerNeeded: 'Proszę zaznaczyć odpowiedź choć jednej osoby.',
    guardianNeeded: 'Nie zapisano, kto jest opiekunem tej osoby. Proszę to uzupełnić na stronie Rodzina.',
    courtDecisionNeeded: 'Nie zapisano orzeczenia sądu. Proszę to uzupełnić na stronie Rodzina.',
    signerWrong: 'Ten podpis nie wystarczy za tę osobę.',
    scopeEmpty: 'Nic nie jest zaznaczone. Jeśli rodzina nic nie przekazuje, proszę zaznaczyć odmowę.',
    basicFirst: 'Bez danych podstawowych instytucja nie może dostać innych. Proszę zaznaczyć „podstawowe”.',
    noPersonalData: 'Ta instytucja może zasiadać w zespole, ale nie dostaje danych osób.',
    scanEmpty: 'Proszę wybrać plik ze skanem.',
    scanTooLarge:
      'Ten plik jest większy niż 3 MB. Proszę zeskanować w odcieniach szarości albo w mniejszej rozdzielczości.',
    scanType: 'To nie jest plik PDF, JPG ani PNG. Rozpoznajemy go po zawartości, nie po nazwie.',
    scanBroken: 'Ten plik jest ucięty albo uszkodzony. Proszę zeskanować jeszcze raz.',
    scanActive: 'Ten PDF zawiera skrypt albo załącznik. Proszę wgrać sam skan.',
    nothingToWithdraw: 'Tej instytucji ta zgoda nic nie daje.',
  },
} as const
