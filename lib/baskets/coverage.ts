import type { LineStatus } from '@/lib/baskets/state'
import { isAlive, type LineWarning } from '@/lib/baskets/warnings'
import type { IsoDate } from '@/lib/format/dates'

export type KnotState = 'going' | 'done' | 'promise' | 'ask' | 'refused' | 'twice' | 'ended'

const plain: Record<LineStatus, KnotState> = {
  draft: 'ask',
  proposed: 'ask',
  counterProposed: 'ask',
  waitingList: 'ask',
  accepted: 'promise',
  scheduled: 'promise',
  inProgress: 'going',
  suspended: 'going',
  delivered: 'done',
  partlyDelivered: 'done',
  notDelivered: 'ended',
  cancelled: 'ended',
  declined: 'refused',
}

type Line = { readonly id: string; readonly status: LineStatus; readonly startsOn: IsoDate }

export const knotOf = (line: Line, warnings: readonly LineWarning[]): KnotState =>
  warnings.some((w) => w.kind === 'duplicate' && w.blocking && w.lineId === line.id)
    ? 'twice'
    : plain[line.status]

/** What can be said of a need at a glance, from the lines that answer it. */
export type Conclusion =
  | { readonly kind: 'covered' | 'waiting'; readonly count: number }
  | { readonly kind: 'promised'; readonly on: IsoDate; readonly late: boolean }
  | { readonly kind: 'twice' | 'gap' | 'refused' | 'done' }
  | { readonly kind: 'unmet'; readonly since: IsoDate }

/** The state that asks for somebody's hand comes first. */
export const conclude = (
  lines: readonly Line[],
  warnings: readonly LineWarning[],
  unmetSince: IsoDate | null,
  today: IsoDate,
): Conclusion => {
  const knots = lines.map((line) => knotOf(line, warnings))
  if (knots.includes('twice')) return { kind: 'twice' }
  const alive = lines.filter(isAlive)
  if (alive.length === 0) {
    if (unmetSince) return { kind: 'unmet', since: unmetSince }
    return { kind: knots.includes('refused') ? 'refused' : 'gap' }
  }
  const going = knots.filter((k) => k === 'going').length
  if (going > 0) return { kind: 'covered', count: going }
  const promised = alive
    .filter((l) => plain[l.status] === 'promise')
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  if (promised[0]) return { kind: 'promised', on: promised[0].startsOn, late: promised[0].startsOn < today }
  const asked = knots.filter((k) => k === 'ask').length
  return asked > 0 ? { kind: 'waiting', count: asked } : { kind: 'done' }
}
