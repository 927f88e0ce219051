import { beforeAll, describe, expect, test } from 'vitest'
import { powiatWork, teamBoard } from '@/lib/board'
import { freeze } from '@/lib/platform/clock'
import type { Actor } from '@/lib/policy/actor'
import { makeLine } from '@/tests/support/basket'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  actorOf,
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

let leader: Actor
let coordinator: Actor
let powiat: Actor
let radny: Actor
let stranger: Actor
let team = ''
let ops = ''
let pcpr = ''
const cases: Record<string, string> = {}

const inStage = (id: string, dueOn: string | null) =>
  asOwner().query('update family_case set due_on = $2, opened_on = $3 where id = $1', [
    id,
    dueOn,
    '2026-10-01',
  ])

/** Of Świlcza: one new referral, one proposed, one late diagnosis with a question to the school and one to PCPR. */
beforeAll(async () => {
  freeze('2026-11-25T10:00:00Z')
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  pcpr = await makeInstitution({ name: 'PCPR Rzeszów', kind: 'pcpr', level: 'powiat' })
  const school = await makeInstitution({ name: 'Szkoła w Trzcianie', kind: 'szkola_podstawowa' })
  const council = await makeInstitution({ kind: 'rada_gminy' })
  team = await makeTeam({ lead: ops, members: [pcpr, school, council], variant: 'I' })
  leader = await makeActor(ops, { role: 'lider_gminny', teamId: team })
  coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId: team })
  powiat = await makeActor(pcpr, { role: 'lider_powiatowy', teamId: team })
  await giveRole(powiat.userId, pcpr, { role: 'decydent' })
  powiat = await actorOf(powiat.userId, pcpr)
  radny = await makeActor(council, { role: 'radny' })
  stranger = await makeActor(await makeInstitution({ seat: '2013072' }), { role: 'lider_gminny' })
  for (const [key, status] of [
    ['fresh', 'submitted'],
    ['proposed', 'screening'],
    ['late', 'diagnosis'],
    ['ended', 'closed'],
  ] as const) {
    const made = await makeCase({ teamId: team, owner: ops, status, label: `Rodzina ${key}` })
    cases[key] = made.caseId
    if (key !== 'late') continue
    const person = await makePerson(made)
    await joinCase(made, pcpr)
    await consent(made, person, pcpr, ['PODSTAWOWE', 'RELACJE'])
    const asked = { createdBy: leader.userId, answerDueOn: '2026-11-20', service: 'mediacje_rodzinne' }
    await makeLine(made, { ...asked, provider: school, category: 'EDUKACJA', service: 'korepetycje' })
    await makeLine(made, { ...asked, provider: pcpr, category: 'RELACJE', answerDueOn: '2026-11-27' })
    await makeLine(made, { ...asked, provider: pcpr, category: 'RELACJE', status: 'draft' })
    await asOwner().query(
      `update basket_line set sent_at = '2026-11-13T10:00:00Z' where provider_institution_id = $1`,
      [school],
    )
  }
  await inStage(cases.fresh ?? '', '2026-11-27')
  await inStage(cases.proposed ?? '', '2026-11-26')
  await inStage(cases.late ?? '', '2026-11-18')
  await insert('case_proposal', {
    case_id: cases.proposed,
    team_id: team,
    kind: 'qualify',
    note: 'Rodzina chce współpracy.',
    proposed_by_id: coordinator.userId,
  })
})

describe('the board of a team', () => {
  test('shows the leader where each family is, without what has ended', async () => {
    const board = await teamBoard.execute(leader, { teamId: team })
    expect(board.open).toBe(3)
    expect(board.lanes.map((lane) => [lane.key, lane.cases.map(({ label }) => label)])).toEqual([
      ['intake', ['Rodzina proposed', 'Rodzina fresh']],
      ['consent', []],
      ['diagnosis', ['Rodzina late']],
      ['plan', []],
      ['work', []],
      ['evaluation', []],
    ])
    expect(board.late.map(({ label }) => label)).toEqual(['Rodzina late'])
  })

  test('the own decisions come first: the leader decides, the coordinator screens', async () => {
    const turns = async (actor: Actor) =>
      (await teamBoard.execute(actor, { teamId: team })).decisions.map(({ turn, row }) => [turn, row.mine])
    expect(await turns(leader)).toEqual([
      ['decide', true],
      ['screen', false],
    ])
    expect(await turns(coordinator)).toEqual([
      ['screen', true],
      ['decide', false],
    ])
  })

  test('names the institution that owes an answer, since when, and no draft', async () => {
    const board = await teamBoard.execute(leader, { teamId: team })
    expect(board.questions).toBe(2)
    expect(board.silences.map(({ name, days, over }) => [name, days, over])).toEqual([
      ['Szkoła w Trzcianie', 12, 5],
      ['PCPR Rzeszów', 5, 0],
    ])
    expect(board.lateQuestions.map(({ institution, family }) => [institution, family])).toEqual([
      ['Szkoła w Trzcianie', 'Rodzina late'],
    ])
  })

  test('shows the powiat only the case in which it takes part and the family opened to it', async () => {
    const board = await teamBoard.execute(powiat, { teamId: team })
    expect(board.lanes.flatMap((lane) => lane.cases.map(({ id }) => id))).toEqual([cases.late])
    expect(board.silences.map(({ name }) => name)).toEqual(['PCPR Rzeszów'])
    expect(board.decisions).toEqual([])
  })

  test('is refused to a councillor and does not exist for a stranger', async () => {
    await expect(teamBoard.execute(radny, { teamId: team })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(teamBoard.execute(stranger, { teamId: team })).rejects.toMatchObject({ code: 'notFound' })
  })

  test('looking leaves a row in the log with the cases shown', async () => {
    await teamBoard.execute(coordinator, { teamId: team })
    const { rows } = await asOwner().query<{ ids: string[] }>(
      `select subject_ids as ids from audit_event where actor_id = $1 and action = 'board.team' order by at desc limit 1`,
      [coordinator.userId],
    )
    expect([...(rows[0]?.ids ?? [])].sort()).toEqual([cases.fresh, cases.proposed, cases.late].sort())
  })
})

describe('the work list of the powiat', () => {
  test('holds the own unanswered line first, then what is late at others, by team', async () => {
    const work = await powiatWork.execute(powiat, {})
    expect(work.tasks.map(({ kind, tone, family, mayAct }) => [kind, tone, family, mayAct])).toEqual([
      ['answer', 'ours', 'Rodzina late', true],
      ['lateCase', 'others', 'Rodzina late', false],
    ])
    expect(work.teams).toMatchObject([
      { name: 'Świlcza', forming: false, institutions: 4, cases: 1, ours: 1, late: 0 },
    ])
    expect(work.loads).toEqual([{ userId: null, name: null, services: 1, teams: 1, late: 0 }])
  })

  test('an agreement without the own signature is a task', async () => {
    const other = await makeTeam({
      lead: ops,
      members: [pcpr],
      variant: 'II',
      status: 'agreement',
      gmina: '1816092',
    })
    await asOwner().query('update team_member set signed_on = null where team_id = $1', [other])
    const work = await powiatWork.execute(powiat, {})
    expect(
      work.tasks.filter(({ kind }) => kind === 'sign').map(({ teamId, tone }) => [teamId, tone]),
    ).toEqual([[other, 'ours']])
    expect(work.teams.map(({ name, forming }) => [name, forming])).toContainEqual(['Krasne', true])
  })

  test('a late answer of ours is late; when the family withdraws, the list is empty at once', async () => {
    await asOwner().query(
      `update basket_line set answer_due_on = '2026-11-24' where provider_institution_id = $1 and status = 'proposed'`,
      [pcpr],
    )
    const late = await powiatWork.execute(powiat, {})
    expect(late.tasks[0]).toMatchObject({ kind: 'answer', tone: 'late', dueOn: '2026-11-24' })
    await asOwner().query(
      `update consent set status = 'withdrawn', withdrawn_at = now(), withdrawn_channel = 'paper' where case_id = $1`,
      [cases.late],
    )
    const work = await powiatWork.execute(powiat, {})
    expect(work.tasks.filter(({ caseId }) => caseId !== null)).toEqual([])
  })

  test('is nobody else’s', async () => {
    for (const actor of [leader, radny, stranger])
      await expect(powiatWork.execute(actor, {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})
