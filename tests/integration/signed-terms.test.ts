import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  assignLine,
  cancelDelivery,
  finishLine,
  justifyLine,
  recordCosts,
  recordDelivery,
  resumeLine,
  scheduleLine,
  startLine,
  suspendLine,
} from '@/lib/baskets'
import { lineRow, makePlan } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  asked,
  coordinator,
  head,
  made,
  stranger,
  teacher,
  useScene,
} from '@/tests/support/scenes/my-services'

useScene()

const terms = (lineId: string, version: number, fields: object = {}) => ({
  lineId,
  version,
  startsOn: '1.12.2026',
  endsOn: '30.04.2027',
  frequency: 'weekly' as const,
  quantity: '1',
  weekday: '',
  atTime: '',
  place: '',
  ...fields,
})
const costs = (lineId: string, version: number, fields: object = {}) => ({
  lineId,
  version,
  costPlanned: '',
  costActual: '',
  coPayment: '',
  fundingKey: '',
  decisionNumber: '',
  decisionOn: '',
  legalBasis: '',
  satisfaction: '',
  ...fields,
})
const deliver = (lineId: string, fields: object = {}) =>
  recordDelivery.execute(teacher, {
    lineId,
    requestKey: randomUUID(),
    deliveredOn: '23.11.2026',
    quantity: '1',
    note: '',
    ...fields,
  })

const sign = (planId: string) =>
  asOwner().query(
    `update plan set family_signed_on = '2026-11-22', family_signed_by = 'Marta Wrzosek',
     coordinator_signed_on = '2026-11-22' where id = $1`,
    [planId],
  )
const signature = async (planId: string) =>
  (await asOwner().query('select family_signed_by, coordinator_signed_on from plan where id = $1', [planId]))
    .rows[0]
const told = async () =>
  (
    await asOwner().query('select kind, user_id from notification where case_id = $1 and kind = $2', [
      made.caseId,
      'plan.unsigned',
    ])
  ).rows

describe('a plan that waits for approval', () => {
  it('loses its signatures when the provider schedules on other terms, and the coordinator is told', async () => {
    const id = await asked('accepted')
    const plan = await makePlan(made, [id], 'approval')
    await sign(plan)
    await scheduleLine.execute(teacher, terms(id, 1))
    expect(await signature(plan)).toMatchObject({ family_signed_by: 'Marta Wrzosek' })
    await scheduleLine.execute(teacher, terms(id, 2, { frequency: 'twiceWeekly' }))
    expect(await signature(plan)).toEqual({ family_signed_by: null, coordinator_signed_on: null })
    expect(await told()).toEqual([{ kind: 'plan.unsigned', user_id: coordinator.userId }])
  })

  it('loses them when the money changes, not when only the decision is noted', async () => {
    const id = await asked('accepted')
    const plan = await makePlan(made, [id], 'approval')
    await sign(plan)
    await recordCosts.execute(
      coordinator,
      costs(id, 1, { decisionNumber: 'GOPS.1.2026', decisionOn: '20.11.2026' }),
    )
    expect(await signature(plan)).toMatchObject({ family_signed_by: 'Marta Wrzosek' })
    await recordCosts.execute(coordinator, costs(id, 2, { coPayment: '20' }))
    expect(await signature(plan)).toEqual({ family_signed_by: null, coordinator_signed_on: null })
  })

  it('is not touched by a stranger', async () => {
    const id = await asked('accepted')
    const plan = await makePlan(made, [id], 'approval')
    await sign(plan)
    await expect(scheduleLine.execute(stranger, terms(id, 1, { quantity: '9' }))).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await signature(plan)).toMatchObject({ family_signed_by: 'Marta Wrzosek' })
  })
})

describe('under a plan in force', () => {
  it('dates stay inside the plan and nothing grows beyond what was signed', async () => {
    const id = await asked('accepted')
    await makePlan(made, [id])
    await expect(
      scheduleLine.execute(teacher, terms(id, 1, { endsOn: '1.11.2027', quantity: '3' })),
    ).rejects.toMatchObject({ fields: { endsOn: 'outsidePlan', quantity: 'moreThanSigned' } })
    await scheduleLine.execute(teacher, terms(id, 1, { startsOn: '8.12.2026', quantity: '0,5' }))
    expect(await lineRow(id)).toMatchObject({ status: 'scheduled', quantity: '0.50' })
  })

  it('what was signed is the measure, not what was scheduled since', async () => {
    const id = await asked('accepted')
    const plan = await makePlan(made, [id])
    const body = { lines: [{ id, from: '2026-12-01', to: '2027-04-30', frequency: 'weekly', quantity: 1 }] }
    await asOwner().query(
      `insert into plan_content (plan_id, case_id, team_id, owner_institution_id, body) values ($1, $2, $3, $4, $5)`,
      [plan, made.caseId, made.teamId, made.owner, JSON.stringify(body)],
    )
    await scheduleLine.execute(teacher, terms(id, 1, { quantity: '0,5' }))
    await scheduleLine.execute(teacher, terms(id, 2, { quantity: '1' }))
    await expect(recordCosts.execute(coordinator, costs(id, 3, { coPayment: '10' }))).rejects.toMatchObject({
      fields: { coPayment: 'moreThanSigned' },
    })
  })

  it('nothing took place before the plan or before the decision', async () => {
    const id = await asked('scheduled', 'zasilek_okresowy')
    await makePlan(made, [id])
    await startLine.execute(teacher, {
      lineId: id,
      version: 1,
      decisionNumber: 'GOPS.1.2026',
      decisionOn: '20.11.2026',
    })
    await expect(deliver(id, { deliveredOn: '30.10.2026' })).rejects.toMatchObject({
      fields: { deliveredOn: 'beforeDecision' },
    })
    await expect(deliver(id, { deliveredOn: '19.11.2026' })).rejects.toMatchObject({
      fields: { deliveredOn: 'beforeDecision' },
    })
    await deliver(id, { deliveredOn: '20.11.2026' })
    const plain = await asked('scheduled')
    await makePlan(made, [plain], 'inForce', 2)
    await expect(deliver(plain, { deliveredOn: '31.10.2026' })).rejects.toMatchObject({
      fields: { deliveredOn: 'beforePlan' },
    })
  })

  it('a benefit that has begun keeps its decision through a pause', async () => {
    const id = await asked('scheduled', 'zasilek_okresowy')
    await makePlan(made, [id])
    const decision = { decisionNumber: 'GOPS.1.2026', decisionOn: '20.11.2026' }
    await startLine.execute(teacher, { lineId: id, version: 1, ...decision })
    await suspendLine.execute(teacher, { lineId: id, version: 2, note: 'ferie' })
    await expect(recordCosts.execute(coordinator, costs(id, 3))).rejects.toMatchObject({
      fields: { decisionNumber: 'required' },
    })
    await expect(
      recordCosts.execute(coordinator, costs(id, 3, { decisionNumber: 'GOPS.2.2026' })),
    ).rejects.toMatchObject({ fields: { decisionOn: 'required' } })
    await resumeLine.execute(teacher, { lineId: id, version: 3 })
    expect(await lineRow(id)).toMatchObject({ status: 'inProgress' })
  })

  it('a benefit that lost its decision earlier comes back to its plan, and begins with a new one', async () => {
    const id = await asked('scheduled', 'zasilek_okresowy')
    await makePlan(made, [id])
    const decision = { decisionNumber: 'GOPS.1.2026', decisionOn: '20.11.2026' }
    await startLine.execute(teacher, { lineId: id, version: 1, ...decision })
    await suspendLine.execute(teacher, { lineId: id, version: 2, note: 'ferie' })
    await asOwner().query('update basket_line set decision_number = null where id = $1', [id])
    await resumeLine.execute(teacher, { lineId: id, version: 3 })
    expect(await lineRow(id)).toMatchObject({ status: 'scheduled' })
  })
})

describe('after the end', () => {
  const ended = async () => {
    const id = await asked('scheduled')
    await makePlan(made, [id])
    const { deliveryId } = await deliver(id, { quantity: '20' })
    await finishLine.execute(teacher, { lineId: id, version: 2, result: 'delivered', note: '' })
    return { id, deliveryId: deliveryId ?? '' }
  }

  it('a wrong entry is taken back and noted anew for two weeks', async () => {
    const { id, deliveryId } = await ended()
    await cancelDelivery.execute(teacher, { deliveryId })
    await deliver(id, { quantity: '2' })
    expect(await lineRow(id)).toMatchObject({ status: 'delivered', delivered_quantity: '2.00' })
    await asOwner().query(`update basket_line set status_since = '2026-11-10' where id = $1`, [id])
    await expect(deliver(id, { deliveredOn: '11.11.2026' })).rejects.toMatchObject({
      fields: { deliveredOn: 'afterEnd' },
    })
    await asOwner().query(`update basket_line set status_since = '2026-11-08' where id = $1`, [id])
    await expect(deliver(id, { deliveredOn: '7.11.2026' })).rejects.toMatchObject({ key: 'line.final' })
  })

  it('nothing of a line changes in a closed case', async () => {
    const { id, deliveryId } = await ended()
    const going = await asked('scheduled')
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [made.caseId])
    const closed = { key: 'line.caseClosed' }
    await expect(cancelDelivery.execute(teacher, { deliveryId })).rejects.toMatchObject(closed)
    await expect(deliver(id)).rejects.toMatchObject(closed)
    await expect(recordCosts.execute(coordinator, costs(going, 1))).rejects.toMatchObject(closed)
    await expect(
      justifyLine.execute(coordinator, { lineId: going, version: 1, kind: 'duplicate', reason: 'bo tak' }),
    ).rejects.toMatchObject(closed)
    await expect(
      assignLine.execute(head, { lineId: going, version: 1, userId: teacher.userId }),
    ).rejects.toMatchObject(closed)
  })
})
