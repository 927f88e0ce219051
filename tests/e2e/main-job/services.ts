/** The five services of the test's basket, each with the need it answers and the institution that is asked. */
export const ops = 'Gminny Ośrodek Pomocy Społecznej w Hyżnem'
export const school = 'Szkoła Podstawowa w Hyżnem'
const pcpr = 'Powiatowe Centrum Pomocy Rodzinie w Rzeszowie'
const learning = 'Trudności w nauce'
export const lines = [
  { need: 'Ubóstwo', service: 'Pomoc żywnościowa (paczki, program FEPŻ)', provider: ops },
  { need: 'Ubóstwo', service: 'Praca socjalna z osobą i rodziną', provider: pcpr },
  { need: 'Bezrobocie', service: 'Prace społecznie użyteczne', provider: ops },
  { need: learning, service: 'Placówka wsparcia dziennego – forma opiekuńcza (świetlica)', provider: ops },
  {
    need: learning,
    service: 'Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)',
    provider: school,
  },
]

/** Today and so many days on, as people write it. */
export const polish = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('pl-PL', { timeZone: 'Europe/Warsaw' })
