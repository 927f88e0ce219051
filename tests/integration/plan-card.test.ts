import { describe, expect, it } from 'vitest'
import { listLines } from '@/lib/baskets'
import { planCard, readPlan } from '@/lib/plans'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  approve,
  coordinator,
  head,
  inForce,
  leader,
  line,
  made,
  ops,
  school,
  setGoal,
  sign,
  submit,
  teamCoordinator,
  useScene,
} from '@/tests/support/scenes/plans'

useScene()

const card = (actor = coordinator) => planCard.execute(actor, { caseId: made.caseId })

describe('the card of the family', () => {
  it('is there once a plan is in force', async () => {
    await setGoal()
    await line()
    await submit()
    expect(await card()).toBeNull()
    const basket = await listLines.execute(coordinator, { caseId: made.caseId })
    expect(basket.may.card).toBe(false)
  })

  it('says who, what in three languages, for whom, when and at which number', async () => {
    await asOwner().query(`update institution set phone = '+48178501234' where id = $1`, [school])
    await asOwner().query(`update institution set phone = '+48178501235' where id = $1`, [ops])
    await setGoal()
    const lineId = await line({ title: 'Czytanie', place: 'biblioteka', weekday: '2', atTime: '16:30' })
    await submit()
    await accept(lineId)
    await sign()
    await approve()
    expect(await card()).toMatchObject({
      subject: 'family',
      endsOn: '2027-11-30',
      today: '2026-11-23',
      byMouth: 0,
      first: { institution: 'GOPS Świlcza', phone: '+48178501235' },
      lines: [
        {
          names: {
            pl: 'Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)',
            uk: 'Допомога в навчанні (додаткові заняття)',
            en: 'Help with learning (extra lessons)',
          },
          title: 'Czytanie',
          everybody: false,
          provider: 'SP Trzciana',
          responsible: null,
          phone: '+48178501234',
          place: 'biblioteka',
          frequency: 'weekly',
          weekday: 2,
          atTime: '16:30',
          startsOn: '2026-12-01',
          endsOn: '2027-06-30',
          nextOn: '2026-12-01',
          state: null,
        },
      ],
    })
    const [only] = (await card())?.lines ?? []
    expect(only?.persons).toHaveLength(1)
    const page = await readPlan.execute(coordinator, { caseId: made.caseId })
    const basket = await listLines.execute(coordinator, { caseId: made.caseId })
    expect([page.may.card, basket.may.card]).toEqual([true, true])
  })

  it('says no word of help against violence, of what is over, and of a line that no plan holds', async () => {
    const lineId = await inForce()
    expect((await card())?.lines).toHaveLength(1)
    await asOwner().query(
      `update basket_line set service_key = 'wsparcie_przemoc', category = 'BEZPIECZENSTWO' where id = $1`,
      [lineId],
    )
    expect(await card()).toMatchObject({ lines: [], byMouth: 1 })
    await asOwner().query(`update basket_line set status = 'cancelled' where id = $1`, [lineId])
    expect(await card()).toMatchObject({ lines: [], byMouth: 0 })
    await asOwner().query(
      `update basket_line set service_key = 'korepetycje', category = 'EDUKACJA',
      status = 'suspended' where id = $1`,
      [lineId],
    )
    expect((await card())?.lines).toMatchObject([{ state: 'rests', nextOn: null }])
    await asOwner().query('delete from plan_line where line_id = $1', [lineId])
    expect(await card()).toMatchObject({ lines: [], byMouth: 0 })
  })

  it('is for the family’s coordinator alone', async () => {
    await inForce()
    for (const actor of [leader, teamCoordinator, head])
      await expect(card(actor)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
