import { beforeEach, describe, expect, it } from 'vitest'
import { giveWork, prepareHandover, readHandover } from '@/lib/handover'
import { endEmployment, readPerson } from '@/lib/people'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  consent,
  giveRole,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

useDatabase()

type Made = Awaited<ReturnType<typeof makeCase>>
let ops: string
let teamId: string
let head: Actor
let worker: Actor
let colleague: Actor
let coordinator: Actor
let mine: Made
let other: Made

const given = (to: Actor) => ({
  to_user_id: to.userId,
  to_institution_id: to.institutionId,
  created_by_id: head.userId,
  created_institution_id: ops,
})

const task = (title: string, to: Actor, more: object = {}) =>
  insert('task', {
    team_id: teamId,
    title,
    due_on: '2026-12-01',
    ...given(to),
    ...more,
  })

const caseTask = (made: Made, title: string, to: Actor, category = 'PODSTAWOWE') =>
  insert('case_task', {
    case_id: made.caseId,
    team_id: teamId,
    owner_institution_id: made.owner,
    category,
    title,
    due_on: '2026-12-02',
    ...given(to),
  })

beforeEach(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  teamId = await makeTeam({ lead: ops })
  head = await makeActor(ops, { role: 'lider_gminny' })
  mine = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  other = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  worker = await makeActor(ops, { role: 'asystent_rodziny', caseId: mine.caseId })
  await giveRole(worker.userId, ops, { role: 'specjalista', caseId: other.caseId })
  colleague = await makeActor(ops, { role: 'wykonawca' }, { givenName: 'Ewa', familyName: 'Kowal' })
  coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  await task('Pismo do szkoły', worker)
  await task('Własne', worker, { team_id: null, due_on: '2026-11-25' })
  await task('Skończone', worker, { status: 'done', ended_by_id: worker.userId, ended_at: '2026-11-20' })
  await caseTask(mine, 'Zadzwonić do matki', worker)
  await caseTask(mine, 'Opinia z poradni', worker, 'ZDROWIE')
  await caseTask(other, 'Wniosek o zasiłek', worker)
})

const look = (actor: Actor, to: Actor | null = colleague, things?: string[]) =>
  prepareHandover.execute(actor, { from: worker.userId, to: to?.userId ?? null, ...(things && { things }) })
const told = async (actor: Actor, things?: string[]) =>
  (await look(actor, colleague, things)).tasks.map((t) => `${t.title}: ${t.refusal}`).sort()

const holders = async (): Promise<Record<string, string | null>> => {
  const { rows } = await asOwner().query<{ title: string; who: string | null }>(
    `select x.title, u.family_name as who from (select title, to_user_id from task where status = 'open' and to_institution_id = $1
       union all select title, to_user_id from case_task where status = 'open' and to_institution_id = $1) x
     left join user_account u on u.id = x.to_user_id`,
    [ops],
  )
  return Object.fromEntries(rows.map(({ title, who }) => [title, who === 'Kowal' ? 'Ewa' : who && 'inna']))
}

/** Titles of case tasks that this person reads, past the product. */
const reads = async (actor: Actor): Promise<string[]> =>
  asActor(actor, async (tx) => (await tx.caseTask.findMany({})).map((t) => t.title).sort())

describe('the preview', () => {
  it('lists every open task, and why one cannot go; with the role it can', async () => {
    const roles = (await look(head)).things
    const first = roles.filter((t) => t.caseId === mine.caseId).map(({ id }) => id)
    expect(await told(head, first)).toEqual([
      'Pismo do szkoły: null',
      'Wniosek o zasiłek: taskOutsideCase',
      'Własne: null',
      'Zadzwonić do matki: null',
      'null: taskNotOpened',
    ])
  })

  it('is of the team’s coordinator for the team alone, and of nobody else', async () => {
    const { tasks, people } = await look(coordinator)
    expect(tasks.map((t) => t.title).sort()).not.toContain('Własne')
    expect(tasks.length).toBe(4)
    expect(people.find((one) => one.userId === worker.userId)?.tasks).toBe(4)
    expect(await refusal(look(worker))).toBe('forbidden forbidden')
    const stranger = await makeActor(await makeInstitution({ seat: '1816142' }), { role: 'lider_gminny' })
    expect(await refusal(look(stranger))).toBe('notFound notFound')
  })
})

const give = async (actor: Actor, things: string[], to = colleague) => {
  const tasks = (await look(head, null)).tasks.map(({ id }) => id)
  return giveWork.execute(actor, { from: worker.userId, to: to.userId, reason: 'leave', things, tasks })
}

describe('the step', () => {
  it('gives tasks alone; one of a case goes to nobody outside it, and is read by nobody new', async () => {
    const { handoverId, given } = await give(head, [])
    expect(given).toBe(2)
    expect(await holders()).toEqual({
      Własne: 'Ewa',
      'Pismo do szkoły': 'Ewa',
      'Zadzwonić do matki': 'inna',
      'Opinia z poradni': 'inna',
      'Wniosek o zasiłek': 'inna',
    })
    expect(await reads(colleague)).toEqual([])
    const done = await readHandover.execute(head, { handoverId })
    expect(done.tasks.map((t) => [t.title, t.refusal]).sort()).toEqual([
      [null, 'taskOutsideCase'],
      ['Pismo do szkoły', null],
      ['Wniosek o zasiłek', 'taskOutsideCase'],
      ['Własne', null],
      ['Zadzwonić do matki', 'taskOutsideCase'],
    ])
  })

  it('gives the tasks of a case with the role on it, as far as its categories are open', async () => {
    const roles = (await look(head)).things.filter((t) => t.caseId === mine.caseId).map(({ id }) => id)
    await give(head, roles)
    expect(await holders()).toEqual({
      Własne: 'Ewa',
      'Pismo do szkoły': 'Ewa',
      'Zadzwonić do matki': 'Ewa',
      // the role is gone, so it is the house's
      'Opinia z poradni': null,
      'Wniosek o zasiłek': 'inna',
    })
    expect(await reads(colleague)).toEqual(['Zadzwonić do matki'])
    const { rows } = await asOwner().query(
      `select case_id as id from audit_event where action = 'handover.give' and case_id is not null and actor_id = $1`,
      [head.userId],
    )
    expect(rows).toEqual([{ id: mine.caseId }])
  })

  it('of another house goes by consent, and by the locks of the database past the step', async () => {
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    const director = await makeActor(school, { role: 'decydent' })
    const teacher = await makeActor(school, { role: 'wykonawca' })
    const deputy = await makeActor(school, { role: 'decydent' })
    await joinCase(mine, school)
    const personId = await makePerson(mine)
    await caseTask(mine, 'Rozmowa z pedagogiem', teacher)
    const seen = async () =>
      (await prepareHandover.execute(director, { from: teacher.userId, to: deputy.userId })).tasks.map(
        (t) => [t.title, t.refusal],
      )
    expect(await seen()).toEqual([[null, 'taskNotOpened']])
    await consent(mine, personId, school, ['PODSTAWOWE'])
    expect(await seen()).toEqual([['Rozmowa z pedagogiem', null]])
    // the case itself is hidden from the director, what was read of it is not from the access log
    const log = await asOwner().query(
      `select 1 from audit_event e join case_task k on k.id = any (e.subject_ids) where e.actor_id = $1 and e.action = 'handover.prepare'`,
      [director.userId],
    )
    expect(log.rowCount).toBe(1)
    const { rows } = await asOwner().query<{ id: string }>(
      'select id from case_task where to_institution_id = $1',
      [school],
    )
    const ids = rows.map(({ id }) => id)
    const past = asActor(
      director,
      (tx) => tx.$executeRaw`select app.pass_tasks(${ids}::uuid[], ${deputy.userId}::uuid)`,
    )
    await expect(past).rejects.toThrow(/given on by its coordinators/u)
    const { given } = await giveWork.execute(director, {
      from: teacher.userId,
      to: deputy.userId,
      reason: 'leave',
      things: [],
      tasks: ids,
    })
    expect(given).toBe(1)
    expect(await reads(deputy)).toEqual(['Rozmowa z pedagogiem'])
  })

  it('is refused for a task that is not this person’s any more', async () => {
    const tasks = (await look(head)).tasks.map(({ id }) => id)
    const send = (ids: string[]) =>
      refusal(
        giveWork.execute(head, {
          from: worker.userId,
          to: colleague.userId,
          reason: 'leave',
          things: [],
          tasks: ids,
        }),
      )
    expect(await send([crypto.randomUUID()])).toBe('notFound notFound')
    expect(await send([...tasks, crypto.randomUUID()])).toBe('conflict stale')
  })
})

describe('the end of an employment', () => {
  const end = (successors: Record<string, string>) =>
    endEmployment.execute(head, {
      institutionId: ops,
      userId: worker.userId,
      endsOn: '23.11.2026',
      reason: 'koniec umowy',
      successors,
    })

  it('names the tasks, says who could take one of a case, and passes them with the role', async () => {
    const person = await readPerson.execute(head, { institutionId: ops, userId: worker.userId })
    expect(person.holdings.find((h) => h.kind === 'task')).toMatchObject({ count: 5, required: false })
    const titles = person.tasks.map((t) => [t.title, t.takers?.includes(coordinator.userId) ?? null])
    expect(titles).toContainEqual(['Zadzwonić do matki', true])
    expect(titles).toContainEqual(['Pismo do szkoły', null])
    expect(person.tasks.filter((t) => t.title === null).length).toBe(1)
    await end({ 'task:': colleague.userId, [`asystent_rodziny:${teamId}`]: colleague.userId })
    expect(await holders()).toEqual({
      Własne: 'Ewa',
      'Pismo do szkoły': 'Ewa',
      'Zadzwonić do matki': 'Ewa',
      'Opinia z poradni': null,
      'Wniosek o zasiłek': null,
    })
    expect(await reads(colleague)).toEqual(['Zadzwonić do matki'])
  })

  it('is in the access log of the cases whose tasks are read', async () => {
    await readPerson.execute(head, { institutionId: ops, userId: worker.userId })
    const { rows } = await asOwner().query(
      `select action from audit_event where actor_id = $1 and subject_kind = 'case' and $2 = any (subject_ids)`,
      [head.userId, mine.caseId],
    )
    expect(rows).toEqual([{ action: 'people.read' }])
  })

  it('tells and passes no task of a restricted case for who is left out', async () => {
    const at = { case_id: mine.caseId, team_id: teamId }
    const restriction = crypto.randomUUID()
    const of = { owner_institution_id: ops, reason: 'konflikt', recorded_by_id: coordinator.userId }
    await insert('case_restriction', { id: restriction, ...at, ...of })
    await insert('case_restriction_person', {
      restriction_id: restriction,
      ...at,
      user_id: coordinator.userId,
    })
    const person = await readPerson.execute(head, { institutionId: ops, userId: worker.userId })
    const left = person.tasks.length
    expect(person.holdings.find((h) => h.kind === 'task')?.count).toBe(left)
    expect(person.tasks.map((t) => t.title)).not.toContain('Zadzwonić do matki')
    const { rows } = await asOwner().query<{ n: number }>(
      `select count(*)::int as n from case_task where case_id = $1 and to_user_id = $2 and status = 'open'`,
      [mine.caseId, worker.userId],
    )
    expect(left + (rows[0]?.n ?? 0)).toBe(5)
    await end({ 'task:': colleague.userId, [`asystent_rodziny:${teamId}`]: colleague.userId })
    const given = await asOwner().query<{ to: string | null }>(
      'select distinct to_user_id as to from case_task where case_id = $1 and to_institution_id = $2',
      [mine.caseId, ops],
    )
    expect(given.rows).toEqual([{ to: null }])
  })

  it('is read as a number by who reads no tasks', async () => {
    const officer = await makeActor(ops, { role: 'admin_lokalny' })
    const { tasks } = await readPerson.execute(officer, { institutionId: ops, userId: worker.userId })
    expect(tasks.map((t) => [t.title, t.takers])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ])
  })
})
