import { beforeAll, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as programme from '@/lib/programme'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal, refusedFields } from '@/tests/support/refusal'
import { makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let first: string
let second: string
let empty: string
let far: string
let planner: Actor
let animator: Actor
let leader: Actor
let both: Actor
let radny: Actor

beforeAll(async () => {
  const ops = await makeInstitution()
  const other = await makeInstitution({ seat: '1816132' })
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  first = await makeTeam({ lead: ops, members: [pcpr] })
  second = await makeTeam({ lead: other, members: [pcpr], gmina: '1816132' })
  empty = await makeTeam({ lead: other, gmina: '1816092', status: 'initiated' })
  far = await makeTeam({ lead: other, gmina: '2013082' })
  const rops = await makeInstitution({
    name: 'ROPS Rzeszów',
    kind: 'rops',
    level: 'wojewodztwo',
    seat: '1863011',
  })
  planner = await makeActor(rops, { role: 'rops_koordynator' }, { givenName: 'Jan', familyName: 'Planista' })
  animator = await makeActor(rops, { role: 'animator', teamId: first })
  leader = await makeActor(ops, { role: 'lider_gminny', teamId: first }, { email: 'leader@test.example' })
  both = await makeActor(pcpr, { role: 'lider_powiatowy', teamId: first }, { email: 'both@test.example' })
  await asOwner().query(
    `insert into role_assignment (user_id, institution_id, role, team_id, starts_on)
     values ($1, $2, 'lider_powiatowy', $3, '2024-01-01')`,
    [both.userId, pcpr, second],
  )
  radny = await makeActor(ops, { role: 'radny', teamId: first })
})

const letter = { subject: 'Superwizja', body: 'W styczniu rusza superwizja.' }

it('shows before sending which leaders of the selection get it', async () => {
  const teams = await programme.prepareLetter.execute(planner, { status: 'active' })
  expect(Object.fromEntries(teams.map((team) => [team.id, team.leaders.length]))).toEqual({
    [first]: 2,
    [second]: 1,
  })
  expect((await programme.prepareLetter.execute(animator, {})).map((team) => team.id)).toEqual([first])
})

it('reaches each leader once, on the bell and by mail, and is kept with who wrote it and to how many', async () => {
  const sent = await programme.sendLetter.execute(planner, { teams: [first, second], ...letter })
  expect([sent.teams, sent.recipients]).toEqual([2, 2])
  const { rows: told } = await asOwner().query(
    `select kind from notification where user_id = any ($1::uuid[])`,
    [[leader.userId, both.userId]],
  )
  expect(told).toEqual([{ kind: 'team.letter' }, { kind: 'team.letter' }])
  const { rows: mail } = await asOwner().query(
    `select recipient, subject, body from outgoing_mail order by recipient`,
  )
  expect(mail.map((one) => one.recipient)).toEqual(['both@test.example', 'leader@test.example'])
  // what was typed never stands in the subject line
  expect(mail[0]?.subject).toBe('Kooperacja: pismo z ROPS do liderów zespołów')
  expect(mail[0]?.body).toContain('W styczniu rusza superwizja.\n\nJan Planista, ROPS Rzeszów')
  const [listed] = (await programme.listLetters.execute(planner, { cursor: '' })).rows
  expect([listed?.subject, listed?.author, listed?.teams, listed?.recipients]).toEqual([
    'Superwizja',
    'Jan Planista',
    2,
    2,
  ])
  const { rows: audited } = await asOwner().query(
    `select action, reason from audit_event where actor_id = $1 and action = 'letter.send'`,
    [planner.userId],
  )
  expect(audited).toEqual([{ action: 'letter.send', reason: '2 / 2' }])
})

it('is read by the leaders of its teams and by its ROPS, and by nobody else', async () => {
  expect(
    (await programme.lettersToTeam.execute(leader, { teamId: first })).map((one) => one.subject),
  ).toEqual(['Superwizja'])
  expect(await refusal(programme.lettersToTeam.execute(radny, { teamId: first }))).toBe('forbidden forbidden')
  expect(await asActor(radny, (tx) => tx.teamLetter.count())).toBe(0)
  expect((await programme.listLetters.execute(animator, { cursor: '' })).rows).toEqual([])
  expect(await refusal(programme.listLetters.execute(leader, { cursor: '' }))).toBe('forbidden forbidden')
})

it('goes to no team that the writer does not see, nor to nobody, and is never rewritten', async () => {
  expect(await refusedFields(programme.sendLetter.execute(animator, { teams: [second], ...letter }))).toEqual(
    { teams: 'choose' },
  )
  expect(await refusedFields(programme.sendLetter.execute(planner, { teams: [far], ...letter }))).toEqual({
    teams: 'choose',
  })
  expect(await refusal(programme.sendLetter.execute(planner, { teams: [empty], ...letter }))).toBe(
    'conflict letterToNobody',
  )
  expect(await asActor(planner, (tx) => tx.teamLetter.updateMany({ data: { body: 'Inaczej.' } }))).toEqual({
    count: 0,
  })
})
