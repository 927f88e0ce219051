import { formatDate, type IsoDate } from '@/lib/format/dates'
import { plural } from '@/lib/format/plural'

const workingDays = { one: 'dzień roboczy', few: 'dni robocze', many: 'dni roboczych' }
const tasks = { one: 'zadanie', few: 'zadania', many: 'zadań' }

/** Who does what until when. */
export const taskMessages = {
  title: 'Zadania',
  lead: (late: number, open: number) => {
    if (open === 0) return 'Nic nie czeka na Panią/Pana.'
    return late === 0
      ? `${plural(open, tasks)}, żadne nie jest po terminie.`
      : `${plural(open, tasks)}, w tym po terminie: ${late}.`
  },
  open: 'Zadania',
  openLate: (n: number) => `Zadania, po terminie: ${n}`,
  late: 'Po terminie',
  mine: 'Do zrobienia',
  given: 'Dane innym',
  ended: 'Ostatnio zakończone',
  empty: 'Nie ma zadań',
  emptyText: 'Zadania powstają z ustaleń spotkań i ze spraw, można też dodać je tutaj.',
  emptyOwn: 'Pojawią się tu zadania ze spotkań i ze spraw. Można też zapisać własne.',
  caption: 'Zadania: co, kto, do kiedy',
  captionOf: (which: string) => `Zadania: co, kto, do kiedy (${which})`,
  columns: { what: 'Co zrobić', who: 'Kto', due: 'Do kiedy', about: 'Czego dotyczy', act: 'Co dalej' },
  over: (days: number) => `po terminie, ${plural(days, workingDays)}`,
  dueOn: (on: IsoDate) => formatDate(on),
  until: (on: IsoDate) => `do ${formatDate(on)}`,
  wholeInstitution: 'cała instytucja',
  by: (name: string) => `Zlecono: ${name}`,
  aboutCase: (number: string) => `sprawa ${number}`,
  aboutHiddenCase: 'sprawa rodziny',
  aboutNothing: 'bez sprawy i zespołu',
  status: { open: 'do zrobienia', done: 'zrobione', cancelled: 'odwołane' },
  endNote: (text: string) => `Notatka: ${text}`,
  finish: 'Zrobione',
  finishNote: 'Co wyszło',
  cancel: 'Odwołaj',
  cancelNote: 'Dlaczego nie trzeba tego robić',
  reassign: 'Przekaż komuś innemu',
  more: 'Zrobione, odwołaj, przekaż',
  add: 'Nowe zadanie',
  addOwn: 'Zapisz zadanie',
  addTeam: 'Dodaj zadanie zespołu',
  addCase: 'Dodaj zadanie w sprawie',
  what: 'Co zrobić',
  whatHint: 'Jedno zdanie. Bez nazwisk osób i numerów spraw.',
  whatCaseHint: 'Jedno zdanie. Treść należy do sprawy i ma jej rodzaj danych.',
  note: 'Szczegóły',
  to: 'Kto',
  toInstitutions: 'Instytucje',
  toSelf: 'ja',
  dueOnLabel: 'Do dnia',
  dueHint: 'Dzień wolny przechodzi na następny roboczy.',
  days: 'albo za ile dni roboczych',
  category: 'Rodzaj danych',
  categoryHint: 'Zadanie zobaczą tylko ci, którym zgoda otwiera ten rodzaj danych.',
  saved: 'Zadanie zapisane.',
  done: {
    zapisano: 'Zadanie zapisane.',
    zrobione: 'Zapisano, że zrobione.',
    odwolano: 'Zadanie odwołane.',
    przekazano: 'Zadanie przekazane.',
  },
  link: 'Moje zadania',
} as const

export const taskFieldErrors: Record<string, string> = {
  taskNotOpened: 'Zgoda rodziny nie otwiera tej instytucji tego rodzaju danych.',
}
