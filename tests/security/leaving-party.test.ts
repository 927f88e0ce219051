import { beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { teamsForReferral } from '@/lib/referrals'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  actorOf,
  consent,
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

/** What the second lock shows of a case to somebody of the party. */
const seen = (actor: Actor, made: Made) =>
  asActor(actor, async (tx) => [
    await tx.familyCase.count({ where: { id: made.caseId } }),
    await tx.person.count(),
    await tx.need.count({ where: { caseId: made.caseId } }),
    await tx.caseParticipant.count({ where: { caseId: made.caseId } }),
  ])

describe('a party that leaves the team', () => {
  let ops: string
  let pcpr: string
  let ngo: string
  let teamId: string
  let made: Made
  let other: Made
  let leader: Actor
  let coordinator: Actor
  let specialist: Actor

  beforeAll(async () => {
    ops = await makeInstitution()
    pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
    ngo = await makeInstitution({ kind: 'ngo' })
    teamId = await makeTeam({ lead: ops, members: [pcpr, ngo] })
    const elsewhere = await makeTeam({ lead: ops, members: [pcpr, ngo] })
    made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
    other = await makeCase({ teamId: elsewhere, owner: ops, status: 'inProgress' })
    for (const one of [made, other]) {
      const person = await makePerson(one)
      await joinCase(one, ngo)
      await consent(one, person, ngo, ['PODSTAWOWE', 'BYT'])
      await insert('need', {
        case_id: one.caseId,
        team_id: one.teamId,
        owner_institution_id: ops,
        person_id: person,
        need_key: 'ubostwo',
        category: 'BYT',
        created_by_id: person,
      })
      await insert('legal_basis_record', {
        case_id: one.caseId,
        team_id: one.teamId,
        person_id: person,
        institution_id: ngo,
        category: 'EDUKACJA',
        basis: 'UWR',
        note: '',
        starts_on: '2026-09-01',
        recorded_by_id: person,
      })
    }
    leader = await makeActor(ops, { role: 'lider_gminny' })
    coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
    specialist = await makeActor(ngo, { role: 'specjalista', caseId: made.caseId })
  })

  it('works with the family until then', async () => {
    expect(await seen(specialist, made)).toEqual([1, 1, 1, 1])
  })

  it('may not be cut off by hand while it is a party', async () => {
    const cut = (actor: Actor) =>
      asActor(actor, (tx) => tx.$executeRaw`select app.end_party_in_cases(${teamId}::uuid, ${ngo}::uuid)`)
    await expect(cut(leader)).rejects.toThrow(/this party has not left/u)
    await expect(cut(specialist)).rejects.toThrow(/this party has not left/u)
  })

  it('takes nothing of the families with it, and the coordinator is told', async () => {
    const view = await teams.readTeam.execute(leader, { teamId })
    await teams.withdrawParty.execute(leader, {
      teamId,
      version: view.version,
      memberId: view.parties.find((p) => p.institutionId === ngo)?.memberId ?? '',
      leftOn: '2026-11-20',
      reason: 'likwidacja',
      number: '',
      note: '',
    })
    expect(await seen(specialist, made)).toEqual([0, 0, 0, 0])
    const { rows } = await asOwner().query(
      `select (select count(*)::int from case_grant where case_id = $1 and institution_id = $2 and ended_at is null) as grants,
              (select count(*)::int from legal_basis_record where case_id = $1 and institution_id = $2 and ended_at is null) as bases,
              (select count(*)::int from role_assignment where case_id = $1 and institution_id = $2 and ended_at is null) as people,
              (select ends_on::text from case_participant where case_id = $1 and institution_id = $2) as until,
              (select kind from notification where user_id = $3 and case_id = $1) as told`,
      [made.caseId, ngo, coordinator.userId],
    )
    expect(rows).toEqual([
      { grants: 0, bases: 0, people: 0, until: '2026-11-20', told: 'team.partyLeftCase' },
    ])
  })

  it('keeps what it has in other teams', async () => {
    const { rows } = await asOwner().query(
      `select (select count(*)::int from case_grant where case_id = $1 and institution_id = $2 and ended_at is null) as grants,
              (select ends_on from case_participant where case_id = $1 and institution_id = $2) as until`,
      [other.caseId, ngo],
    )
    expect(rows).toEqual([{ grants: 3, until: null }])
  })

  it('sees nothing again when it comes back, before a new consent', async () => {
    const { version } = await teams.readTeam.execute(leader, { teamId })
    await teams.accession.execute(leader, {
      teamId,
      version,
      institutionId: ngo,
      signedOn: '2026-11-21',
      signedByName: 'Prezes',
      number: '',
      note: '',
    })
    await insert('role_assignment', {
      user_id: specialist.userId,
      institution_id: ngo,
      role: 'specjalista',
      case_id: made.caseId,
      starts_on: '2026-11-21',
    })
    await joinCase(made, ngo)
    expect(await seen(await actorOf(specialist.userId, ngo), made)).toEqual([0, 0, 0, 0])
  })
})

describe('who may refer', () => {
  it('is a party that signed, under an agreement that has begun', async () => {
    const ops = await makeInstitution()
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    const teamId = await makeTeam({ lead: ops, members: [school] })
    const teacher = await makeActor(school, { role: 'decydent' })
    const open = async () => (await teamsForReferral.execute(teacher, {})).map((t) => t.id)
    expect(await open()).toEqual([teamId])
    await asOwner().query(`update team set agreement_from = app.today() + 1 where id = $1`, [teamId])
    expect(await open()).toEqual([])
    await asOwner().query(`update team set agreement_from = app.today() where id = $1`, [teamId])
    expect(await open()).toEqual([teamId])
    await asOwner().query(`update team_member set signed_on = null where institution_id = $1`, [school])
    expect(await open()).toEqual([])
  })
})
