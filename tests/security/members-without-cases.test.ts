import { beforeAll, describe, expect, it } from 'vitest'
import { listCases, readCase } from '@/lib/cases'
import { institutionKinds } from '@/lib/catalogue'
import { teamFigures } from '@/lib/dashboards'
import { asActor } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import type { Actor } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import { permissions } from '@/lib/policy/permissions'
import * as teams from '@/lib/teams'
import { makeLine } from '@/tests/support/basket'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
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

/** Kinds that sit in a team and never read of a family (domain 3.5, 7). */
const kinds = institutionKinds()
  .filter((kind) => kind.gpzkRole === 'bez_danych_osobowych')
  .map(({ key }) => key)

const members: { kind: string; actor: Actor }[] = []
let teamId: string
let caseId: string
let leader: Actor

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  const made = new Map<string, string>()
  for (const kind of kinds) made.set(kind, await makeInstitution({ kind, name: `Instytucja ${kind}` }))
  teamId = await makeTeam({ lead: ops, members: [pcpr, ...made.values()] })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  await teams.nameRepresentatives.execute(leader, {
    teamId,
    seats: (await teams.readTeam.execute(leader, { teamId })).parties
      .filter((p) => kinds.includes(p.kindKey))
      .map((p) => ({
        memberId: p.memberId,
        representative: {
          userId: '',
          givenName: 'Stanisław',
          familyName: 'Pokrzywa',
          email: `${p.kindKey.replaceAll('_', '-')}@przyklad.example`,
          jobTitle: '',
        },
      })),
  })
  const { rows } = await asOwner().query<{ user_id: string; institution_id: string }>(
    `select representative_id as user_id, institution_id from team_member where team_id = $1 and representative_id is not null`,
    [teamId],
  )
  for (const [kind, id] of made) {
    const seat = rows.find((r) => r.institution_id === id)
    members.push({ kind, actor: await actorOf(seat?.user_id ?? '', id) })
  }
  const family = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  caseId = family.caseId
  const person = await makePerson(family)
  for (const { actor } of members) {
    // even where somebody wrongly let it take part, with consent and a service
    await joinCase(family, actor.institutionId)
    await consent(family, person, actor.institutionId, ['PODSTAWOWE', 'EDUKACJA'])
    await makeLine(family, { provider: actor.institutionId, createdBy: leader.userId, persons: [person] })
  }
  await insert('team_annex', {
    team_id: teamId,
    kind: 'extension',
    number: '1',
    signed_on: '2026-10-01',
    effective_on: '2031-12-31',
    recorded_by_id: leader.userId,
    recorded_institution_id: ops,
  })
})

describe('a member without access to cases', () => {
  it('is there for every kind that may not read of a family, and holds one role', () => {
    expect(kinds.length).toBeGreaterThan(0)
    for (const { kind, actor } of members)
      expect([kind, actor.assignments.map((a) => a.role)]).toEqual([kind, ['radny']])
  })

  it('sees the team in full: composition, people, agreement, annexes, terms and figures', async () => {
    for (const { actor } of members) {
      const view = await teams.readTeam.execute(actor, { teamId })
      expect(view.parties.length).toBe(2 + kinds.length)
      expect(view.parties.filter((p) => p.representative !== null).length).toBe(kinds.length)
      expect(view.agreement.to).toBe('2030-12-31')
      expect(view.annexes.map((a) => a.number)).toEqual(['1'])
      expect(view.terms.length).toBeGreaterThan(5)
      expect(view.shows).toEqual({
        'board.team': false,
        'figures.team': true,
        'team.leaving': false,
        'meeting.list': true,
        'task.team': true,
        'team.joining': false,
        'programme.shared': false,
        'school.ofTeam': false,
      })
      expect(Object.values(view.steps).some(({ may }) => may)).toBe(false)
      expect((await teams.listTeams.execute(actor, {} as never)).rows.map((t) => t.id)).toEqual([teamId])
      await teamFigures.execute(actor, { teamId })
    }
  })

  it('sees no row of any table that knows a case, whatever was opened by mistake', async () => {
    const { rows } = await asOwner().query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'case_id' and table_name not in ('notification', 'audit_event', 'role_assignment')
       union select unnest(array['family_case', 'family', 'person', 'person_identity', 'person_contact']) order by 1`,
    )
    expect(rows.length).toBeGreaterThan(30)
    for (const { actor } of members)
      for (const { name } of rows) {
        const seen = await asActor(actor, (tx) =>
          tx.$queryRaw<{ n: number }[]>(
            Prisma.sql`select count(*)::int as n from ${Prisma.raw(`"${name}"`)}`,
          ),
        ).then(
          ([row]) => row?.n,
          () => 0,
        )
        expect([name, seen]).toEqual([name, 0])
      }
  })

  it('opens no case and holds no permission on one', async () => {
    const [one] = members
    if (!one) throw new Error('nobody')
    expect(await refusal(readCase.execute(one.actor, { caseId }))).toBe('notFound notFound')
    expect(await refusal(listCases.execute(one.actor, { stage: 'open', order: 'opened' }))).toBe(
      'forbidden forbidden',
    )
    const onCases = permissions.filter(
      (p) =>
        /^(case|family|consent|basis|need|goal|plan|line|delivery|diagnosis|note|monitoring|evaluation|referral|handover|board)\./u.test(
          p,
        ) && couldEver(one.actor, p),
    )
    expect(onCases).toEqual([])
  })
})
