import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  assignLine,
  cancelDelivery,
  finishLine,
  readMyService,
  recordDelivery,
  scheduleLine,
  startLine,
} from '@/lib/baskets'
import { lineRow, makeLine, makePlan } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  asked,
  child,
  coordinator,
  head,
  made,
  school,
  stranger,
  teacher,
  useScene,
} from '@/tests/support/scenes/my-services'
import { makeActor } from '@/tests/support/world'

useScene()

describe('the head of the institution', () => {
  it('names who delivers, only among people whose role lets them', async () => {
    const id = await makeLine(made, { provider: school, createdBy: coordinator.userId, persons: [child] })
    const councillor = await makeActor(school, { role: 'radny' })
    await expect(
      assignLine.execute(head, { lineId: id, version: 1, userId: councillor.userId }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      assignLine.execute(head, { lineId: id, version: 1, userId: stranger.userId }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await assignLine.execute(head, { lineId: id, version: 1, userId: teacher.userId })
    expect((await readMyService.execute(teacher, { lineId: id })).line.responsible).toBe('Ewa Modrzew')
    await expect(
      assignLine.execute(teacher, { lineId: id, version: 2, userId: teacher.userId }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('work', () => {
  const deliver = (lineId: string, fields: object = {}) =>
    recordDelivery.execute(teacher, {
      lineId,
      requestKey: randomUUID(),
      deliveredOn: '23.11.2026',
      quantity: '2',
      note: '',
      ...fields,
    })

  it('is scheduled, begins under a plan in force, is noted and ends', async () => {
    const id = await asked('accepted')
    await expect(deliver(id)).rejects.toMatchObject({ key: 'line.notScheduled' })
    await scheduleLine.execute(teacher, {
      lineId: id,
      version: 1,
      startsOn: '20.11.2026',
      endsOn: '30.04.2027',
      frequency: 'weekly',
      quantity: '2',
      weekday: '2',
      atTime: '8.30',
      place: 'sala 4',
    })
    await expect(
      startLine.execute(teacher, { lineId: id, version: 2, decisionNumber: '', decisionOn: '' }),
    ).rejects.toMatchObject({
      key: 'line.noPlanInForce',
    })
    await makePlan(made, [id])
    await deliver(id)
    expect(await lineRow(id)).toMatchObject({ status: 'inProgress', delivered_quantity: '2.00' })
    await expect(
      finishLine.execute(teacher, { lineId: id, version: 3, result: 'partlyDelivered', note: '' }),
    ).rejects.toMatchObject({ fields: { note: 'required' } })
    await finishLine.execute(teacher, { lineId: id, version: 3, result: 'delivered', note: '' })
    expect(await lineRow(id)).toMatchObject({ status: 'delivered' })
    const { rows } = await asOwner().query('select first_service_on::text from family_case where id = $1', [
      made.caseId,
    ])
    expect(rows).toEqual([{ first_service_on: '2026-11-23' }])
  })

  it('sent twice is counted once, also at the same moment', async () => {
    const id = await asked('scheduled')
    await makePlan(made, [id])
    await deliver(id)
    const requestKey = randomUUID()
    await Promise.all([deliver(id, { requestKey }), deliver(id, { requestKey })])
    await deliver(id, { requestKey })
    expect(await lineRow(id)).toMatchObject({ delivered_quantity: '4.00' })
  })

  it('two different deliveries at one moment are both counted', async () => {
    const id = await asked('scheduled')
    await makePlan(made, [id])
    await deliver(id)
    await Promise.all([deliver(id), deliver(id), deliver(id)])
    expect(await lineRow(id)).toMatchObject({ delivered_quantity: '8.00' })
  })

  it('noted by mistake is taken back', async () => {
    const id = await asked('scheduled')
    await makePlan(made, [id])
    const { deliveryId } = await deliver(id)
    if (!deliveryId) throw new Error('nothing was noted')
    await cancelDelivery.execute(teacher, { deliveryId })
    expect(await lineRow(id)).toMatchObject({ delivered_quantity: '0.00', last_delivery_on: null })
    await expect(cancelDelivery.execute(teacher, { deliveryId })).rejects.toMatchObject({ code: 'conflict' })
    await expect(cancelDelivery.execute(stranger, { deliveryId })).rejects.toMatchObject({ code: 'notFound' })
  })

  it.each([
    [{ deliveredOn: '24.11.2026' }, { deliveredOn: 'dateFuture' }],
    [{ deliveredOn: '31.02.2026' }, { deliveredOn: 'date.noSuchDay' }],
    [{ deliveredOn: '1.01.2020' }, { deliveredOn: 'dateTooOld' }],
    [{ quantity: '0' }, { quantity: 'outOfRange' }],
    [{ quantity: 'dużo' }, { quantity: 'quantity.shape' }],
    [{ quantity: '' }, { quantity: 'quantity.empty' }],
    [{ note: 'ą'.repeat(1001) }, { note: 'tooLong' }],
  ])('refuses %o with a message beside the field', async (fields, errors) => {
    const id = await asked('scheduled')
    await makePlan(made, [id])
    await expect(deliver(id, fields)).rejects.toMatchObject({ code: 'invalid', fields: errors })
  })

  it('on a benefit does not begin without number and date of the decision', async () => {
    const id = await asked('scheduled', 'zasilek_okresowy')
    await makePlan(made, [id])
    const start = (fields: object = {}) =>
      startLine.execute(teacher, {
        lineId: id,
        version: 1,
        decisionNumber: '',
        decisionOn: '',
        ...fields,
      })
    await expect(start()).rejects.toMatchObject({ key: 'line.noDecision' })
    await expect(start({ decisionNumber: 'GOPS.1.2026' })).rejects.toMatchObject({ key: 'line.noDecision' })
    await start({ decisionNumber: 'GOPS.1.2026', decisionOn: '20.11.2026' })
    expect(await lineRow(id)).toMatchObject({ status: 'inProgress', decision_number: 'GOPS.1.2026' })
  })
})
