/** Refusals about members of a family, and fields of their forms. */
export const familyErrors = {
  whole: {
    memberHasStory: () =>
      'Tej osoby nie można usunąć: stoi pierwsza, odpowiedziała o zgodzie, ma zapisaną potrzebę, usługę albo notatkę. Jeśli odeszła, proszę wpisać datę odejścia.',
    environmentHasNoPersons: () => 'To sprawa środowiska: nie zapisuje się w niej danych osób.',
  },
  fields: {
    bornOnNeeded: 'Proszę podać datę urodzenia albo numer PESEL.',
    alreadyMember: 'Osoba z tym numerem PESEL już jest w tej sprawie.',
    alreadyThere: 'Osoba o tym imieniu, nazwisku i dacie urodzenia już jest w tej sprawie.',
    peselOfOther:
      'Ten numer ma w tej instytucji ktoś o innym imieniu i nazwisku. Proszę sprawdzić cyfry albo zostawić pole puste.',
    mainOfAnother: 'Ta osoba stoi już pierwsza w innej trwającej sprawie tej gminy.',
    peselTaken: 'Ten numer PESEL ma już inna osoba zapisana w tej instytucji.',
    guardianAdult: 'Opiekunem może być tylko inna, dorosła osoba z tej sprawy.',
    guardianOfAdult: 'Osoba dorosła podpisuje za siebie. Opiekuna ma tylko osoba pod opieką prawną.',
    conflictOfTwo: 'Konflikt dotyczy dwojga opiekunów: proszę zaznaczyć oboje albo wpisać orzeczenie sądu.',
    restrictionNeedsLeader:
      'Wśród wskazanych musi być ktoś z naszej instytucji, kto prowadzi sprawę: lider, koordynator zespołu albo koordynator rodziny.',
    joinBy: 'Proszę podać numer PESEL albo nazwisko i datę urodzenia.',
    knownHere: 'Ta osoba już jest w tej sprawie.',
    relationSelf: 'Proszę wybrać dwie różne osoby.',
    relationThere: 'Ta relacja między tymi osobami jest już zapisana.',
    relationReversed: 'Zapisano już odwrotnie. Proszę najpierw usunąć tamtą relację.',
    parentYounger: 'Ta osoba nie jest młodsza: proszę sprawdzić, kto jest czyim rodzicem, i daty urodzenia.',
    relationOrder: 'Koniec jest wcześniejszy niż początek.',
    mainStays:
      'Osoba główna nie może odejść ze sprawy: proszę najpierw ustawić kogoś innego jako osobę główną albo zakończyć sprawę.',
  },
} as const
