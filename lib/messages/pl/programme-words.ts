/** What was done in the programme of a region, for the access log. */
export const programmeActions: Readonly<Record<string, string>> = {
  'programme.plan': 'wpisanie gmin do planu regionu',
  'programme.assign': 'wskazanie animatora gminy',
  'programme.keep': 'zapisanie terminów wprowadzania modelu w gminie',
  'programme.drop': 'wykreślenie gminy z planu regionu',
  'programme.note': 'notatka z wizyty w gminie',
  'programme.correctNote': 'poprawienie notatki z wizyty w gminie',
  'programme.cancelNote': 'odwołanie planowanej wizyty w gminie',
  'letter.send': 'pismo do liderów zespołów',
  'recruit.invite': 'zaproszenie instytucji do zespołu gminy',
  'recruit.answer': 'zapisanie odpowiedzi zaproszonej instytucji',
  'recruit.again': 'ponowne zaproszenie instytucji',
  'recruit.takeBack': 'cofnięcie wpisu o zaproszeniu instytucji',
}

/** Told on the bell. */
export const programmeTold: Readonly<Record<string, string>> = {
  'programme.assigned': 'Wskazano Panią/Pana jako animatora gminy w planie regionu',
  'team.letter': 'ROPS napisał do liderów zespołu',
  'programme.noteShared': 'Animator udostępnił liderom notatkę z wizyty',
}

export const programmeFieldErrors: Readonly<Record<string, string>> = {
  'programme.order': 'Etapy idą po kolei: ten dzień wypada przed wcześniejszym etapem albo po późniejszym.',
  'recruit.beforeInvited': 'Odpowiedź nie może być wcześniejsza niż zaproszenie.',
  'recruit.reason': 'Proszę wskazać powód odmowy.',
  'recruit.words': 'Proszę napisać, jaki to powód.',
  'recruit.known': 'Jedna z tych instytucji jest już zaproszona w tej gminie.',
  'programme.ahead': 'Dzień jest w przyszłości. Notatkę proszę dopisać po spotkaniu.',
  'programme.nothingToShare': 'Nie ma jeszcze notatki do udostępnienia.',
  'programme.noTeamYet': 'W tej gminie nie ma jeszcze zespołu, któremu można udostępnić notatkę.',
}

export const programmeErrors: Readonly<Record<string, () => string>> = {
  letterToNobody: () => 'Zaznaczone zespoły nie mają jeszcze liderów: nie ma do kogo napisać.',
}
