import { beforeAll, expect, it } from 'vitest'
import { regionFigures } from '@/lib/dashboards'
import type { Actor } from '@/lib/policy/actor'
import * as programme from '@/lib/programme'
import { listTeams } from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { insert, makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let planner: Actor
let animator: Actor
let leader: Actor
let sound: string
let lacking: string
let forming: string

const agreementTo = (team: string, day: string) =>
  asOwner().query('update team set agreement_to = $2 where id = $1', [team, day])

beforeAll(async () => {
  const ops = await makeInstitution()
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  sound = await makeTeam({ lead: ops, members: [pcpr] })
  lacking = await makeTeam({ lead: ops, gmina: '1816132' })
  forming = await makeTeam({ lead: ops, gmina: '1816092', status: 'initiated' })
  const far = await makeTeam({ lead: ops, gmina: '2013082' })
  for (const team of [sound, lacking, far]) await agreementTo(team, '2027-02-23')
  const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  planner = await makeActor(rops, { role: 'rops_koordynator' })
  animator = await makeActor(rops, { role: 'animator', teamId: sound })
  leader = await makeActor(ops, { role: 'lider_gminny' })
})

const glanceOf = (actor: Actor) => programme.regionGlance.execute(actor, {})
const risksOf = async (actor: Actor) =>
  Object.fromEntries((await glanceOf(actor)).risks.map(({ risk, teams }) => [risk, teams]))
const region = (actor: Actor) => regionFigures.execute(actor, { code: '18' })
const statesOf = async (actor: Actor) =>
  Object.fromEntries(
    (await region(actor)).teams
      .filter(({ state }) => state !== 'none' && state !== 'forming')
      .map(({ gmina, state }) => [gmina, state]),
  )
const expiringOf = async (actor: Actor) => (await region(actor)).tasks.expiring.map(({ gmina }) => gmina)
const listed = async (actor: Actor, search: { status?: string; risk?: string }) =>
  (await listTeams.execute(actor, { ...search, cursor: '' })).rows.map((row) => row.id).sort()

it('counts teams of the own region, each figure as many as the list that it opens', async () => {
  const glance = await glanceOf(planner)
  // 160 gminas, three of them with a team
  expect([glance.without, glance.forming, glance.active, glance.atRisk]).toEqual([157, 1, 2, 1])
  expect(await risksOf(planner)).toEqual({ meeting: 0, expiring: 0, core: 1, lines: 0 })
  expect(await listed(planner, { risk: 'kazde' })).toEqual([lacking])
  expect(await listed(planner, { status: 'tworzone' })).toEqual([forming])
  expect((await programme.listProgramme.execute(planner, { filter: 'wszystkie', team: 'brak' })).found).toBe(
    157,
  )
  // an animator sees the own teams, in the figure and in the list
  expect(await risksOf(animator)).toEqual({ meeting: 0, expiring: 0, core: 0, lines: 0 })
  expect(await refusal(glanceOf(leader))).toBe('forbidden forbidden')
  expect(await listed(leader, { risk: 'kazde' })).toEqual([])
})

it('a quarter without a meeting is a risk, counted from the last one that took place', async () => {
  const activeSince = (day: string | null) =>
    asOwner().query('update team set activated_on = $2 where id = $1', [sound, day])
  const { rows } = await asOwner().query('select activated_on from team where id = $1', [sound])
  await activeSince('2026-08-01')
  expect((await risksOf(planner)).meeting).toBe(1)
  expect(await listed(planner, { risk: 'meeting' })).toEqual([sound])
  const meeting = crypto.randomUUID()
  await insert('team_meeting', {
    id: meeting,
    team_id: sound,
    held_on: '2026-11-02',
    starts_at: '10:00',
    place: 'sala',
    status: 'held',
    created_by_id: planner.userId,
    created_institution_id: planner.institutionId,
  })
  expect((await risksOf(planner)).meeting).toBe(0)
  await asOwner().query('delete from team_meeting where id = $1', [meeting])
  await activeSince(rows[0]?.activated_on ?? null)
})

it('an agreement is a risk from 90 days before its end, an unanswered line from the day after its date', async () => {
  await agreementTo(sound, '2027-02-22')
  expect((await risksOf(planner)).expiring).toBe(1)
  expect(await listed(planner, { risk: 'expiring' })).toEqual([sound])
  const owner = (await asOwner().query('select lead_institution_id as id from team where id = $1', [sound]))
    .rows[0]?.id
  const made = await makeCase({ teamId: sound, owner, status: 'inProgress' })
  const line = crypto.randomUUID()
  await insert('basket_line', {
    id: line,
    case_id: made.caseId,
    team_id: sound,
    owner_institution_id: owner,
    service_key: 'praca_socjalna',
    category: 'RELACJE',
    provider_institution_id: owner,
    starts_on: '2026-12-01',
    status: 'proposed',
    status_since: '2026-11-10',
    answer_due_on: '2026-11-24',
    created_by_id: leader.userId,
  })
  expect((await risksOf(planner)).lines).toBe(0)
  await asOwner().query(`update basket_line set answer_due_on = '2026-11-23' where id = $1`, [line])
  expect((await risksOf(planner)).lines).toBe(1)
  expect((await glanceOf(planner)).atRisk).toBe(2)
  expect(await listed(animator, { risk: 'lines' })).toEqual([sound])
  // the map and the table of gminas say the same as the figures: the first reason of each
  expect(await statesOf(planner)).toEqual({ '1816122': 'expiring', '1816132': 'missing' })
  expect(await expiringOf(planner)).toEqual(['1816122'])
  await agreementTo(sound, '2027-02-23')
  expect(await statesOf(planner)).toEqual({ '1816122': 'lines', '1816132': 'missing' })
  expect(await expiringOf(planner)).toEqual([])
  await agreementTo(sound, '2027-02-22')
})

it('shows what is coming: planned stages, planned visits, ends of agreements, in the order of their days', async () => {
  await programme.planGminas.execute(planner, { gminas: ['1816063'], agreementPlannedOn: '10.01.2027' })
  const { plan } = await programme.readGmina.execute(planner, { gmina: '1816063' })
  const visit = { kind: 'coaching', whomWith: 'burmistrz', body: '', shared: false } as const
  await programme.noteVisit.execute(planner, { planId: plan?.id ?? '', ...visit, heldOn: '02.12.2026' })
  // past the horizon of 60 days
  await programme.noteVisit.execute(planner, { planId: plan?.id ?? '', ...visit, heldOn: '24.01.2027' })
  expect((await glanceOf(planner)).coming.map(({ kind, on }) => `${on} ${kind}`)).toEqual([
    '2026-12-02 visit',
    '2027-01-10 stage',
    '2027-02-22 agreement',
  ])
})
