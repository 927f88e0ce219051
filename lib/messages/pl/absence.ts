import { formatDate, type IsoDate } from '@/lib/format/dates'
import { plural } from '@/lib/format/plural'

const questions = {
  one: 'pytanie czeka na odpowiedź',
  few: 'pytania czekają na odpowiedź',
  many: 'pytań czeka na odpowiedź',
}
const services = { one: 'usługa w toku', few: 'usługi w toku', many: 'usług w toku' }
const cases = { one: 'rodzina', few: 'rodziny', many: 'rodzin' }
const seats = { one: 'miejsce w zespole', few: 'miejsca w zespołach', many: 'miejsc w zespołach' }

type Covered = {
  readonly toAnswer: number
  readonly running: number
  readonly cases: number
  readonly seats: number
}

/** Somebody is away, and who stands in. */
export const absenceMessages = {
  title: 'Nieobecność i zastępstwo',
  lead: 'Zastępca widzi usługi, do których wskazano osobę nieobecną, i odpowiada w jej imieniu, w granicach własnych ról. Powodu nie zapisujemy.',
  none: 'Nie ma zapisanej nieobecności.',
  one: (from: IsoDate, until: IsoDate, substitute: string) =>
    `${formatDate(from)} – ${formatDate(until)}, zastępuje: ${substitute}`,
  end: 'Zakończ',
  endOf: (from: IsoDate, until: IsoDate) => `Zakończ nieobecność ${formatDate(from)} – ${formatDate(until)}`,
  ended: 'Nieobecność zakończona.',
  add: 'Zapisz nieobecność',
  from: 'Od dnia',
  until: 'Do dnia',
  substitute: 'Kto zastępuje',
  substituteHint: 'Osoba z tej samej instytucji.',
  noColleagues: 'W tej instytucji nie ma nikogo, kto mógłby zastąpić tę osobę.',
  noted: 'Zapisano nieobecność. Zastępca dostał powiadomienie.',
  covers: {
    title: 'Kogo Pani/Pan zastępuje',
    lead: (name: string, from: IsoDate, until: IsoDate) =>
      `${name}, ${formatDate(from)} – ${formatDate(until)}`,
    waits: (covered: Covered): string =>
      [
        covered.toAnswer > 0 && plural(covered.toAnswer, questions),
        covered.running > 0 && plural(covered.running, services),
        covered.cases > 0 && plural(covered.cases, cases),
        covered.seats > 0 && plural(covered.seats, seats),
      ]
        .filter(Boolean)
        .join(', ') || 'nic teraz nie czeka',
    services: 'Usługi tej osoby',
    casesNote: 'Spraw rodzin zastępstwo nie otwiera: przekazuje je kierownik albo koordynator zespołu.',
    handOver: 'Przekaż pracę tej osoby',
  },
  away: (until: IsoDate, substitute: string) => `nieobecna do ${formatDate(until)}, zastępuje ${substitute}`,
  awaySoon: (from: IsoDate, until: IsoDate, substitute: string) =>
    `nieobecna ${formatDate(from)} – ${formatDate(until)}, zastępuje ${substitute}`,
} as const

/** Messages beside fields. */
export const absenceFieldErrors: Record<string, string> = {
  absenceOverlaps: 'W tych dniach nieobecność jest już zapisana.',
  substituteAway: 'Ta osoba sama jest w tym czasie nieobecna.',
}
