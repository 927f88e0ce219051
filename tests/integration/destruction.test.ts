import { beforeAll, describe, expect, it } from 'vitest'
import { accessLog } from '@/lib/audit'
import type { Actor } from '@/lib/policy/actor'
import {
  approveDestruction,
  endHold,
  listDestruction,
  prepareDestruction,
  setHold,
  setRetention,
  takeBackDestruction,
} from '@/lib/retention'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let teamId: string
let officer: Actor
let leader: Actor
let powiatLeader: Actor
let old: string
let recent: string
let rejected: string
let stranger: { officer: Actor; leader: Actor; caseId: string }

/** A case that ended: `on` is the day of closing or of the decision. */
const ended = async (
  owner: string,
  team: string,
  status: 'closed' | 'rejected' | 'redirected',
  on: string,
) => {
  const made = await makeCase({ teamId: team, owner, status })
  await makePerson(made)
  await asOwner().query('update family_case set closed_on = $2, status_since = $3 where id = $1', [
    made.caseId,
    status === 'closed' ? on : null,
    on,
  ])
  return made.caseId
}

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  teamId = await makeTeam({ lead: ops })
  officer = await makeActor(ops, { role: 'iod' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  powiatLeader = await makeActor(ops, { role: 'lider_powiatowy' })
  old = await ended(ops, teamId, 'closed', '2020-03-15')
  recent = await ended(ops, teamId, 'closed', '2021-01-02')
  rejected = await ended(ops, teamId, 'rejected', '2026-05-25')
  const far = await makeInstitution()
  stranger = {
    officer: await makeActor(far, { role: 'iod' }),
    leader: await makeActor(far, { role: 'lider_gminny' }),
    caseId: await ended(far, await makeTeam({ lead: far }), 'closed', '2010-03-15'),
  }
})

const view = async (actor = officer) => {
  const { reached, ...rest } = await listDestruction.execute(actor, { cursor: '' })
  return { ...rest, reached: reached.rows }
}
const stateOf = async (id: string) => {
  const { rows } = await asOwner().query<{ status: string; since: string }>(
    'select status::text, status_since::text as since from family_case where id = $1',
    [id],
  )
  return [rows[0]?.status, rows[0]?.since]
}
const numberOf = async (id: string) =>
  (await asOwner().query<{ number: string }>('select number from family_case where id = $1', [id])).rows[0]
    ?.number ?? ''
const stepsOf = async (id: string) =>
  (
    await asOwner().query<{ step: string }>(
      `select from_status || ' ' || to_status as step from case_transition where case_id = $1 order by at, id`,
      [id],
    )
  ).rows.map(({ step }) => step)
const consentOfArchive = { consentNumber: 'OA.421.7.2026', consentOn: '20.11.2026' }

describe('the term', () => {
  it('counts B5 from 1 January after closing, and six months from a refusal', async () => {
    const { reached, terms } = await view()
    // today is 24.11.2026
    expect(reached.map(({ id, endedOn, dueOn, classLabel }) => ({ id, endedOn, dueOn, classLabel }))).toEqual(
      [{ id: old, endedOn: '2020-03-15', dueOn: '2026-01-01', classLabel: 'B5' }],
    )
    expect(terms.map(({ kind, length, classLabel }) => [kind, length, classLabel])).toEqual([
      ['closed', 5, 'B5'],
      ['rejected', 6, 'Bc'],
    ])
    await asOwner().query(`update family_case set status_since = '2026-05-24' where id = $1`, [rejected])
    expect((await view()).reached.map(({ id, dueOn }) => [id, dueOn])).toEqual([
      [old, '2026-01-01'],
      [rejected, '2026-11-24'],
    ])
  })

  it('is the unit’s own once the officer sets it, and no leader sets it', async () => {
    const longer = { kind: 'closed' as const, length: '10', classLabel: 'B10', version: '1' }
    expect(await refusal(setRetention.execute(leader, longer))).toBe('forbidden forbidden')
    await setRetention.execute(officer, longer)
    expect((await view()).reached.map(({ id }) => id)).toEqual([rejected])
    expect(await refusal(setRetention.execute(officer, longer))).toBe('conflict stale')
    await setRetention.execute(officer, { ...longer, length: '5', classLabel: 'B5', version: '2' })
    expect((await view(leader)).reached.map(({ id }) => id)).toEqual([old, rejected])
    expect((await view(stranger.officer)).reached.map(({ id }) => id)).toEqual([stranger.caseId])
  })
})

describe('a hold', () => {
  it('keeps a case out until the officer ends it', async () => {
    const number = await numberOf(old)
    const input = { number, reason: 'Skarga do sądu.' }
    expect(await refusal(setHold.execute(leader, input))).toBe('notFound notFound')
    expect(await refusal(setHold.execute(stranger.officer, input))).toBe('notFound notFound')
    await setHold.execute(officer, input)
    expect(await refusal(setHold.execute(officer, input))).toBe('conflict alreadyHeld')
    const { reached, held } = await view()
    expect(reached.map(({ id }) => id)).toEqual([rejected])
    expect(held.map(({ id, hold }) => [id, hold?.reason, hold?.from])).toEqual([
      [old, 'Skarga do sądu.', '2026-11-24'],
    ])
    expect(await refusal(prepareDestruction.execute(officer, { caseIds: [old] }))).toBe(
      'conflict destructionChanged',
    )
    const holdId = held[0]?.hold?.id ?? ''
    expect(await refusal(endHold.execute(leader, { holdId }))).toBe('forbidden forbidden')
    expect(await refusal(endHold.execute(stranger.officer, { holdId }))).toBe('notFound notFound')
    await endHold.execute(officer, { holdId })
    expect((await view()).reached.map(({ id }) => id)).toEqual([old, rejected])
  })
})

describe('a list', () => {
  it('is prepared by the officer of the unit, of cases whose term is reached', async () => {
    expect(await refusal(prepareDestruction.execute(leader, { caseIds: [old] }))).toBe('forbidden forbidden')
    expect(await refusal(prepareDestruction.execute(officer, { caseIds: [recent] }))).toBe(
      'notFound notFound',
    )
    expect(await refusal(prepareDestruction.execute(stranger.officer, { caseIds: [old] }))).toBe(
      'notFound notFound',
    )
    expect(await refusal(prepareDestruction.execute(officer, { caseIds: [] }))).toBe(
      'invalid invalid caseIds',
    )
    await prepareDestruction.execute(officer, { caseIds: [old, rejected] })
    const { reached, waiting } = await view(leader)
    expect(reached).toEqual([])
    expect(waiting.map(({ number, cases }) => [number, cases.map(({ id }) => id)])).toEqual([
      ['1/2026', [old, rejected]],
    ])
    expect([await stateOf(old), await stateOf(rejected)]).toEqual([
      ['archived', '2026-11-24'],
      ['archived', '2026-11-24'],
    ])
  })

  it('that waits is told to the leaders of the unit, of the gmina and of the powiat, and to nobody else', async () => {
    const { rows } = await asOwner().query(
      `select user_id, institution_id, team_id, case_id from notification where kind = 'destruction.waiting' order by 1`,
    )
    const told = [leader, powiatLeader].map(({ userId }) => userId).sort()
    expect(rows).toEqual(
      told.map((user_id) => ({ user_id, institution_id: ops, team_id: null, case_id: null })),
    )
  })

  it('stands in the access log of each of its cases, found by the number', async () => {
    const everything = { kind: 'all' as const, who: '', from: '', to: '', cursor: '' }
    const steps = async (who: Actor, id: string) =>
      (await accessLog.execute(who, { ...everything, number: await numberOf(id) })).rows
        .map(({ action }) => action)
        .filter((action) => action.startsWith('destruction.'))
    expect(await steps(officer, old)).toEqual(['destruction.prepare'])
    expect(await steps(leader, rejected)).toEqual(['destruction.prepare'])
    expect(await steps(officer, recent)).toEqual([])
    expect(await steps(stranger.officer, old)).toEqual([])
  })

  it('is taken back before approval: each case is where it was', async () => {
    const [list] = (await view()).waiting
    const input = { listId: list?.id ?? '', version: list?.version ?? 0 }
    expect(await refusal(takeBackDestruction.execute(leader, input))).toBe('forbidden forbidden')
    expect(await refusal(takeBackDestruction.execute(stranger.officer, input))).toBe('notFound notFound')
    await takeBackDestruction.execute(officer, input)
    expect([await stateOf(old), await stateOf(rejected)]).toEqual([
      ['closed', '2020-03-15'],
      ['rejected', '2026-05-24'],
    ])
    expect(await stepsOf(old)).toEqual(['closed archived', 'archived closed'])
    expect(await refusal(approveDestruction.execute(leader, { ...input, ...consentOfArchive }))).toBe(
      'conflict wrongState',
    )
  })

  it('is approved by the leader of the unit alone, with the consent of the archive, and never with a held case', async () => {
    await prepareDestruction.execute(officer, { caseIds: [old] })
    const [list] = (await view()).waiting
    expect(list?.number).toBe('2/2026')
    const input = { listId: list?.id ?? '', version: list?.version ?? 0, ...consentOfArchive }
    expect(await refusal(approveDestruction.execute(officer, input))).toBe('forbidden forbidden')
    expect(await refusal(approveDestruction.execute(stranger.leader, input))).toBe('notFound notFound')
    expect(await refusal(approveDestruction.execute(leader, { ...input, consentNumber: '' }))).toBe(
      'invalid invalid consentNumber',
    )
    expect(await refusal(approveDestruction.execute(leader, { ...input, consentOn: '25.11.2026' }))).toBe(
      'invalid invalid consentOn',
    )
    await setHold.execute(officer, { number: await numberOf(old), reason: 'Kontrola.' })
    expect(await refusal(approveDestruction.execute(leader, input))).toBe('conflict destructionHeld')
    const holdId = (await view()).held[0]?.hold?.id ?? ''
    await endHold.execute(officer, { holdId })
    await approveDestruction.execute(leader, input)
    expect(await stateOf(old)).toEqual(['erased', '2026-11-24'])
    expect(await stepsOf(old)).toEqual([
      'closed archived',
      'archived closed',
      'closed archived',
      'archived erased',
    ])
    const { destroyed } = await view()
    expect(destroyed.map((l) => [l.number, l.consentNumber, l.consentOn, l.cases.length])).toEqual([
      ['2/2026', 'OA.421.7.2026', '2026-11-20', 1],
    ])
  })
})

describe('many cases whose term is reached', () => {
  it('are paged by the day from which they may go, and none is lost or repeated', async () => {
    const unit = await makeInstitution()
    const team = await makeTeam({ lead: unit })
    const who = await makeActor(unit, { role: 'iod' })
    const model = await ended(unit, team, 'closed', '2018-05-05')
    await asOwner().query(
      `insert into family_case (number, team_id, owner_institution_id, gmina_code, year, sequence, status, status_since, opened_on, closed_on)
       select gmina_code || '/1999/' || lpad(n::text, 4, '0'), team_id, owner_institution_id, gmina_code, 1999, n, 'closed', closed_on, opened_on, closed_on
       from family_case, generate_series(1, 119) n where id = $1`,
      [model],
    )
    const page = (cursor: string | null) => listDestruction.execute(who, { cursor: cursor ?? '' })
    const first = (await page(null)).reached
    const second = (await page(first.next)).reached
    const third = (await page(second.next)).reached
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20])
    expect(third.next).toBeNull()
    const numbers = [first, second, third].flatMap(({ rows }) => rows.map(({ number }) => number))
    expect(new Set(numbers).size).toBe(120)
    expect((await page(third.previous)).reached.rows).toEqual(second.rows)
    expect((await page('WyJhZnRlciIsIngiLCJ4Il0')).reached.rows).toEqual(first.rows)
  })
})
