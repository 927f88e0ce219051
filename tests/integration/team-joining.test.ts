import { beforeEach, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { insert, makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let ends: string
let stays: string
let cus: string
let pcpr: string
let school: string
let gmina: Actor
let powiat: Actor
let coordinator: Actor
let teacher: Actor
let rops: Actor

/** One CUS serves two gminas and leads the team of each; the PCPR sits in both; the school and a club in one. */
beforeEach(async () => {
  cus = await makeInstitution({ kind: 'cus' })
  pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'SP Trzebownisko' })
  const variant = `v-${cus.slice(0, 8)}`
  ends = await makeTeam({ lead: cus, members: [pcpr, school], gmina: '1816132', variant })
  stays = await makeTeam({ lead: cus, members: [pcpr], gmina: '1816092', variant })
  const club = await makeInstitution({ kind: 'ngo', name: 'Klub' })
  await insert('team_member', { team_id: ends, institution_id: club })
  gmina = await makeActor(cus, { role: 'lider_gminny' })
  powiat = await makeActor(pcpr, { role: 'lider_powiatowy' })
  coordinator = await makeActor(cus, { role: 'koordynator_zespolu', teamId: ends }, { familyName: 'Łączna' })
  teacher = await makeActor(school, { role: 'decydent' })
  rops = await makeActor(await makeInstitution({ kind: 'rops', seat: '1816122' }), {
    role: 'rops_koordynator',
  })
  await asOwner().query(
    'update team_member set representative_id = $2 where team_id = $1 and institution_id = $3',
    [ends, teacher.userId, school],
  )
})

const look = (actor: Actor, teamId = ends, intoTeamId: string | null = stays) =>
  teams.readJoining.execute(actor, { teamId, intoTeamId })
const propose = async (actor: Actor, over: Record<string, unknown> = {}) =>
  teams.proposeJoining.execute(actor, {
    teamId: ends,
    version: 1,
    intoTeamId: stays,
    signedOn: '2026-11-23',
    signers: { [school]: 'Barbara Dyrektor' },
    reason: 'gminy się łączą',
    finalReport: 'Pracowaliśmy z rodzinami.',
    ...over,
  })
const agree = async (actor: Actor, teamId = ends) => {
  const { rows } = await asOwner().query<{ id: string }>(
    'select id from team_joining where ended_at is null and team_id = $1',
    [ends],
  )
  return refusal(teams.agreeToJoining.execute(actor, { teamId, joiningId: rows[0]?.id ?? '' }))
}
const rowsOf = async (sql: string, ...values: unknown[]) => (await asOwner().query(sql, values)).rows

describe('joining two live teams of one variant', () => {
  it('shows first what will happen to parties, offices, cases, tasks and meetings', async () => {
    await makeCase({ teamId: ends, owner: cus })
    await makeCase({ teamId: ends, owner: cus, status: 'closed' })
    const page = await look(gmina)
    expect(page.candidates.map((c) => c.id)).toEqual([stays])
    expect(page.plan).toMatchObject({
      refusal: null,
      sameGmina: false,
      coordinators: [{ name: 'Anna Łączna', passes: true }],
      cases: { open: 1, over: 1 },
      tasks: 0,
      meetings: 0,
    })
    expect(page.plan?.parties.map((p) => [p.name, p.fate]).filter(([, fate]) => fate !== 'both')).toEqual([
      ['Klub', 'stays'],
      ['SP Trzebownisko', 'accedes'],
    ])
    // others see who joins and that cases go, never how many
    expect((await look(rops)).plan?.cases).toBeNull()
    expect((await look(powiat)).plan?.cases).toBeNull()
    expect(await refusal(look(teacher))).toBe('forbidden forbidden')
    expect(await refusal(look(coordinator))).toBe('forbidden forbidden')
  })

  it('counts no restricted case for who is left out, and takes it over all the same', async () => {
    const made = await makeCase({ teamId: ends, owner: cus })
    const { caseId, teamId } = made
    const worker = await makeActor(cus, { role: 'koordynator_rodziny', caseId })
    const by = { case_id: caseId, team_id: teamId }
    const restriction = crypto.randomUUID()
    await insert('case_restriction', {
      ...by,
      id: restriction,
      owner_institution_id: cus,
      reason: 'rodzina pracownika',
      recorded_by_id: worker.userId,
    })
    await insert('case_restriction_person', { ...by, restriction_id: restriction, user_id: worker.userId })
    expect((await look(gmina)).plan?.cases).toEqual({ open: 0, over: 0 })
    await propose(gmina)
    expect(await agree(powiat)).toBe('allowed')
    expect(await rowsOf('select team_id from family_case where id = $1', caseId)).toEqual([
      { team_id: stays },
    ])
  })

  it('happens in one step when the leaders of both sides agreed', async () => {
    const made = await makeCase({ teamId: ends, owner: cus })
    const worker = await makeActor(cus, { role: 'koordynator_rodziny', caseId: made.caseId })
    await insert('team_meeting', {
      team_id: ends,
      status: 'called',
      held_on: '2026-12-10',
      starts_at: '10:00',
      place: 'Urząd Gminy',
      created_by_id: gmina.userId,
      created_institution_id: cus,
    })
    await insert('task', {
      team_id: ends,
      title: 'zamówić salę',
      due_on: '2026-12-01',
      to_institution_id: school,
      created_by_id: gmina.userId,
      created_institution_id: cus,
    })
    expect(await refusal(propose(gmina, { signers: {} }))).toBe(`invalid invalid signers.${school}`)
    expect(await propose(gmina)).toEqual({ decided: false })
    expect((await look(powiat, stays, null)).proposal).toMatchObject({
      asked: true,
      mine: false,
      waits: [
        { ends: expect.any(Boolean), role: 'lider_powiatowy' },
        { ends: expect.any(Boolean), role: 'lider_powiatowy' },
      ],
    })
    // who has to agree sees it on the page of the team too, others do not
    const told = async (actor: Actor, teamId: string) =>
      (await teams.readTeam.execute(actor, { teamId })).joinings.waits
    expect(await told(powiat, stays)).toEqual({ ends: false, asked: true })
    expect(await told(gmina, ends)).toEqual({ ends: true, asked: false })
    expect(await told(teacher, ends)).toBeNull()
    expect(await agree(gmina)).toBe('conflict joining.notAsked')
    expect(await agree(teacher)).toBe('forbidden forbidden')
    expect(await agree(powiat, stays)).toBe('allowed')

    const old = await teams.readTeam.execute(teacher, { teamId: ends })
    expect(old.status).toBe('dissolved')
    expect(old.dissolved).toMatchObject({
      report: 'Pracowaliśmy z rodzinami.',
      reason: expect.stringMatching(/^połączony z: Zespół .*gminy się łączą$/u),
      into: { id: stays },
    })
    const now = await teams.readTeam.execute(teacher, { teamId: stays })
    expect(now.joinings).toMatchObject({
      waits: null,
      tookOver: [{ team: old.name, reason: 'gminy się łączą' }],
    })
    expect(now.annexes.map((a) => [a.kind, a.party, a.signedOn, a.signedByName])).toEqual([
      ['accession', 'SP Trzebownisko', '2026-11-23', 'Barbara Dyrektor'],
    ])
    expect(now.parties.filter((p) => p.institutionId === pcpr)).toHaveLength(1)
    expect(now.parties.find((p) => p.institutionId === school)?.representative).toBe(
      `${teacher.givenName} ${teacher.familyName}`,
    )
    expect(
      await rowsOf(
        'select team_id, number is not null as numbered from family_case where id = $1',
        made.caseId,
      ),
    ).toEqual([{ team_id: stays, numbered: true }])
    expect(
      await rowsOf(
        'select team_id from task where title = $1 and to_institution_id = $2',
        'zamówić salę',
        school,
      ),
    ).toEqual([{ team_id: stays }])
    expect(await rowsOf('select status, team_id from team_meeting where team_id = $1', ends)).toEqual([
      { status: 'cancelled', team_id: ends },
    ])
    expect(
      await rowsOf(
        `select user_id, kind, case_id from notification where user_id = any ($1::uuid[]) and kind !~ 'joiningP' order by kind`,
        [worker.userId, teacher.userId],
      ),
    ).toEqual([
      { user_id: worker.userId, kind: 'team.caseWentOver', case_id: made.caseId },
      { user_id: teacher.userId, kind: 'team.endsByJoining', case_id: null },
    ])
    expect(
      await rowsOf(
        `select count(*)::int as n from audit_event where action = 'team.join' and case_id = $1`,
        made.caseId,
      ),
    ).toEqual([{ n: 1 }])
    // the coordinator of the ended team goes on with its cases
    expect(
      await rowsOf(
        `select team_id from role_assignment where user_id = $1 and ended_at is null and team_id = $2`,
        coordinator.userId,
        stays,
      ),
    ).toEqual([{ team_id: stays }])
  })

  it('is refused while another unit has open cases there, or a family is on its way between teams', async () => {
    const other = await makeInstitution({ kind: 'ops' })
    const made = await makeCase({ teamId: ends, owner: other })
    expect((await look(gmina)).plan).toMatchObject({
      refusal: 'joining.otherOwner',
      cases: { open: 0, over: 0 },
      inTheWay: [],
    })
    expect(await refusal(propose(gmina))).toBe('conflict joining.otherOwner')
    const theirs = await makeActor(other, { role: 'lider_gminny' })
    await insert('team_member', { team_id: ends, institution_id: other, signed_on: '2024-01-01' })
    expect((await look(theirs)).plan?.inTheWay.map((c) => c.id)).toEqual([made.caseId])
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [made.caseId])
    const signers = { [school]: 'Barbara Dyrektor', [other]: 'Ewa Kierownik' }
    expect(await propose(gmina, { signers })).toEqual({ decided: false })
    await insert('case_transfer', {
      case_id: made.caseId,
      team_id: ends,
      owner_institution_id: other,
      to_team_id: stays,
      to_institution_id: cus,
      moved_on: '2026-11-01',
      note: 'wyjazd',
      due_on: '2026-12-01',
      requested_by_id: gmina.userId,
    })
    expect(await agree(powiat)).toBe('conflict joining.transfers')
    await asOwner().query('delete from case_transfer where case_id = $1', [made.caseId])
    // the leader of the unit whose closed case stays is a side of the gmina too, but one leader of a side is enough
    expect(await agree(powiat)).toBe('allowed')
    expect(await rowsOf('select team_id from family_case where id = $1', made.caseId)).toEqual([
      { team_id: ends },
    ])
  })

  it('a ROPS proposes, and leaders decide; nobody does it past them in the database', async () => {
    expect(await propose(rops)).toEqual({ decided: false })
    const [live] = await rowsOf('select id from team_joining where team_id = $1', ends)
    const past = (
      actor: Actor,
      work: (tx: Parameters<Parameters<typeof asActor>[1]>[0]) => Promise<unknown>,
    ) => asActor(actor, work)
    await expect(past(rops, (tx) => tx.$queryRaw`select app.join_teams(${live.id}::uuid)`)).rejects.toThrow(
      /all sides/u,
    )
    await expect(past(gmina, (tx) => tx.$queryRaw`select app.join_teams(${live.id}::uuid)`)).rejects.toThrow(
      /all sides/u,
    )
    await expect(
      past(gmina, (tx) => tx.$queryRaw`select app.move_cases_by_joining(${live.id}::uuid)`),
    ).rejects.toThrow(/no joining/u)
    await expect(
      past(
        gmina,
        (tx) =>
          tx.$executeRaw`update team_joining set done_at = now(), ended_at = now() where id = ${live.id}::uuid`,
      ),
    ).rejects.toThrow(/row-level security/u)
    await expect(
      past(
        gmina,
        (tx) => tx.$executeRaw`update team set joined_into_id = ${stays}::uuid where id = ${ends}::uuid`,
      ),
    ).rejects.toThrow(/joined by/u)
    await expect(
      past(
        gmina,
        (tx) => tx.$executeRaw`
          insert into team select (jsonb_populate_record(t, jsonb_build_object(
            'id', gen_random_uuid(), 'status', 'initiated', 'joined_into_id', ${stays}::uuid))).*
          from team t where t.id = ${ends}::uuid`,
      ),
    ).rejects.toThrow(/joined by/u)
    await expect(
      past(
        gmina,
        (tx) => tx.$executeRaw`
          insert into team_joining_vote (joining_id, team_id, user_id, institution_id)
          values (${live.id}::uuid, ${ends}::uuid, ${powiat.userId}::uuid, ${pcpr}::uuid)`,
      ),
    ).rejects.toThrow(/row-level security/u)
    expect(await agree(gmina)).toBe('allowed')
    expect(await agree(powiat)).toBe('allowed')
    expect((await teams.readTeam.execute(gmina, { teamId: ends })).status).toBe('dissolved')
  })
})
