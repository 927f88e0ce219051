import { type BasketFact, pairKey, type Surroundings } from '@/lib/baskets/basket-fact'
import type { LineStatus } from '@/lib/baskets/state'
import { type LineWarning, lineWarnings } from '@/lib/baskets/warnings'
import { serviceConflicts, servicesAtHome, serviceTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'

/** Every consent is there: these tables are about overlaps. */
export class Everything extends Set<string> {
  override has(): boolean {
    return true
  }
}

const home = { lat: 50, lon: 22 }
// the office of work 11.1 km and the clinic 55.6 km to the north in a straight line; the rest sits in the gmina
const seats = new Map([
  ['gops', home],
  ['szkola', home],
  ['poradnia', home],
  ['fundacja', home],
  ['pcpr', home],
  ['pup', { lat: 50.1, lon: 22 }],
  ['szpital', { lat: 50.5, lon: 22 }],
])

export const around: Surroundings = {
  ownerId: 'gops',
  personIds: ['ewa', 'jan', 'ola', 'staś'],
  environment: false,
  parties: [...seats.keys(), 'daleko'].map((institutionId) => ({
    institutionId,
    signedOn: '2025-01-01',
    leftOn: null,
  })),
  agreement: { from: null, to: null },
  plan: null,
  grants: new Everything(),
  silent: new Set(),
  conflicts: new Map(serviceConflicts().map((c) => [pairKey(...c.services), c])),
  atHome: new Set(servicesAtHome().map((s) => s.key)),
  home,
  seats,
  settled: new Set(),
  apart: new Set(),
}

const units = new Map(serviceTypes().map((s) => [s.key, s.unit]))
const statuses: readonly string[] = [
  'proposed',
  'accepted',
  'declined',
  'cancelled',
  'delivered',
  'notDelivered',
].concat(['inProgress', 'suspended', 'waitingList', 'partlyDelivered', 'counterProposed', 'scheduled'])

/** What a word of the notation says; each is known by its form. */
const said = (word: string): Partial<BasketFact> => {
  const span = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)?$/u.exec(word)
  if (span) return { startsOn: span[1] as IsoDate, endsOn: (span[2] as IsoDate | undefined) ?? null }
  const when = /^([1-7])@(\d\d:\d\d)?$/u.exec(word)
  if (when) return { weekday: Number(when[1]), atTime: when[2] ?? null }
  const hour = /^@(\d\d:\d\d)$/u.exec(word)
  if (hour) return { atTime: hour[1] ?? null }
  const rhythm = /^(once|weekly|twiceWeekly|fortnightly|monthly|asNeeded)(?:\*([\d.]+))?$/u.exec(word)
  if (rhythm) return { frequency: rhythm[1], quantity: rhythm[2] ? Number(rhythm[2]) * 100 : null }
  if (statuses.includes(word)) return { status: word as LineStatus }
  if (word.startsWith('place=')) return { place: word.slice(6).replaceAll('_', ' ') }
  if (word === 'because') return { duplicateReason: 'dwie grupy' }
  throw new Error(`the notation has no word ${word}`)
}

/**
 * One line in one text: id, service, provider, persons ("*": the whole family), then in any order day and hour
 * (`2@16:00`), rhythm (`weekly*2`), dates (`2026-12-01..2027-03-31`), status, place. Left out: a draft that happens once,
 * from December to March, at no agreed hour.
 */
export const lineOf = (text: string): BasketFact => {
  const [id = '', serviceKey = '', providerId = '', who = '', ...words] = text.split(' ')
  const unit = units.get(serviceKey)
  if (unit === undefined) throw new Error(`the catalogue has no ${serviceKey}`)
  return {
    id,
    serviceKey,
    category: 'RELACJE',
    providerId,
    responsibleId: null,
    status: 'draft',
    since: '2026-11-20',
    answerDueOn: null,
    startsOn: '2026-12-01',
    endsOn: '2027-03-31',
    weekday: null,
    atTime: null,
    frequency: 'once',
    quantity: null,
    unit,
    place: null,
    personIds: who === '*' ? [] : who.split(','),
    needIds: [],
    duplicateReason: null,
    outsideAgreementReason: null,
    ...Object.assign({}, ...words.map(said)),
  }
}

const numbers = (warning: LineWarning): string => {
  switch (warning.kind) {
    case 'overburdened':
    case 'farAWeek':
      return ` ${warning.personId ?? 'rodzina'} ${warning.amount}/${warning.limit}`
    case 'travel':
      return ` ${warning.minutes}<${warning.needed}`
    case 'tooClose':
      return ` ${warning.minutes}`
    default:
      return ''
  }
}

/** Told of a line with all that it overlaps, so the others may tell of more or fewer. */
const groups: readonly string[] = ['duplicate', 'clash', 'protectedMeets']

/**
 * `a+b opposite !`: which lines, what, how much, and a mark where it holds the basket up. Each
 * warning once; HALF: not told at each of its lines.
 */
export const warned = (basket: readonly string[], surroundings: Surroundings = around): string[] => {
  const found = lineWarnings(basket.map(lineOf), surroundings)
  const once = found.filter((w, i) => found.findIndex((x) => x.key === w.key) === i)
  return once.map((w) => {
    const mark = w.settled ? ' ok' : w.blocking ? ' !' : ''
    const told = found.filter((x) => x.key === w.key).length
    const half = !groups.includes(w.kind) && told !== w.otherIds.length + 1 ? ' HALF' : ''
    return `${[w.lineId, ...w.otherIds].sort().join('+')} ${w.kind}${numbers(w)}${mark}${half}`
  })
}
