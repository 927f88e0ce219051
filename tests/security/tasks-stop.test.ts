import { beforeEach, describe, expect, it } from 'vitest'
import { passDeadlines } from '@/lib/cases/deadlines'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as tasks from '@/lib/tasks'
import { makeLine, setSchedule } from '@/tests/support/basket'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  consent,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  withdraw,
} from '@/tests/support/world'

useDatabase()

let ops: string
let school: string
let ngo: string
let made: Awaited<ReturnType<typeof makeCase>>
let mother: string
let consentId: string
const who = {} as Record<'family' | 'team' | 'assistant' | 'teacher' | 'other', Actor>

beforeEach(async () => {
  ops = await makeInstitution()
  school = await makeInstitution({ kind: 'szkola_podstawowa' })
  ngo = await makeInstitution({ kind: 'ngo' })
  const teamId = await makeTeam({ lead: ops, members: [school, ngo] })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  mother = await makePerson(made)
  for (const place of [school, ngo]) await joinCase(made, place)
  consentId = await consent(made, mother, school, ['PODSTAWOWE', 'EDUKACJA', 'ZDROWIE'])
  await consent(made, mother, ngo, ['PODSTAWOWE', 'EDUKACJA', 'ZDROWIE'])
  const onCase = { caseId: made.caseId }
  who.family = await makeActor(ops, { role: 'koordynator_rodziny', ...onCase })
  who.team = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  who.assistant = await makeActor(ops, { role: 'asystent_rodziny', ...onCase })
  who.teacher = await makeActor(school, { role: 'specjalista', ...onCase })
  who.other = await makeActor(ngo, { role: 'specjalista', ...onCase })
})

const give = async (to: Actor, category: 'EDUKACJA' | 'ZDROWIE'): Promise<string> =>
  (
    await tasks.addCaseTask.execute(who.family, {
      caseId: made.caseId,
      category,
      to: `${to.userId}:${to.institutionId}`,
      title: 'Zadanie o rodzinie',
      note: '',
      dueOn: '24.11.2026',
      days: '',
    })
  ).taskId
const seen = async (actor: Actor): Promise<number> =>
  asActor(actor, (tx) => tx.caseTask.count({ where: { caseId: made.caseId } }))
const late = async () => {
  await asOwner().query(`update case_task set due_on = '2026-11-01' where case_id = $1`, [made.caseId])
  await passDeadlines()
  const { rows } = await asOwner().query(
    `select user_id from notification where kind = 'task.overdue' and case_id = $1`,
    [made.caseId],
  )
  return rows.map((row) => row.user_id)
}

describe('a task of a case', () => {
  it('is gone for who no longer works on the case, and goes to the house', async () => {
    const id = await give(who.assistant, 'EDUKACJA')
    expect(await seen(who.assistant)).toBe(1)
    await asOwner().query(`update role_assignment set ended_at = now() where user_id = $1`, [
      who.assistant.userId,
    ])
    expect(await seen(who.assistant)).toBe(0)
    const { rows } = await asOwner().query('select to_user_id, status from case_task where id = $1', [id])
    expect(rows).toEqual([{ to_user_id: null, status: 'open' }])
    expect(await late()).not.toContain(who.assistant.userId)
  })

  it('is gone for an institution that no longer takes part, which is not told either that it is late', async () => {
    await give(who.teacher, 'EDUKACJA')
    expect(await seen(who.teacher)).toBe(1)
    await asOwner().query(`update case_participant set ends_on = '2026-11-22' where institution_id = $1`, [
      school,
    ])
    expect(await seen(who.teacher)).toBe(0)
    expect(await late()).toEqual([])
  })

  it('is not told as late to an institution whose consent was withdrawn', async () => {
    await give(who.teacher, 'EDUKACJA')
    await withdraw(consentId)
    expect([await seen(who.teacher), await late()]).toEqual([0, []])
  })

  it('under a category of art. 9 is read by who was given it, by no third institution', async () => {
    await give(who.teacher, 'ZDROWIE')
    expect([await seen(who.teacher), await seen(who.other), await seen(who.family)]).toEqual([1, 0, 1])
    await give(who.teacher, 'EDUKACJA')
    expect(await seen(who.other)).toBe(1)
  })

  it('is ended by its holder, and given on or put off by the coordinators alone', async () => {
    const id = await give(who.teacher, 'EDUKACJA')
    const change = (set: string) =>
      asActor(who.teacher, (tx) => tx.$executeRawUnsafe(`update case_task set ${set} where id = '${id}'`))
    await expect(change(`due_on = '2027-11-24'`)).rejects.toThrow(/given on by its coordinators/u)
    await expect(change(`to_user_id = '${who.other.userId}'`)).rejects.toThrow(
      /given on by its coordinators/u,
    )
    expect(await change(`status = 'done', ended_at = now(), ended_by_id = '${who.teacher.userId}'`)).toBe(1)
  })
})

describe('what waits for a colleague who is away', () => {
  it('is counted without the restricted cases of which one must learn nothing', async () => {
    const { assistant, family } = who
    await asOwner().query(
      `insert into absence (user_id, institution_id, starts_on, ends_on, substitute_id, recorded_by_id)
       values ($1, $2, '2026-11-20', '2026-11-30', $3, $1)`,
      [family.userId, ops, assistant.userId],
    )
    await makeLine(made, { provider: ops, createdBy: family.userId, responsible: family.userId })
    const counts = () =>
      asActor(
        assistant,
        (tx) => tx.$queryRaw`select to_answer + running as lines, cases from app.substitute_counts()`,
      )
    expect(await counts()).toEqual([{ lines: 1, cases: 1 }])
    const restriction = crypto.randomUUID()
    const of = { case_id: made.caseId, team_id: made.teamId }
    await insert('case_restriction', {
      id: restriction,
      ...of,
      owner_institution_id: ops,
      reason: 'x',
      recorded_by_id: family.userId,
    })
    await insert('case_restriction_person', { restriction_id: restriction, ...of, user_id: family.userId })
    expect(await counts()).toEqual([{ lines: 0, cases: 0 }])
  })
})

describe('a service of a leaving party that is copied to another one', () => {
  it('brings the hour along, but not the one agreed for a protected person', async () => {
    const copied = async () => {
      const line = await makeLine(made, {
        provider: school,
        createdBy: who.family.userId,
        persons: [mother],
      })
      await setSchedule(line, { weekday: 2, atTime: '16:00', place: 'Rynek 1' })
      const [row] = await asActor(
        who.team,
        (tx) =>
          tx.$queryRaw<
            { id: string }[]
          >`select app.copy_line_to(${line}::uuid, ${ngo}::uuid, 'odchodzi') as id`,
      )
      const { rows } = await asOwner().query('select at_time, place from line_schedule where line_id = $1', [
        row?.id,
      ])
      return rows
    }
    expect(await copied()).toEqual([{ at_time: '16:00', place: 'Rynek 1' }])
    await insert('person_protection', {
      person_id: mother,
      owner_institution_id: ops,
      starts_on: '2026-11-01',
      recorded_by_id: who.family.userId,
    })
    expect(await copied()).toEqual([{ at_time: null, place: null }])
  })
})
