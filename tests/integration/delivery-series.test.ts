import { describe, expect, it } from 'vitest'
import { cancelDelivery, readLine, readMyService, recordDelivery, recordSeries } from '@/lib/baskets'
import type { Actor } from '@/lib/policy/actor'
import { lineRow, makePlan, setSchedule } from '@/tests/support/basket'
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

/** Mondays from 2 November on; the plan that holds it is in force since 1 October. */
const weekly = async () => {
  const id = await asked('scheduled')
  await asOwner().query(
    `update basket_line set starts_on = '2026-11-02', ends_on = '2026-12-14', frequency = 'weekly', quantity = 2
     where id = $1`,
    [id],
  )
  await setSchedule(id, { weekday: 1 })
  const plan = await makePlan(made, [id])
  await asOwner().query(
    `update plan set in_force_on = '2026-10-01', starts_on = '2026-10-01' where id = $1`,
    [plan],
  )
  return id
}
const tick = (lineId: string, days: readonly string[], who: Actor = teacher) =>
  recordSeries.execute(who, { lineId, days, quantity: '2', note: '' })
const days = async (lineId: string) => {
  const { rows } = await asOwner().query<{ on: string; quantity: string }>(
    `select delivered_on::text as on, quantity from service_delivery where line_id = $1 and cancelled_at is null order by 1`,
    [lineId],
  )
  return rows.map((r) => `${r.on} ${r.quantity}`)
}

describe('several days at once', () => {
  it('are noted by who delivers, start the service and are counted', async () => {
    const id = await weekly()
    expect(await tick(id, ['2026-11-02', '2026-11-09', '2026-11-16'])).toEqual({ lineId: id, noted: 3 })
    expect(await days(id)).toEqual(['2026-11-02 2.00', '2026-11-09 2.00', '2026-11-16 2.00'])
    expect(await lineRow(id)).toMatchObject({ status: 'inProgress', delivered_quantity: '6.00' })
  })

  it('leave a day alone that was noted meanwhile, in another tab or by the coordinator', async () => {
    const id = await weekly()
    await tick(id, ['2026-11-02'])
    expect(await tick(id, ['2026-11-02', '2026-11-09', '2026-11-09'], coordinator)).toEqual({
      lineId: id,
      noted: 1,
    })
    await expect(tick(id, ['2026-11-02', '2026-11-09'])).rejects.toMatchObject({ key: 'line.daysNoted' })
    expect(await days(id)).toEqual(['2026-11-02 2.00', '2026-11-09 2.00'])
  })

  it('sent from two tabs at one moment are counted once', async () => {
    const id = await weekly()
    await tick(id, ['2026-11-02'])
    await Promise.allSettled([tick(id, ['2026-11-09', '2026-11-16']), tick(id, ['2026-11-09', '2026-11-16'])])
    expect(await days(id)).toEqual(['2026-11-02 2.00', '2026-11-09 2.00', '2026-11-16 2.00'])
  })

  it.each<[string, string[], object]>([
    ['none', [], { fields: { days: 'choose' } }],
    ['one to come', ['2026-11-09', '2026-11-30'], { fields: { days: 'dateFuture' } }],
    ['one before the plan', ['2026-09-28', '2026-11-09'], { fields: { days: 'beforePlan' } }],
    ['one of another year', ['2024-11-04'], { fields: { days: 'dateTooOld' } }],
  ])('are refused whole with %s', async (_what, wanted, refusal) => {
    const id = await weekly()
    await expect(tick(id, wanted)).rejects.toMatchObject(refusal)
    expect(await days(id)).toEqual([])
  })

  it('are for who delivers: hidden from another institution, refused before the plan', async () => {
    const id = await weekly()
    await expect(tick(id, ['2026-11-02'], stranger)).rejects.toMatchObject({ code: 'notFound' })
    await tick(id, ['2026-11-02'], head)
    const early = await asked('scheduled')
    await expect(tick(early, ['2026-11-09'])).rejects.toMatchObject({ key: 'line.noPlanInForce' })
  })
})

describe('planned, delivered and result in one view', () => {
  it('is the same for the provider and the coordinator', async () => {
    const id = await weekly()
    await tick(id, ['2026-11-02'])
    const { deliveryId } = await recordDelivery.execute(teacher, {
      lineId: id,
      requestKey: crypto.randomUUID(),
      deliveredOn: '11.11.2026',
      quantity: '1',
      note: '',
    })
    const own = await readMyService.execute(teacher, { lineId: id })
    expect(own.schedule.map((o) => [o.on, o.deliveryIds.length, o.ahead])).toEqual([
      ['2026-11-02', 1, false],
      ['2026-11-09', 1, false],
      ['2026-11-16', 0, false],
      ['2026-11-23', 0, false],
      ['2026-11-30', 0, true],
      ['2026-12-07', 0, true],
      ['2026-12-14', 0, true],
    ])
    expect(own.unnoted).toEqual(['2026-11-16', '2026-11-23'])
    const page = await readLine.execute(coordinator, { lineId: id })
    expect(page.schedule).toEqual(own.schedule)
    await cancelDelivery.execute(teacher, { deliveryId: deliveryId ?? '' })
    expect((await readMyService.execute(teacher, { lineId: id })).unnoted).toEqual([
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
    ])
  })

  it('asks for no day before the plan is in force, nor after the service ended', async () => {
    const id = await weekly()
    const plan = `(select plan_id from plan_line where line_id = $1)`
    await asOwner().query(
      `update plan set in_force_on = '2026-11-10', starts_on = '2026-11-10' where id = ${plan}`,
      [id],
    )
    expect((await readMyService.execute(teacher, { lineId: id })).unnoted).toEqual([
      '2026-11-16',
      '2026-11-23',
    ])
    await asOwner().query(`update basket_line set status = 'cancelled', sent_at = now() where id = $1`, [id])
    expect((await readMyService.execute(teacher, { lineId: id })).unnoted).toEqual([])
  })
})
