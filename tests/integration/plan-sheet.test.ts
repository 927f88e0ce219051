import { describe, expect, it } from 'vitest'
import { changePlan, planSheet } from '@/lib/plans'
import type { Actor } from '@/lib/policy/actor'
import { setSchedule } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  approve,
  coordinator,
  head,
  leader,
  line,
  made,
  now,
  setGoal,
  sign,
  submit,
  teamCoordinator,
  useScene,
} from '@/tests/support/scenes/plans'

useScene()

const sheet = (versionNo = 1, actor: Actor = coordinator) =>
  planSheet.execute(actor, { caseId: made.caseId, versionNo })

describe('the plan on paper', () => {
  it('is there to be signed as soon as it is submitted, and afterwards as it was signed', async () => {
    await setGoal()
    const lineId = await line({ title: 'Czytanie', place: 'biblioteka', weekday: '2', atTime: '16:30' })
    await expect(sheet()).rejects.toMatchObject({ code: 'notFound' })
    await submit()
    const said = {
      versionNo: 1,
      startsOn: '2026-12-01',
      endsOn: '2027-11-30',
      goals: [{ title: 'Staś czyta ze zrozumieniem', due: '2027-06-30' }],
      lines: [
        {
          service: 'Czytanie',
          provider: 'SP Trzciana',
          place: 'biblioteka',
          weekday: 2,
          atTime: '16:30',
          beside: [],
          goals: [1],
          quantity: 100,
          startsOn: '2026-12-01',
          endsOn: '2027-06-30',
        },
      ],
      institutions: ['SP Trzciana'],
    }
    expect(await sheet()).toMatchObject({ ...said, sealed: false, intact: false, signedBy: null })
    await accept(lineId)
    await sign()
    await approve()
    // what happens to the line later does not change what was signed
    await asOwner().query(`update basket_line set quantity = 3 where id = $1`, [lineId])
    await setSchedule(lineId, { place: 'szkoła' })
    expect(await sheet()).toMatchObject({ ...said, sealed: true, intact: true, signedBy: 'Maria Próbna' })
    await changePlan.execute(coordinator, { ...(await now()), reason: 'zmiana' })
    expect(await sheet()).toMatchObject({ ...said, sealed: true })
    await expect(sheet(2)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('says so when what is kept is not what was sealed', async () => {
    await setGoal()
    const lineId = await line()
    await submit()
    await accept(lineId)
    await sign()
    await approve()
    await asOwner().query(
      `update plan_content set body = replace(body, 'czyta', 'pisze') where case_id = $1`,
      [made.caseId],
    )
    expect(await sheet()).toMatchObject({ sealed: true, intact: false })
  })

  it('is for the family’s coordinator alone, who reads every goal', async () => {
    await setGoal()
    await line()
    await submit()
    for (const actor of [leader, teamCoordinator])
      await expect(sheet(1, actor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(sheet(1, head)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
