import { describe, expect, it } from 'vitest'
import { changePlan, comparePlans } from '@/lib/plans'
import { setSchedule } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  approve,
  child,
  coordinator,
  head,
  inForce,
  leader,
  line,
  made,
  now,
  sign,
  submit,
  teamCoordinator,
  useScene,
} from '@/tests/support/scenes/plans'

useScene()

const compare = (pair: { from?: number; to?: number } = {}, actor = coordinator) =>
  comparePlans.execute(actor, { caseId: made.caseId, ...pair })

/** Version 2: the hours of the first service change, a second one comes. */
const secondVersion = async () => {
  const first = await inForce()
  await changePlan.execute(coordinator, { ...(await now()), reason: 'Staś potrzebuje więcej czasu.' })
  await asOwner().query(`update basket_line set quantity = 2, ends_on = '2027-08-31' where id = $1`, [first])
  await setSchedule(first, { weekday: 4, atTime: '16:30' })
  const second = await line({ serviceKey: 'swietlica_szkolna' })
  await submit({ beyond: 'on' })
  await accept(second)
  await sign()
  await approve()
  return { first, second }
}

describe('what changed between versions of a plan', () => {
  it('is nothing as long as there is one version', async () => {
    await inForce()
    expect(await compare()).toBeNull()
    await changePlan.execute(coordinator, { ...(await now()), reason: 'zmiana' })
    // a version that is being made is no content yet
    expect(await compare()).toBeNull()
  })

  it('is read from what was signed, with the reason that was written', async () => {
    const { first, second } = await secondVersion()
    const { rows } = await asOwner().query<{ name: string }>(
      `select given_name || ' ' || family_name as name from person where id = $1`,
      [child],
    )
    const said = {
      from: 1,
      to: 2,
      choices: [1, 2],
      reasons: [{ versionNo: 2, reason: 'Staś potrzebuje więcej czasu.' }],
      broken: [],
      period: [],
      goals: { added: [], dropped: [], changed: [] },
      lines: {
        added: [
          {
            id: second,
            service: 'Świetlica szkolna',
            provider: 'SP Trzciana',
            persons: [rows[0]?.name],
          },
        ],
        dropped: [],
        changed: [
          {
            id: first,
            service: 'Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)',
            changes: [
              { attribute: 'quantity', from: 1, to: 2 },
              { attribute: 'weekday', from: null, to: 4 },
              { attribute: 'atTime', from: null, to: '16:30' },
              { attribute: 'to', from: '2027-06-30', to: '2027-08-31' },
            ],
          },
        ],
      },
    }
    expect(await compare()).toMatchObject(said)
    // what happens to a line later does not change what was signed
    await asOwner().query(`update basket_line set quantity = 5 where id = $1`, [first])
    await setSchedule(first, { place: 'szkoła' })
    expect(await compare({ from: 2, to: 1 })).toMatchObject(said)
    expect(await compare({ from: 7, to: 9 })).toMatchObject(said)
    expect(await compare({ from: 2, to: 2 })).toMatchObject({ from: 2, to: 2, reasons: [] })
  })

  it('warns where what is kept is not what was sealed', async () => {
    await secondVersion()
    await asOwner().query(
      `update plan_content c set body = replace(body, 'czyta', 'pisze') from plan p
       where p.id = c.plan_id and p.version_no = 1 and c.case_id = $1`,
      [made.caseId],
    )
    expect(await compare()).toMatchObject({
      broken: [1],
      goals: {
        changed: [
          {
            title: 'Staś czyta ze zrozumieniem',
            changes: [
              { attribute: 'title', from: 'Staś pisze ze zrozumieniem', to: 'Staś czyta ze zrozumieniem' },
            ],
          },
        ],
      },
    })
  })

  it('is for the family’s coordinator alone, who reads every goal', async () => {
    await secondVersion()
    for (const actor of [leader, teamCoordinator, head])
      await expect(compare({}, actor)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
