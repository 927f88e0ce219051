import type { CaseStatus } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'

/** The six knots of the board, from referral to evaluation (design: board). */
export const laneKeys = ['intake', 'consent', 'diagnosis', 'plan', 'work', 'evaluation'] as const
export type LaneKey = (typeof laneKeys)[number]

const laneOf: Partial<Record<CaseStatus, LaneKey>> = {
  submitted: 'intake',
  screening: 'intake',
  qualified: 'intake',
  awaitingConsent: 'consent',
  diagnosis: 'diagnosis',
  planning: 'plan',
  planApproval: 'plan',
  inProgress: 'work',
  suspended: 'work',
  evaluation: 'evaluation',
}

export type ProposalKind = 'qualify' | 'reject' | 'redirect'

/** What the board knows of a case; null label where only the number may be shown. */
export type BoardCase = {
  readonly id: string
  readonly number: string
  readonly label: string | null
  readonly status: CaseStatus
  readonly statusSince: IsoDate
  readonly dueOn: IsoDate | null
  readonly reviewOn: IsoDate | null
  /** What the coordinator proposed and the leader has not decided. */
  readonly proposal: ProposalKind | null
  /** Nothing is missing for the next stage any more: somebody only has to take the step. */
  readonly ready: boolean
  /** The next thing is this person's. */
  readonly mine: boolean
  readonly coordinator: string | null
  readonly waiting: number
  readonly lateAnswers: number
}

export type Lane = { readonly key: LaneKey; readonly cases: readonly BoardCase[] }

export const isLate = (row: Pick<BoardCase, 'dueOn'>, today: IsoDate): boolean =>
  row.dueOn !== null && row.dueOn < today

/** Whose turn it is at the beginning and the end of a case; null: the work goes on with the family. */
export type Turn = 'screen' | 'propose' | 'appoint' | 'decide' | 'approve' | 'close'

export const turnOf = (row: BoardCase): Turn | null => {
  if (row.status === 'submitted') return 'screen'
  if (row.status === 'screening') return row.proposal ? 'decide' : 'propose'
  if (row.status === 'qualified') return 'appoint'
  if (row.status === 'planApproval') return row.ready ? 'approve' : null
  return row.status === 'evaluation' && row.ready ? 'close' : null
}

/** Late first, then by the term, then by how long the stage lasts. */
const byUrgency =
  (today: IsoDate) =>
  (a: BoardCase, b: BoardCase): number =>
    Number(isLate(b, today)) - Number(isLate(a, today)) ||
    (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
    a.statusSince.localeCompare(b.statusSince) ||
    a.id.localeCompare(b.id)

/** Cases of a team as lanes on one thread; an empty lane stays, so that the thread is always whole. */
export const lanesOf = (cases: readonly BoardCase[], today: IsoDate): Lane[] =>
  laneKeys.map((key) => ({
    key,
    cases: cases.filter((row) => laneOf[row.status] === key).sort(byUrgency(today)),
  }))
