import { beforeAll, describe, expect, it } from 'vitest'
import { regionFigures } from '@/lib/dashboards'
import { attachToDocument, fillTeamDocument, listTeamDocuments } from '@/lib/documents'
import type { Actor } from '@/lib/policy/actor'
import { readRecruitment, regionGlance } from '@/lib/programme'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { publishVersion } from '@/tests/support/scenes/team-variants'
import { insert, makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let pcpr: string
let school: string
let library: string
let leader: Actor
let powiat: Actor
let rops: Actor
let animator: Actor
let councillor: Actor
/** Founded under the national model of variant II. */
let old: string
/** Founded under the first version of the region. */
let fresh: string
let first: string
let second: string

const look = (teamId: string, actor: Actor = leader) => teams.readTeam.execute(actor, { teamId })
const model = (teamId: string, actor: Actor = leader, compare?: string) =>
  teams.readTeamModel.execute(actor, { teamId, compare })
const versionOf = async (teamId: string) => (await look(teamId)).version
const scan = () => new File([Buffer.from('%PDF-1.4\n(skan)\n%%EOF\n')], 'skan.pdf')
const attach = (teamId: string, key: 'zarzadzenie' | 'plan_zespolu' | 'sprawozdanie') =>
  attachToDocument.execute(leader, { teamId, key, file: scan() })
const move = async (teamId: string, to: string, actor: Actor = leader) =>
  teams.moveVariantVersion.execute(actor, {
    teamId,
    version: await versionOf(teamId),
    to,
    reason: 'uzgodnione na spotkaniu',
  })

beforeAll(async () => {
  ops = await makeInstitution({ kind: 'ops', name: 'GOPS Świlcza' })
  pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat', name: 'PCPR Rzeszów' })
  school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'SP Trzciana' })
  library = await makeInstitution({ kind: 'biblioteka', name: 'GBP Świlcza' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  powiat = await makeActor(pcpr, { role: 'lider_powiatowy' })
  const centre = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  rops = await makeActor(centre, { role: 'rops_koordynator' })
  old = await makeTeam({ lead: ops, members: [pcpr, school], variant: 'II' })
  animator = await makeActor(centre, { role: 'animator', teamId: old })
  councillor = await makeActor(ops, { role: 'radny' })
  first = await publishVersion({
    number: 1,
    body: {
      requiredKinds: ['biblioteka'],
      recommendedKinds: ['szkola_podstawowa'],
      documents: { 'team.activate': ['zarzadzenie', 'plan_zespolu'], 'team.dissolve': ['sprawozdanie'] },
    },
  })
  fresh = await makeTeam({
    lead: ops,
    members: [pcpr, school],
    variant: 'II',
    status: 'agreement',
    gmina: '1816132',
  })
  await asOwner().query(`update team set rules_adopted_on = '2026-11-01' where id = $1`, [fresh])
  await makeActor(ops, { role: 'koordynator_zespolu', teamId: fresh })
})

describe('what the version of a team asks for', () => {
  it('a new team goes by the newest version, one founded before keeps its own', async () => {
    expect((await model(fresh)).current).toMatchObject({ number: 1, choice: first })
    expect(await model(old)).toMatchObject({
      current: { number: null, choice: 'krajowy' },
      newer: { number: 1, choice: first },
      mayMove: true,
    })
  })

  it('sorts the places of a team and of one to be founded', async () => {
    const groups = (places: readonly { key: string; group: string }[]) =>
      ['ops', 'biblioteka', 'szkola_podstawowa', 'policja_kpp'].map(
        (key) => places.find((p) => p.key === key)?.group,
      )
    expect(groups((await look(fresh)).places)).toEqual(['core', 'required', 'frequent', 'optional'])
    expect(groups((await look(old)).places)).toEqual(['core', 'frequent', 'frequent', 'frequent'])
    const urbanRural = '1816063' // Głogów Małopolski
    const ready = await teams.prepareTeam.execute(rops, { gmina: urbanRural })
    expect([ready.suggestedVariant, ready.required.II, ready.required.I]).toEqual([
      'II',
      ['Biblioteka publiczna'],
      [],
    ])
    expect([ready.begins.II?.number, ready.begins.I]).toEqual([1, null])
    expect(groups(ready.places)).toEqual(['core', 'required', 'frequent', 'optional'])
    const { uninvited } = await readRecruitment.execute(rops, { gmina: urbanRural })
    expect(uninvited.filter(({ required }) => required).map(({ name }) => name)).toContain(
      'Biblioteka publiczna',
    )
  })

  it('holds up the start of a team by name, until institution and documents are there', async () => {
    expect((await look(fresh)).steps['team.activate'].missing).toEqual([
      { key: 'kinds', names: ['Biblioteka publiczna'] },
      { key: 'documents', documents: ['zarzadzenie', 'plan_zespolu'] },
    ])
    const start = async () =>
      refusal(teams.activateTeam.execute(leader, { teamId: fresh, version: await versionOf(fresh) }))
    expect(await start()).toBe('conflict teamNotReady')
    await insert('team_member', { team_id: fresh, institution_id: library, signed_on: '2026-11-20' })
    await attach(fresh, 'zarzadzenie')
    expect((await look(fresh)).steps['team.activate'].missing).toEqual([
      { key: 'documents', documents: ['plan_zespolu'] },
    ])
    expect(await start()).toBe('conflict teamNotReady')
    await attach(fresh, 'plan_zespolu')
    expect(await start()).toBe('allowed')
    expect((await look(fresh)).status).toBe('active')
  })

  it('marks which document which step waits for', async () => {
    const needed = async (teamId: string) =>
      Object.fromEntries(
        (await listTeamDocuments.execute(leader, { teamId })).documents.map((d) => [d.key, d.neededFor]),
      )
    expect(await needed(fresh)).toEqual({
      porozumienie: ['team.sendAgreement', 'team.activate'],
      zarzadzenie: ['team.activate'],
      regulamin: ['team.activate'],
      plan_zespolu: ['team.activate'],
      sprawozdanie: ['team.dissolve'],
    })
    expect((await needed(old)).zarzadzenie).toEqual([])
  })

  it('holds up the end of a team, at the proposal and at the agreement of the other leader', async () => {
    const dissolve = async () =>
      refusal(
        teams.dissolveTeam.execute(leader, {
          teamId: fresh,
          version: await versionOf(fresh),
          reason: 'koniec projektu',
          finalReport: 'Zrobiono.',
        }),
      )
    expect((await look(fresh)).steps['team.dissolve'].missing).toEqual([
      { key: 'documents', documents: ['sprawozdanie'] },
    ])
    expect(await dissolve()).toBe('conflict teamNotReady')
    await insert('team_proposal', {
      team_id: fresh,
      action: 'team.dissolve',
      reason: 'koniec projektu',
      proposed_by_id: leader.userId,
      institution_id: ops,
    })
    const agree = async () =>
      refusal(teams.agreeToProposal.execute(powiat, { teamId: fresh, version: await versionOf(fresh) }))
    expect(await agree()).toBe('conflict teamNotReady')
    await attach(fresh, 'sprawozdanie')
    expect((await look(fresh)).steps['team.dissolve'].missing).toEqual([])
    expect(await agree()).toBe('allowed')
    expect((await look(fresh)).status).toBe('dissolved')
    expect(await refusal(move(fresh, 'krajowy'))).toBe('conflict wrongState')
  })
})

describe('a team is moved to another version', () => {
  const risks = async () => (await regionGlance.execute(rops, {})).risks.find(({ risk }) => risk === 'core')
  const stateOf = async () =>
    (await regionFigures.execute(rops, { code: '18' })).teams.find(({ gmina }) => gmina === '1816122')?.state

  beforeAll(async () => {
    second = await publishVersion({
      number: 2,
      body: { requiredKinds: ['biblioteka'] },
      note: 'biblioteka w każdym zespole',
    })
    await insert('team_deadline', { team_id: old, key: 'diagnosis', count: 45, unit: 'calendar' })
    await makeCase({ teamId: old, owner: ops })
  })

  it('shows first what changes, and what the team would then lack', async () => {
    const { target, others } = await model(old, leader, second)
    expect(target).toMatchObject({ number: 2, lacks: ['Biblioteka publiczna'] })
    expect(others.map(({ number }) => number)).toEqual([2, 1])
    expect((await model(old, leader, 'krajowy')).target).toBe(null)
    expect((await model(old, leader, 'cokolwiek')).target).toBe(null)
  })

  it('with its reason, told to the leaders; own deadlines and cases stay as they are', async () => {
    expect(await risks()).toEqual({ risk: 'core', teams: 0 })
    expect((await model(old)).leftBehind).toBe('0')
    expect(await refusal(move(old, second, animator))).toBe('allowed')
    const after = await model(old)
    expect(after).toMatchObject({
      current: { number: 2 },
      newer: null,
      leftBehind: '<5',
      since: '2026-11-24',
    })
    expect(after.moves).toMatchObject([{ from: null, to: 2, reason: 'uzgodnione na spotkaniu' }])
    expect(after.terms.find(({ key }) => key === 'diagnosis')?.own).toEqual({ unit: 'calendar', count: 45 })
    expect((await look(old)).variantMoves).toHaveLength(1)
    // the page of the team and the list of teams say which one it is
    expect((await look(old)).variant.version).toMatchObject({ number: 2 })
    const list = await teams.listTeams.execute(rops, { cursor: '' })
    expect(list.rows.map(({ id, versionNumber }) => [id, versionNumber])).toContainEqual([old, 2])
    const { rows } = await asOwner().query(
      `select user_id from notification where kind = 'team.variantMoved' and team_id = $1`,
      [old],
    )
    expect(rows.map((row) => row.user_id).sort()).toEqual([leader.userId, powiat.userId].sort())
    const kept = await asOwner().query('select variant_version_id from family_case where team_id = $1', [old])
    expect(kept.rows).toEqual([{ variant_version_id: null }])
  })

  it('a required kind that is missing is a risk of the region, and marked on the page of the team', async () => {
    expect(await risks()).toEqual({ risk: 'core', teams: 1 })
    expect(await stateOf()).toBe('missing')
    const missing = teams.compositionByLevel((await look(old)).places).flatMap((place) => place.missing)
    expect(missing.filter(({ required }) => required)).toEqual([
      { name: 'Biblioteka publiczna', required: true },
    ])
    // a running team goes on: nothing of its daily work waits for the institution
    expect((await look(old)).steps['team.suspend']).toMatchObject({ may: true, missing: [] })
    await insert('team_member', { team_id: old, institution_id: library, signed_on: '2026-11-20' })
    expect(await risks()).toEqual({ risk: 'core', teams: 0 })
    expect(await stateOf()).toBe('active')
  })

  it('back to an older one or the national model, never to the same, a foreign or an unknown one', async () => {
    expect(await refusal(move(old, second))).toBe('invalid invalid to')
    expect(await refusal(move(old, crypto.randomUUID()))).toBe('invalid invalid to')
    const foreign = await publishVersion({ number: 1, region: '20' })
    const variant = await publishVersion({ number: 1, variant: 'III' })
    for (const id of [foreign, variant]) expect(await refusal(move(old, id))).toBe('invalid invalid to')
    expect(await refusal(move(old, first, rops))).toBe('allowed')
    expect(await refusal(move(old, 'krajowy'))).toBe('allowed')
    const moves = (await model(old)).moves.map(({ from, to }) => `${from ?? 'kraj'} ${to ?? 'kraj'}`)
    // all on one instant in the tests, so their order says nothing
    expect(moves.sort()).toEqual(['1 kraj', '2 1', 'kraj 2'])
  })

  it('is refused on a team that somebody changed meanwhile', async () => {
    const input = { teamId: old, version: (await versionOf(old)) - 1, to: second, reason: 'później' }
    expect(await refusal(teams.moveVariantVersion.execute(leader, input))).toBe('conflict stale')
    // somebody moved it there first: what was looked at is out of date, and no field is wrong
    const there = { ...input, to: 'krajowy' }
    expect(await refusal(teams.moveVariantVersion.execute(leader, there))).toBe('conflict stale')
    expect((await model(old)).current.number).toBe(null)
  })

  it('tells the count of cases only to who reads the figures of the team', async () => {
    const teacher = await makeActor(school, { role: 'decydent' })
    expect([(await model(old, teacher)).leftBehind, (await model(old, teacher)).mayMove]).toEqual([
      null,
      false,
    ])
    expect((await model(old, councillor)).leftBehind).toBe('0')
  })
})

describe('levels of a team', () => {
  it('with one level the team itself works with the family, in its papers too', async () => {
    const rural = await makeTeam({ lead: ops, members: [pcpr], variant: 'I', gmina: '1816092' })
    const rules = async (teamId: string) =>
      (await fillTeamDocument.execute(leader, { teamId, key: 'regulamin' })).data.fields
    expect((await look(rural)).variant.twoLevels).toBe(false)
    const one = await rules(rural)
    expect(one.zespol_rodziny).toBe('sam zespół')
    expect(one.tresc).toContain('3. Z rodziną pracuje sam zespół: przedstawiciele tych stron')
    expect(one.tresc).not.toContain('Zespół rodziny')
    const two = await rules(old)
    expect(two.zespol_rodziny).toBe('Gminna Grupa Kooperacyjna (GGK)')
    expect(two.tresc).toContain('3. Z jedną rodziną pracuje: Gminna Grupa Kooperacyjna (GGK).')
  })
})
