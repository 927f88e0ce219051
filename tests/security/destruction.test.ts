import { beforeAll, describe, expect, it } from 'vitest'
import { teamFigures } from '@/lib/dashboards'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { approveDestruction, listDestruction, prepareDestruction } from '@/lib/retention'
import { asOwner, useDatabase } from '@/tests/support/database'
import { caseTables, fillEverything, marked, rowsOf, secret } from '@/tests/support/scenes/whole-case'
import { insert, makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let teamId: string
let officer: Actor
let leader: Actor
let made: Awaited<ReturnType<typeof makeCase>>
let mother: string
let child: string

beforeAll(async () => {
  ops = await makeInstitution()
  teamId = await makeTeam({ lead: ops })
  officer = await makeActor(ops, { role: 'iod' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  made = await makeCase({ teamId, owner: ops, status: 'closed', label: secret })
  mother = await makePerson(made, { givenName: secret, familyName: secret })
  child = await makePerson(made, { givenName: secret, familyName: secret })
  await fillEverything(made, mother, officer.userId)
  await asOwner().query('update legal_hold set ended_at = now()')
  // the mother is in another case of the unit too; her child is in this one alone
  const other = await makeCase({ teamId, owner: ops })
  await insert('case_person', { case_id: other.caseId, team_id: teamId, person_id: mother })
  // a term of the unit short enough that the case still counts in the figures of the last twelve months
  await insert('retention_term', { institution_id: ops, kind: 'closed', length: 1, class_label: 'B1' })
  await asOwner().query(
    `update family_case set opened_on = '2024-01-10', closed_on = '2024-12-31', outcome_key = 'cel_osiagniety', plan_in_force_on = '2024-02-01',
       first_service_on = '2026-02-10' where id = $1`,
    [made.caseId],
  )
})

const figures = async () => ({
  shown: await teamFigures.execute(leader, { teamId }),
  facts: (
    await asOwner().query(
      `select m, f.* from unnest(array['stages', 'outcomes', 'services']) m, figures.facts(m) f order by 1, 2, 3, 4`,
    )
  ).rows,
  waits: (await asOwner().query('select * from figures.waits() order by 1, 2, 3')).rows,
})

describe('a destroyed case', () => {
  it('was filled in every table that names a case or a person, so that a new table cannot be forgotten', async () => {
    const counts = await rowsOf(made.caseId, [mother, child])
    const empty = (await caseTables()).filter((table) => !counts[table])
    expect(
      empty.filter((table) => table !== 'destruction_item'),
      'Fill these tables in tests/support/scenes/whole-case.ts, and empty them in app.destroy_listed',
    ).toEqual([])
    expect((await marked()).length).toBeGreaterThan(30)
  })

  it('is refused by the database itself without an approved list, whoever asks', async () => {
    await prepareDestruction.execute(officer, { caseIds: [made.caseId] })
    const { waiting } = await listDestruction.execute(leader, { cursor: '' })
    for (const who of [officer, leader])
      await expect(
        asActor(who, (tx) => tx.$executeRaw`select app.destroy_listed(${waiting[0]?.id}::uuid)`),
      ).rejects.toThrow(/not the leader|not an approved list of this unit/)
  })

  it('is refused by the database itself while it is held or its term is not over, and to another unit', async () => {
    const [list] = (await listDestruction.execute(leader, { cursor: '' })).waiting
    const bypass = (who: Actor) =>
      asActor(who, async (tx) => {
        const approved = { consentNumber: 'X', consentOn: new Date('2026-11-20'), approvedById: who.userId }
        await tx.destructionList.updateMany({
          where: { id: list?.id ?? '' },
          data: { ...approved, approvedAt: new Date('2026-11-24') },
        })
        return tx.$executeRaw`select app.destroy_listed(${list?.id}::uuid)`
      })
    await asOwner().query('update legal_hold set ended_at = null')
    await expect(bypass(leader)).rejects.toThrow(/not to be destroyed/)
    await asOwner().query('update legal_hold set ended_at = now()')
    await asOwner().query('update retention_term set length = 5')
    await expect(bypass(leader)).rejects.toThrow(/not to be destroyed/)
    await asOwner().query('update retention_term set length = 1')
    const far = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
    await expect(bypass(far)).rejects.toThrow(/not an approved list of this unit/)
    await expect(bypass(officer)).rejects.toThrow(/not the leader/)
  })

  it('leaves number, steps, services and the log, and no word about a person; figures stay the same', async () => {
    const before = await figures()
    expect(before.facts.filter(({ m }) => m === 'services').length).toBe(1)
    expect(before.waits.length).toBe(1)
    const [list] = (await listDestruction.execute(leader, { cursor: '' })).waiting
    await approveDestruction.execute(leader, {
      listId: list?.id ?? '',
      version: list?.version ?? 0,
      consentNumber: 'OA.1',
      consentOn: '20.11.2026',
    })
    const { audit_event: log = 0, ...left } = await rowsOf(made.caseId, [child])
    expect(log).toBeGreaterThan(0)
    expect(left).toEqual({ basket_line: 1, case_transition: 3, destruction_item: 1 })
    // the mother's name stands in her other case; but for the log, which stays, nowhere else is a word of this one
    const told = (await marked()).filter((column) => !column.startsWith('audit_event.'))
    expect(told.sort()).toEqual(['person.family_name', 'person.given_name'])
    const { rows } = await asOwner().query(
      'select family_id, previous_case_id from family_case where id = $1',
      [made.caseId],
    )
    expect(rows).toEqual([{ family_id: null, previous_case_id: null }])
    const kept = await asOwner().query('select id from person where id = any ($1)', [[mother, child]])
    expect(kept.rows).toEqual([{ id: mother }])
    expect(await figures()).toEqual(before)
  })
})
