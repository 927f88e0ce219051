import { describe, expect, it } from 'vitest'
import {
  type LineAction,
  type LineConditions,
  type LineStatus,
  lineActions,
  lineMachine,
  lineStep,
} from '@/lib/baskets/state'

const ready = (status: LineStatus): LineConditions => ({
  status,
  caseOpen: true,
  planInForce: true,
  requiresDecision: false,
  decisionNumber: null,
  decisionOn: null,
  correctable: false,
})

/** Domain 4.3, written out: what a line may do from each status when all conditions hold. */
const table: Record<LineStatus, Partial<Record<LineAction, string>>> = {
  draft: { send: 'proposed', cancel: 'cancelled' },
  proposed: {
    accept: 'accepted',
    decline: 'declined',
    counter: 'counterProposed',
    wait: 'waitingList',
    cancel: 'cancelled',
  },
  counterProposed: { takeOver: 'proposed', cancel: 'cancelled' },
  waitingList: { accept: 'accepted', decline: 'declined', cancel: 'cancelled' },
  accepted: { schedule: 'scheduled', cancel: 'cancelled' },
  scheduled: {
    schedule: 'scheduled',
    start: 'inProgress',
    deliver: 'inProgress',
    suspend: 'suspended',
    cancel: 'cancelled',
  },
  inProgress: {
    deliver: 'inProgress',
    finish: 'delivered, partlyDelivered, notDelivered',
    suspend: 'suspended',
    cancel: 'cancelled',
  },
  suspended: { resume: 'scheduled, inProgress', cancel: 'cancelled' },
  declined: {},
  delivered: {},
  partlyDelivered: {},
  notDelivered: {},
  cancelled: {},
}

const statuses = Object.keys(table) as LineStatus[]

describe('a basket line', () => {
  for (const status of statuses)
    for (const action of lineActions)
      it(`${status}: ${action} → ${table[status][action] ?? 'refused'}`, () => {
        const step = lineStep(ready(status), action)
        expect(step.ok ? step.to.join(', ') : undefined).toBe(table[status][action])
      })

  it('has a row for every status of the database', () => {
    expect(Object.keys(lineMachine).sort()).toEqual([...statuses].sort())
  })

  it.each([
    ['draft', 'accept', 'notSent'],
    ['proposed', 'start', 'notAccepted'],
    ['accepted', 'accept', 'alreadyAnswered'],
    ['accepted', 'start', 'notScheduled'],
    ['accepted', 'deliver', 'notScheduled'],
    ['scheduled', 'finish', 'notStarted'],
    ['waitingList', 'wait', 'onWaitingList'],
    ['counterProposed', 'accept', 'counterWaits'],
    ['declined', 'accept', 'final'],
    ['delivered', 'deliver', 'final'],
    ['suspended', 'deliver', 'isSuspended'],
    ['inProgress', 'resume', 'notSuspended'],
    ['proposed', 'takeOver', 'noCounter'],
  ] as const)('%s refuses %s, because %s', (status, action, reason) => {
    expect(lineStep(ready(status), action)).toEqual({ ok: false, reason })
  })

  it.each(['start', 'deliver'] as const)('does not %s before a plan that holds it is in force', (action) => {
    const line = { ...ready('scheduled'), planInForce: false }
    expect(lineStep(line, action)).toEqual({ ok: false, reason: 'noPlanInForce' })
  })

  it('needs number and date of the decision where the benefit requires one', () => {
    const line = { ...ready('scheduled'), requiresDecision: true }
    expect(lineStep(line, 'start')).toEqual({ ok: false, reason: 'noDecision' })
    expect(lineStep({ ...line, decisionNumber: 'GOPS.5010.3.2026' }, 'start')).toEqual({
      ok: false,
      reason: 'noDecision',
    })
    expect(lineStep({ ...line, decisionOn: '2026-11-20' }, 'start')).toEqual({
      ok: false,
      reason: 'noDecision',
    })
    expect(
      lineStep({ ...line, decisionNumber: 'GOPS.5010.3.2026', decisionOn: '2026-11-20' }, 'start'),
    ).toEqual({ ok: true, to: ['inProgress'] })
  })

  it('a line that goes on is not stopped by a decision or plan that came later', () => {
    const line = { ...ready('inProgress'), planInForce: false, requiresDecision: true }
    expect(lineStep(line, 'deliver')).toEqual({ ok: true, to: ['inProgress'] })
  })

  it.each(['delivered', 'partlyDelivered', 'notDelivered'] as const)(
    '%s takes a forgotten entry for a while, and nothing else',
    (status) => {
      const line = { ...ready(status), correctable: true }
      expect(lineStep(line, 'deliver')).toEqual({ ok: true, to: [status] })
      expect(lineStep(line, 'finish')).toEqual({ ok: false, reason: 'final' })
      expect(lineStep({ ...line, caseOpen: false }, 'deliver')).toEqual({ ok: false, reason: 'caseClosed' })
    },
  )

  it.each(['declined', 'cancelled'] as const)('%s takes no entry, however lately', (status) => {
    expect(lineStep({ ...ready(status), correctable: true }, 'deliver')).toEqual({
      ok: false,
      reason: 'final',
    })
  })

  it('does nothing in a closed case', () => {
    const line = { ...ready('proposed'), caseOpen: false }
    expect(lineStep(line, 'accept')).toEqual({ ok: false, reason: 'caseClosed' })
  })
})
