import type { BasketFact, Surroundings } from '@/lib/baskets/basket-fact'
import type { Point } from '@/lib/baskets/distance'
import { longestMinutes, usualMinutes } from '@/lib/baskets/limits'

/** What the unit of a service says about visits; every unit of the catalogue stands here (a test holds it). */
export const unitMeaning: Readonly<Record<string, 'meeting' | 'hours' | 'noVisit'>> = {
  spotkanie: 'meeting',
  porada: 'meeting',
  sesja: 'meeting',
  zajęcia: 'meeting',
  warsztat: 'meeting',
  wizyta: 'meeting',
  zabieg: 'meeting',
  badanie: 'meeting',
  konsultacja: 'meeting',
  interwencja: 'meeting',
  godzina: 'hours',
  // a place where somebody is all day, a benefit, a paper, a thing brought: nobody goes there for an appointment
  dzień: 'noVisit',
  osobodzień: 'noVisit',
  miesiąc: 'noVisit',
  turnus: 'noVisit',
  szkolenie: 'noVisit',
  kurs: 'noVisit',
  świadczenie: 'noVisit',
  posiłek: 'noVisit',
  paczka: 'noVisit',
  dokument: 'noVisit',
  wniosek: 'noVisit',
  decyzja: 'noVisit',
  sprawa: 'noVisit',
  zadanie: 'noVisit',
  wydarzenie: 'noVisit',
}

const meaningOf = ({ unit }: Pick<BasketFact, 'unit'>) => unitMeaning[unit ?? ''] ?? 'meeting'

/** How many times in an ordinary week; what happens once or when needed belongs to no ordinary week. */
const timesAWeek: Readonly<Record<string, number>> = {
  weekly: 1,
  twiceWeekly: 2,
  fortnightly: 0.5,
  monthly: 0.25,
}

type Counted = Pick<BasketFact, 'unit' | 'frequency' | 'quantity'>

/** Visits in an ordinary week: three meetings once a week are three visits, three hours are one. */
export const visitsAWeek = (line: Counted): number => {
  const meaning = meaningOf(line)
  if (meaning === 'noVisit') return 0
  const each = meaning === 'meeting' && line.quantity !== null ? line.quantity / 100 : 1
  return (timesAWeek[line.frequency] ?? 0) * each
}

/** How long one visit takes, in minutes. */
export const visitMinutes = (line: Pick<BasketFact, 'unit' | 'quantity'>): number => {
  if (meaningOf(line) !== 'hours' || line.quantity === null) return usualMinutes
  const length = (line.quantity / 100) * 60
  return length > longestMinutes ? usualMinutes : Math.max(length, usualMinutes)
}

const homeWords = /^(w domu rodziny|u rodziny|w mieszkaniu rodziny|w miejscu zamieszkania)/iu

/** Somebody comes to the family: the service is of this kind, or its place says so. */
const isAtHome = (line: BasketFact, around: Surroundings): boolean =>
  around.atHome.has(line.serviceKey) || homeWords.test(line.place ?? '')

/** Where it takes place, as far as known: at home, else at the seat of the institution. */
export const spotOf = (line: BasketFact, around: Surroundings): Point | null =>
  isAtHome(line, around) ? around.home : (around.seats.get(line.providerId) ?? null)

/** One institution in one place: two meetings there in a row are one way, which is good. */
export const sameSpot = (a: BasketFact, b: BasketFact): boolean =>
  a.providerId === b.providerId && (a.place ?? '') === (b.place ?? '')
