import { beforeEach, describe, expect, it } from 'vitest'
import {
  decideProposal,
  linkReturn,
  proposeDecision,
  readCase,
  restrictCase,
  unlinkReturn,
} from '@/lib/cases'
import { teamFigures } from '@/lib/dashboards'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { insert, makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

type Made = Awaited<ReturnType<typeof makeCase>>

let ops: string
let team: string
let coordinator: Actor
let leader: Actor
let old: Made
let fresh: Made

const closedOn = (made: Made, on: string) =>
  asOwner().query(
    `update family_case set closed_on = $2, plan_in_force_on = '2026-01-01', outcome_key = 'czesciowo' where id = $1`,
    [made.caseId, on],
  )

const versionOf = async (caseId: string): Promise<number> =>
  (await asOwner().query<{ version: number }>('select version from family_case where id = $1', [caseId]))
    .rows[0]?.version ?? 0

const previousIn = async (caseId: string): Promise<string | null> =>
  (
    await asOwner().query<{ id: string | null }>(
      'select previous_case_id as id from family_case where id = $1',
      [caseId],
    )
  ).rows[0]?.id ?? null

const returns = async (who = coordinator, caseId = fresh.caseId) =>
  (await readCase.execute(who, { caseId })).returns

const referred = (made: Made) =>
  asOwner().query(`update family_case set opened_on = '2026-11-20' where id = $1`, [made.caseId])

beforeEach(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  team = await makeTeam({ lead: ops })
  coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId: team })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  old = await makeCase({ teamId: team, owner: ops, status: 'closed' })
  await closedOn(old, '2026-08-01')
  await makePerson(old, { givenName: 'Maria', familyName: 'Wrzos', bornOn: '1985-03-14' })
  fresh = await makeCase({ teamId: team, owner: ops, status: 'submitted' })
  await referred(fresh)
})

const comesBack = () => makePerson(fresh, { givenName: 'Maria', familyName: 'WRZOS', bornOn: '1985-03-14' })

describe('a return within twelve months', () => {
  it('of a restricted case is recognised for its named people alone', async () => {
    await comesBack()
    await restrictCase.execute(coordinator, {
      caseId: old.caseId,
      reason: 'Rodzina liderki',
      people: [coordinator.userId],
    })
    expect(await returns(leader)).toEqual([])
    expect(await returns()).toMatchObject([{ caseId: old.caseId }])
  })

  it('is recognised by full name and birth date, for who decides about the referral', async () => {
    await comesBack()
    const { number } = await readCase.execute(coordinator, { caseId: old.caseId })
    const found = [
      {
        caseId: old.caseId,
        number,
        closedOn: '2026-08-01',
        outcomeKey: 'czesciowo',
        reopenable: true,
        persons: ['Maria WRZOS'],
      },
    ]
    expect(await returns()).toEqual(found)
    expect(await returns(leader)).toEqual(found)
    const worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId: fresh.caseId })
    expect(await returns(worker)).toEqual([])
  })

  it('by the record and by PESEL; two numbers that differ are two people', async () => {
    const person = await comesBack()
    const hash = (personId: string, value: string) =>
      asOwner().query('update person_identity set pesel_hash = $2 where person_id = $1', [personId, value])
    const { rows } = await asOwner().query<{ id: string }>(
      'select person_id as id from case_person where case_id = $1',
      [old.caseId],
    )
    await hash(rows[0]?.id ?? '', `${ops}-1`)
    expect(await returns()).toHaveLength(1)
    await hash(person, `${ops}-2`)
    expect(await returns()).toEqual([])
    await insert('case_person', { case_id: fresh.caseId, team_id: team, person_id: rows[0]?.id })
    expect(await returns()).toMatchObject([{ persons: ['Maria Wrzos'] }])
  })

  it.each([
    ['2025-11-20', 1],
    ['2025-11-19', 0],
    ['2026-11-20', 1],
  ])('of a case that ended on %s: %i', async (day, found) => {
    await comesBack()
    await closedOn(old, day)
    expect(await returns()).toHaveLength(found)
  })

  it.each([
    ['2026-05-24', true],
    ['2026-05-23', false],
  ])('to a case that ended on %s may be reopened: %s', async (day, reopenable) => {
    await comesBack()
    await closedOn(old, day)
    expect(await returns()).toMatchObject([{ reopenable }])
  })

  it('is not asked of another team, of another unit, of a running case, nor after consent was asked for', async () => {
    await comesBack()
    const second = await makeTeam({ lead: ops, gmina: '1816132' })
    await asOwner().query('update family_case set team_id = $2 where id = $1', [old.caseId, second])
    expect(await returns()).toEqual([])
    await asOwner().query('update family_case set team_id = $2, status = $3 where id = $1', [
      old.caseId,
      team,
      'inProgress',
    ])
    expect(await returns()).toEqual([])
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [old.caseId])
    expect(await returns()).toHaveLength(1)
    await asOwner().query(`update family_case set status = 'diagnosis' where id = $1`, [fresh.caseId])
    expect(await returns()).toEqual([])
  })

  it('is known to nobody elsewhere: the same person referred to another unit shows nothing', async () => {
    const far = await makeInstitution({ seat: '2013072' })
    const farTeam = await makeTeam({ lead: far, gmina: '2013072' })
    const theirs = await makeCase({ teamId: farTeam, owner: far, status: 'submitted', gmina: '2013072' })
    await referred(theirs)
    await makePerson(theirs, { givenName: 'Maria', familyName: 'Wrzos', bornOn: '1985-03-14' })
    const stranger = await makeActor(far, { role: 'koordynator_zespolu', teamId: farTeam })
    expect(await returns(stranger, theirs.caseId)).toEqual([])
    const link = { caseId: theirs.caseId, version: 1, previousId: old.caseId }
    await expect(linkReturn.execute(stranger, link)).rejects.toMatchObject({ code: 'notFound' })
    await expect(linkReturn.execute(stranger, { ...link, caseId: fresh.caseId })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('linking it', () => {
  const link = async () =>
    linkReturn.execute(coordinator, {
      caseId: fresh.caseId,
      version: await versionOf(fresh.caseId),
      previousId: old.caseId,
    })

  it('makes the new case continue the old one, until it is undone; both stand in the access log', async () => {
    await comesBack()
    expect(await previousIn(fresh.caseId)).toBe(null)
    await link()
    expect(await previousIn(fresh.caseId)).toBe(old.caseId)
    expect((await readCase.execute(leader, { caseId: fresh.caseId })).previous?.id).toBe(old.caseId)
    await unlinkReturn.execute(coordinator, {
      caseId: fresh.caseId,
      version: await versionOf(fresh.caseId),
    })
    expect(await previousIn(fresh.caseId)).toBe(null)
    const { rows } = await asOwner().query<{ action: string; reason: string }>(
      `select action, reason from audit_event where case_id = $1 and kind = 'write' order by at`,
      [fresh.caseId],
    )
    const { number } = await readCase.execute(coordinator, { caseId: old.caseId })
    expect(rows).toEqual([
      { action: 'case.linkReturn', reason: number },
      { action: 'case.unlinkReturn', reason: number },
    ])
  })

  it('is the team coordinator’s, of a case that was recognised, on what was seen, before consent is asked for', async () => {
    await comesBack()
    const other = await makeCase({ teamId: team, owner: ops, status: 'closed' })
    const input = { caseId: fresh.caseId, version: 1, previousId: old.caseId }
    await expect(linkReturn.execute(leader, input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      linkReturn.execute(coordinator, { ...input, previousId: other.caseId }),
    ).rejects.toMatchObject({ code: 'notFound' })
    await expect(linkReturn.execute(coordinator, { ...input, version: 7 })).rejects.toMatchObject({
      key: 'stale',
    })
    await asOwner().query(`update family_case set status = 'awaitingConsent' where id = $1`, [fresh.caseId])
    await expect(linkReturn.execute(coordinator, input)).rejects.toMatchObject({ key: 'wrongState' })
  })

  it('is kept by the decision and counted in the figures of the team', async () => {
    await comesBack()
    await link()
    await asOwner().query(`update family_case set status = 'screening' where id = $1`, [fresh.caseId])
    await proposeDecision.execute(coordinator, {
      caseId: fresh.caseId,
      version: await versionOf(fresh.caseId),
      kind: 'qualify',
      reasonKey: '',
      note: 'Rodzina wraca.',
    })
    await decideProposal.execute(leader, {
      caseId: fresh.caseId,
      version: await versionOf(fresh.caseId),
      accepted: 'yes',
      note: '',
    })
    expect(await previousIn(fresh.caseId)).toBe(old.caseId)
    // six first ones beside it, and five more that came back
    const qualified = async (previous: string | null) => {
      const made = await makeCase({ teamId: team, owner: ops, status: 'qualified' })
      await asOwner().query(
        `update family_case set opened_on = '2026-11-20', qualified_on = '2026-11-21', previous_case_id = $2 where id = $1`,
        [made.caseId, previous],
      )
    }
    for (const previous of [null, null, null, null, null, null]) await qualified(previous)
    const shown = async () =>
      Object.fromEntries((await teamFigures.execute(leader, { teamId: team })).returns)
    expect((await shown()).returned).toEqual({ kind: 'few' })
    for (let n = 0; n < 5; n += 1) await qualified(old.caseId)
    expect(await shown()).toEqual({
      all: { kind: 'count', value: 12 },
      first: { kind: 'count', value: 6 },
      returned: { kind: 'count', value: 6 },
    })
  })
})
