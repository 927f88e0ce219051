import { beforeAll, describe, expect, it } from 'vitest'
import { passDeadlines } from '@/lib/cases/deadlines'
import { freeze } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as tasks from '@/lib/tasks'
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
  withdraw,
} from '@/tests/support/world'

useDatabase()

type Made = Awaited<ReturnType<typeof makeCase>>
let ops: string
let school: string
let teamId: string
let made: Made
let consentId: string
const people = {} as Record<'team' | 'family' | 'leader' | 'teacher' | 'other' | 'head' | 'radny', Actor>

beforeAll(async () => {
  ops = await makeInstitution()
  school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'Szkoła Podstawowa' })
  const council = await makeInstitution({ kind: 'rada_gminy' })
  teamId = await makeTeam({ lead: ops, members: [school, council] })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  const child = await makePerson(made)
  await joinCase(made, school)
  consentId = await consent(made, child, school, ['PODSTAWOWE', 'EDUKACJA'])
  people.team = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  people.family = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  people.leader = await makeActor(ops, { role: 'lider_gminny' })
  people.teacher = await makeActor(school, { role: 'wykonawca' })
  people.other = await makeActor(school, { role: 'wykonawca' })
  people.head = await makeActor(school, { role: 'decydent' })
  people.radny = await makeActor(council, { role: 'radny' })
  await giveRole(people.teacher.userId, school, { role: 'specjalista', caseId: made.caseId })
  await asOwner().query('update team_member set representative_id = $1 where institution_id = $2', [
    people.head.userId,
    school,
  ])
})

const mineOf = async (actor: Actor): Promise<string[]> =>
  (await tasks.listMyTasks.execute(actor, {})).mine.map((t) => t.title)
const toTeacher = () => `${people.teacher.userId}:${school}`

describe('a task of the team', () => {
  it('falls on a working day, is seen by the team, and done by who was given it', async () => {
    const { taskId } = await tasks.addTask.execute(people.team, {
      teamId,
      to: `${people.head.userId}:${school}`,
      title: 'Przygotować salę',
      note: '',
      dueOn: '28.11.2026',
      days: '',
    })
    const list = await tasks.listTeamTasks.execute(people.radny, { teamId })
    expect(list.tasks.map((t) => [t.title, t.dueOn, t.institution, t.can.finish])).toEqual([
      ['Przygotować salę', '2026-11-30', 'Szkoła Podstawowa', false],
    ])
    // who only delivers in a case sees what was given to her or to the school, nothing else
    expect(await mineOf(people.other)).toEqual([])
    expect(await refusal(tasks.finishTask.execute(people.other, { taskId, version: 1, note: '' }))).toBe(
      'notFound notFound',
    )
    await tasks.finishTask.execute(people.head, { taskId, version: 1, note: 'Gotowa' })
    const [row] = (await tasks.listTeamTasks.execute(people.team, { teamId })).tasks
    expect([row?.status, row?.endNote]).toEqual(['done', 'Gotowa'])
  })

  it('is given on with a new term, or called off with a reason', async () => {
    const { taskId } = await tasks.addTask.execute(people.team, {
      teamId,
      to: school,
      title: 'Lista półkolonii',
      note: '',
      dueOn: '',
      days: '3',
    })
    expect(await mineOf(people.other)).toEqual(['Lista półkolonii'])
    await tasks.reassignTask.execute(people.team, {
      taskId,
      version: 1,
      to: `${people.team.userId}:${ops}`,
      dueOn: '',
      days: '5',
    })
    expect(await mineOf(people.other)).toEqual([])
    expect(await refusal(tasks.cancelTask.execute(people.team, { taskId, version: 2, note: '' }))).toBe(
      'invalid invalid note',
    )
    await tasks.cancelTask.execute(people.team, { taskId, version: 2, note: 'Półkolonii nie będzie' })
  })

  it('is not rewritten, and not opened again', async () => {
    const change = (data: object) =>
      refusal(asActor(people.team, (tx) => tx.task.updateMany({ where: { teamId, status: 'open' }, data })))
    await insert('task', {
      team_id: teamId,
      title: 'Zostaje',
      due_on: '2026-12-10',
      to_user_id: people.team.userId,
      to_institution_id: ops,
      created_by_id: people.team.userId,
      created_institution_id: ops,
    })
    await expect(change({ title: 'Co innego' })).rejects.toThrow('never rewritten')
  })
})

describe('a task of a case', () => {
  const add = (category: string, to: string) =>
    tasks.addCaseTask.execute(people.family, {
      caseId: made.caseId,
      category,
      to,
      title: `Zadanie ${category}`,
      note: '',
      dueOn: '1.12.2026',
      days: '',
    } as never)

  it('goes only to whom the family opened its category', async () => {
    expect(await refusal(add('ZDROWIE', toTeacher()))).toBe('invalid invalid to')
    expect(await refusal(add('EDUKACJA', toTeacher()))).toBe('allowed')
    expect(await mineOf(people.teacher)).toEqual(['Zadanie EDUKACJA'])
    expect(await mineOf(people.other)).toEqual([])
    const forLeader = await tasks.listCaseTasks.execute(people.leader, { caseId: made.caseId })
    expect(forLeader.tasks.map((t) => t.title)).toEqual(['Zadanie EDUKACJA'])
  })

  it('is gone for the school when the family withdraws', async () => {
    await add('PODSTAWOWE', `${people.family.userId}:${ops}`)
    await withdraw(consentId)
    expect(await mineOf(people.teacher)).toEqual([])
    expect(await mineOf(people.family)).toEqual(['Zadanie PODSTAWOWE'])
  })
})

it('late: to the coordinator, a week later to the leader, once each', async () => {
  const told = async (actor: Actor) => {
    const { rows } = await asOwner().query<{ kind: string }>(
      `select kind from notification where user_id = $1 and kind like 'task.overdue%' order by kind`,
      [actor.userId],
    )
    return rows.map((r) => r.kind)
  }
  await asOwner().query(`delete from task`)
  await asOwner().query(`update case_task set due_on = app.today() - 1 where category = 'PODSTAWOWE'`)
  await asOwner().query(`delete from case_task where category <> 'PODSTAWOWE'`)
  await passDeadlines()
  await passDeadlines()
  expect([await told(people.family), await told(people.team), await told(people.leader)]).toEqual([
    ['task.overdue'],
    ['task.overdueOther'],
    [],
  ])
  await asOwner().query(`update case_task set due_on = app.today() - 8`)
  await passDeadlines()
  await passDeadlines()
  expect([await told(people.family), await told(people.team), await told(people.leader)]).toEqual([
    ['task.overdue'],
    ['task.overdueOther'],
    ['task.overdueLeader'],
  ])
})

it('for oneself; who heads the house gives to its people', async () => {
  freeze('2026-11-24T10:00:00Z')
  const own = (actor: Actor, to: string) =>
    refusal(tasks.addOwnTask.execute(actor, { to, title: 'Telefon do PUP', note: '', dueOn: '', days: '1' }))
  expect(await own(people.teacher, '')).toBe('allowed')
  expect(await own(people.teacher, `${people.head.userId}:${school}`)).toBe('invalid invalid to')
  expect(await own(people.head, toTeacher())).toBe('allowed')
  expect(await mineOf(people.teacher)).toEqual(['Telefon do PUP', 'Telefon do PUP'])
})
