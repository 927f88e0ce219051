/** Names of the statutory holidays, by the keys of lib/calendar. */
export const holidayNames = {
  newYear: 'Nowy Rok',
  epiphany: 'Święto Trzech Króli',
  easterSunday: 'Wielkanoc',
  easterMonday: 'Poniedziałek Wielkanocny',
  labourDay: 'Święto Państwowe 1 Maja',
  constitutionDay: 'Święto Narodowe Trzeciego Maja',
  pentecost: 'Zielone Świątki',
  corpusChristi: 'Boże Ciało',
  assumption: 'Wniebowzięcie Najświętszej Maryi Panny',
  allSaints: 'Wszystkich Świętych',
  independenceDay: 'Narodowe Święto Niepodległości',
  christmasEve: 'Wigilia Bożego Narodzenia',
  christmasDay: 'Boże Narodzenie, pierwszy dzień',
  secondChristmasDay: 'Boże Narodzenie, drugi dzień',
} as const
