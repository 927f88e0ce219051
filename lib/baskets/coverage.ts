import { type BasketFact, isAlive } from '@/lib/baskets/basket-fact'
import type { LineStatus } from '@/lib/baskets/state'
import type { LineWarning } from '@/lib/baskets/warnings'
import type { IsoDate } from '@/lib/format/dates'

/** What a line is to its need, in one word of the picture. */
export type KnotState =
  | 'going'
  | 'paused'
  | 'done'
  | 'promise'
  | 'ask'
  | 'mine'
  | 'queue'
  | 'draft'
  | 'refused'
  | 'twice'
  | 'against'
  | 'ended'
  | 'dropped'

/** A draft asks nobody; a counter-proposal waits for the coordinator; a queue has a place but no day. */
export const knotStates = {
  draft: 'draft',
  proposed: 'ask',
  counterProposed: 'mine',
  waitingList: 'queue',
  accepted: 'promise',
  scheduled: 'promise',
  inProgress: 'going',
  suspended: 'paused',
  delivered: 'done',
  partlyDelivered: 'done',
  notDelivered: 'ended',
  cancelled: 'dropped',
  declined: 'refused',
} as const satisfies Record<LineStatus, KnotState>

type Line = Pick<BasketFact, 'id' | 'status' | 'startsOn' | 'serviceKey' | 'since' | 'answerDueOn'>

type Mark = Pick<LineWarning, 'kind' | 'lineId' | 'blocking'>

const marks = { duplicate: 'twice', opposite: 'against' } as const

/** Twins and contradictions that hold the plan up stand on the knot; else what state the line is in. */
export const knotOf = (line: Pick<Line, 'id' | 'status'>, warnings: readonly Mark[]): KnotState => {
  const holding = (kind: keyof typeof marks) =>
    warnings.some((w) => w.kind === kind && w.blocking && w.lineId === line.id)
  if (holding('duplicate')) return marks.duplicate
  return holding('opposite') ? marks.opposite : knotStates[line.status]
}

/** What can be said of a need at a glance, from the lines that answer it; `lineId` is where to go on. */
export type Conclusion =
  | {
      readonly kind: 'covered'
      readonly count: number
      readonly asked: number
      readonly until: IsoDate | null
    }
  | {
      readonly kind: 'waiting'
      readonly count: number
      readonly until: IsoDate | null
      readonly late: boolean
      readonly lineId: string
    }
  | { readonly kind: 'promised'; readonly on: IsoDate; readonly late: boolean; readonly lineId: string }
  | { readonly kind: 'mine'; readonly lineId: string }
  | { readonly kind: 'draft'; readonly count: number }
  | { readonly kind: 'refused' | 'queue' | 'unmet'; readonly since: IsoDate }
  | { readonly kind: 'twice' | 'against' | 'gap' | 'done' | 'paused' | 'ended' }

const byDay = (of: (line: Line) => IsoDate | null) => (a: Line, b: Line) =>
  (of(a) ?? '9999').localeCompare(of(b) ?? '9999')

/** A refusal nobody has taken the place of: no other line of the same service, none that began since. */
const openRefusal = (lines: readonly Line[]): Line | undefined => {
  const alive = lines.filter(isAlive)
  return lines.find(
    (line) =>
      line.status === 'declined' &&
      !alive.some((other) => other.serviceKey === line.serviceKey || other.startsOn >= line.since),
  )
}

const waiting = (asked: readonly Line[], today: IsoDate): Conclusion | null => {
  const [first] = [...asked].sort(byDay((l) => l.answerDueOn))
  if (!first) return null
  const late = first.answerDueOn !== null && first.answerDueOn < today
  return { kind: 'waiting', count: asked.length, until: first.answerDueOn, late, lineId: first.id }
}

const promised = (lines: readonly Line[], today: IsoDate): Conclusion | null => {
  const [first] = [...lines].sort(byDay((l) => l.startsOn))
  return first
    ? { kind: 'promised', on: first.startsOn, late: first.startsOn < today, lineId: first.id }
    : null
}

/** The state that asks for somebody's hand comes first. */
export const conclude = (
  lines: readonly Line[],
  warnings: readonly Mark[],
  unmetSince: IsoDate | null,
  today: IsoDate,
): Conclusion => {
  if (lines.some((line) => knotOf(line, warnings) === 'twice')) return { kind: 'twice' }
  if (lines.some((line) => knotOf(line, warnings) === 'against')) return { kind: 'against' }
  const of = (state: KnotState) => lines.filter((line) => knotStates[line.status] === state)
  const [counter] = of('mine')
  if (counter) return { kind: 'mine', lineId: counter.id }
  const asked = waiting(of('ask'), today)
  if (of('going').length > 0) {
    const until = asked?.kind === 'waiting' ? asked.until : null
    return { kind: 'covered', count: of('going').length, asked: of('ask').length, until }
  }
  const promise = promised(of('promise'), today)
  if (promise) return promise
  if (asked) return asked
  const [queued] = of('queue')
  if (queued) return { kind: 'queue', since: queued.since }
  if (of('paused').length > 0) return { kind: 'paused' }
  if (of('draft').length > 0) return { kind: 'draft', count: of('draft').length }
  const refusal = openRefusal(lines)
  if (refusal && unmetSince === null) return { kind: 'refused', since: refusal.since }
  if (of('done').length > 0) return { kind: 'done' }
  if (unmetSince) return { kind: 'unmet', since: unmetSince }
  return { kind: of('ended').length > 0 ? 'ended' : 'gap' }
}

const decisions: ReadonlySet<Conclusion['kind']> = new Set([
  'twice',
  'against',
  'mine',
  'draft',
  'refused',
  'ended',
  'gap',
])

/** Somebody who plans has to do something about this need. */
export const needsDecision = (c: Conclusion): boolean =>
  decisions.has(c.kind) || ((c.kind === 'promised' || c.kind === 'waiting') && c.late)
