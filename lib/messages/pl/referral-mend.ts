/** A sent referral is put right before anybody works with the family. */
export const referralMend = {
  title: 'Popraw zgłoszenie',
  lead: 'Można do końca kwalifikacji. Zmiana obejmuje od razu także osoby w sprawie.',
  open: 'Popraw nazwiska, daty, numery albo powody',
  person: (name: string) => `Osoba: ${name}`,
  more: 'Dopisz osobę',
  fresh: (n: number) => `Nowa osoba ${n}`,
  pesel: 'Nowy numer PESEL',
  peselKept: 'Numer jest zapisany. Puste pole go zostawia.',
  peselNone: 'Numeru nie zapisano.',
  removePesel: 'Usuń zapisany numer PESEL',
  remove: 'Ta osoba została wpisana przez pomyłkę: usuń ją ze zgłoszenia i ze sprawy',
  submit: 'Zapisz poprawki',
  saved: 'Poprawki zapisane. Sprawa jest już zgodna ze zgłoszeniem.',
} as const

export const referralMendErrors = {
  samePersonTwice: () =>
    'Ta sama osoba wystąpiłaby w sprawie dwa razy. Proszę sprawdzić numer PESEL i nazwisko.',
}
