import type { LineStatus } from '@/lib/platform/generated/prisma/enums'

export type { LineStatus }

/** What can be done to a basket line (domain 4.3). */
export const lineActions = [
  'send',
  'accept',
  'decline',
  'counter',
  'wait',
  'takeOver',
  'schedule',
  'start',
  'deliver',
  'finish',
  'suspend',
  'resume',
  'cancel',
] as const
export type LineAction = (typeof lineActions)[number]

/** Why an action is refused; each has its sentence in the messages. */
export type LineRefusal =
  | 'final'
  | 'notSent'
  | 'alreadySent'
  | 'alreadyAnswered'
  | 'counterWaits'
  | 'onWaitingList'
  | 'notAccepted'
  | 'notScheduled'
  | 'notStarted'
  | 'alreadyStarted'
  | 'isSuspended'
  | 'notSuspended'
  | 'noCounter'
  | 'caseClosed'
  | 'noPlanInForce'
  | 'noDecision'

type Row = Record<LineAction, LineRefusal | readonly [LineStatus, ...LineStatus[]]>

const answers = (why: LineRefusal) => ({ accept: why, decline: why, counter: why, wait: why })
const work = (why: LineRefusal) => ({
  schedule: why,
  start: why,
  deliver: why,
  finish: why,
  suspend: why,
  resume: why,
})
const over: Row = {
  send: 'final',
  ...answers('final'),
  takeOver: 'final',
  ...work('final'),
  cancel: 'final',
}
const answered = { send: 'alreadySent', ...answers('alreadyAnswered'), takeOver: 'noCounter' } as const

/** The machine: where each action leads from each status, or why it does not. No status is jumped over. */
export const lineMachine = {
  draft: {
    send: ['proposed'],
    ...answers('notSent'),
    takeOver: 'notSent',
    ...work('notSent'),
    cancel: ['cancelled'],
  },
  proposed: {
    send: 'alreadySent',
    accept: ['accepted'],
    decline: ['declined'],
    counter: ['counterProposed'],
    wait: ['waitingList'],
    takeOver: 'noCounter',
    ...work('notAccepted'),
    cancel: ['cancelled'],
  },
  counterProposed: {
    send: 'alreadySent',
    ...answers('counterWaits'),
    takeOver: ['proposed'],
    ...work('notAccepted'),
    cancel: ['cancelled'],
  },
  waitingList: {
    send: 'alreadySent',
    accept: ['accepted'],
    decline: ['declined'],
    counter: 'onWaitingList',
    wait: 'onWaitingList',
    takeOver: 'noCounter',
    ...work('notAccepted'),
    cancel: ['cancelled'],
  },
  accepted: { ...answered, ...work('notScheduled'), schedule: ['scheduled'], cancel: ['cancelled'] },
  scheduled: {
    ...answered,
    ...work('notStarted'),
    schedule: ['scheduled'],
    start: ['inProgress'],
    deliver: ['inProgress'],
    suspend: ['suspended'],
    resume: 'notSuspended',
    cancel: ['cancelled'],
  },
  inProgress: {
    ...answered,
    schedule: 'alreadyStarted',
    start: 'alreadyStarted',
    deliver: ['inProgress'],
    finish: ['delivered', 'partlyDelivered', 'notDelivered'],
    suspend: ['suspended'],
    resume: 'notSuspended',
    cancel: ['cancelled'],
  },
  suspended: {
    ...answered,
    ...work('isSuspended'),
    resume: ['scheduled', 'inProgress'],
    cancel: ['cancelled'],
  },
  declined: over,
  delivered: over,
  partlyDelivered: over,
  notDelivered: over,
  cancelled: over,
} as const satisfies Record<LineStatus, Row>

const finals: ReadonlySet<LineStatus> = new Set([
  'declined',
  'delivered',
  'partlyDelivered',
  'notDelivered',
  'cancelled',
])

/** Nothing more happens to this line; a refusal is final too, the coordinator chooses somebody else. */
export const isFinal = (status: LineStatus): boolean => finals.has(status)

/** What the conditions of a step ask for. */
export type LineConditions = {
  readonly status: LineStatus
  readonly caseOpen: boolean
  /** A plan version that holds the line is in force. */
  readonly planInForce: boolean
  readonly requiresDecision: boolean
  readonly decisionNumber: string | null
  readonly decisionOn: string | null
  /** It ended so lately that a wrong entry may still be put right. */
  readonly correctable: boolean
}

const ended: ReadonlySet<LineStatus> = new Set(['delivered', 'partlyDelivered', 'notDelivered'])

export type LineStep =
  | { readonly ok: true; readonly to: readonly LineStatus[] }
  | { readonly ok: false; readonly reason: LineRefusal }

const no = (reason: LineRefusal): LineStep => ({ ok: false, reason })

/**
 * May this line take this step now, and where does it lead? A benefit that needs an administrative decision does not
 * start without its number and date, because the basket does not replace a decision (UPS art. 106); nothing starts
 * before a plan version that holds the line is in force.
 */
export const lineStep = (line: LineConditions, action: LineAction): LineStep => {
  // what took place before the end is noted after it, where it was forgotten or noted wrongly
  if (action === 'deliver' && line.correctable && ended.has(line.status))
    return line.caseOpen ? { ok: true, to: [line.status] } : no('caseClosed')
  const cell: Row[LineAction] = lineMachine[line.status][action]
  if (typeof cell === 'string') return no(cell)
  if (!line.caseOpen) return no('caseClosed')
  if (cell.includes('inProgress') && line.status !== 'inProgress') {
    if (!line.planInForce) return action === 'resume' ? { ok: true, to: ['scheduled'] } : no('noPlanInForce')
    if (line.requiresDecision && !(line.decisionNumber && line.decisionOn)) {
      if (action !== 'resume') return no('noDecision')
      return { ok: true, to: ['scheduled'] }
    }
  }
  return { ok: true, to: cell }
}
