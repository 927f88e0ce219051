/** Refusals about members of a family, and fields of their forms. */
export const familyErrors = {
  whole: {
    environmentHasNoPersons: () => 'To sprawa środowiska: nie zapisuje się w niej danych osób.',
  },
  fields: {
    bornOnNeeded: 'Proszę podać datę urodzenia albo numer PESEL.',
    alreadyMember: 'Osoba z tym numerem PESEL już jest w tej sprawie.',
    alreadyThere: 'Osoba o tym imieniu, nazwisku i dacie urodzenia już jest w tej sprawie.',
    peselTaken: 'Ten numer PESEL ma już inna osoba zapisana w tej instytucji.',
    guardianAdult: 'Opiekunem może być tylko inna, dorosła osoba z tej sprawy.',
    guardianOfAdult: 'Osoba dorosła podpisuje za siebie. Opiekuna ma tylko osoba pod opieką prawną.',
    conflictOfTwo: 'Konflikt dotyczy dwojga opiekunów: proszę zaznaczyć oboje albo wpisać orzeczenie sądu.',
    mainStays: 'Osoba główna nie może odejść ze sprawy: proszę zakończyć sprawę.',
  },
} as const
