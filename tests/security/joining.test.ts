import { beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as teams from '@/lib/teams'
import { seedDemo } from '@/prisma/seed'
import { idOf } from '@/prisma/seed/demo/world'
import { asOwner, databaseUrl, useDatabase } from '@/tests/support/database'
import { actorOf, makeTeam } from '@/tests/support/world'

useDatabase()

const ends = idOf('team', 'swilcza')
let stays: string
let lead: string
let coordinators: string[] = []
const people: Actor[] = []
let tables: string[] = []
let moved: string[] = []
/** The case with most in it: its rows are counted one by one. */
let watched: string[] = []

/** What a case holds, of every kind of policy. */
const content = [
  'need',
  'note',
  'note_text',
  'diagnosis',
  'basket_line',
  'plan',
  'consent',
  'case_person',
  'case_participant',
  'referral',
  'service_delivery',
  'case_task',
  'case_meeting',
  'case_decision',
  'duplicate_check',
  'nk_flag',
]

const ask = async <T>(sql: string, ...values: unknown[]): Promise<T[]> =>
  (await asOwner().query<T & Record<string, unknown>>(sql, values)).rows

/** How many rows of the cases each person reads, by table. */
const seen = async (actor: Actor) =>
  asActor(actor, async (tx) => {
    const counts = content.map(
      (t) =>
        `select '${t}' as t, count(*)::int as n from ${t} where case_id in (select unnest('{${watched.join(',')}}'::uuid[]))`,
    )
    counts.push(
      `select 'family_case', count(*)::int from family_case where id in (select unnest('{${moved.join(',')}}'::uuid[]))`,
    )
    const rows = await tx.$queryRawUnsafe<{ t: string; n: number }[]>(counts.join(' union all '))
    return Object.fromEntries(rows.filter((r) => r.n > 0).map((r) => [r.t, r.n]))
  })

const seenByAll = async () => {
  const all: Record<string, unknown> = {}
  for (const actor of people) all[`${actor.userId}@${actor.institutionId}`] = await seen(actor)
  return all
}

const leaderOf = (role: string) =>
  people.find(
    (p) =>
      p.assignments.some((a) => a.role === role && (a.teamId === null || a.teamId === ends)) &&
      (role === 'lider_powiatowy' ? members.includes(p.institutionId) : p.institutionId === lead),
  ) as Actor
let members: string[] = []

beforeAll(async () => {
  await seedDemo(databaseUrl(), new Date('2026-11-25T11:00:00Z'))
  const [team] = await ask<{ lead: string; variant: string }>(
    'select lead_institution_id as lead, variant_key as variant from team where id = $1',
    ends,
  )
  lead = team?.lead ?? ''
  members = (
    await ask<{ id: string }>(
      'select institution_id as id from team_member where team_id = $1 and left_on is null',
      ends,
    )
  ).map((r) => r.id)
  const [free] = await ask<{ code: string }>(
    `select u.code from territory_unit u where u.level = 'gmina' and u.valid_to is null and u.code like '18%'
       and not exists (select from team t where t.gmina_code = u.code) order by 1 limit 1`,
  )
  stays = await makeTeam({ lead, gmina: free?.code, variant: team?.variant })
  await asOwner().query(
    `delete from case_transfer where status in ('offered', 'accepted') and $1 in (team_id, to_team_id)`,
    [ends],
  )
  await asOwner().query(
    `update family_case set status = 'closed' where team_id = $1 and owner_institution_id <> $2`,
    [ends, lead],
  )
  tables = (
    await ask<{ t: string }>(
      `select c.relname as t from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped and a.attname in ('team_id', 'case_id')) = 2
         and has_table_privilege($1, c.oid, 'select') and c.relname not in ('notification', 'role_assignment', 'audit_event') order by 1`,
      new URL(process.env.DATABASE_URL ?? '').username,
    )
  ).map((r) => r.t)
  moved = (
    await ask<{ id: string }>(
      `select id from family_case where team_id = $1 and owner_institution_id = $2`,
      ends,
      lead,
    )
  ).map((r) => r.id)
  watched = (
    await ask<{ id: string }>(
      `select c.id from family_case c where c.id = any ($1)
       order by (select count(*) from note n where n.case_id = c.id) + (select count(*) from basket_line l where l.case_id = c.id) desc, c.id limit 1`,
      moved,
    )
  ).map((r) => r.id)
  const seats = await ask<{ user: string; institution: string }>(
    `select distinct on (1, 2) x."user", x.institution from (
       select distinct on (r.role, r.institution_id) r.user_id as "user", r.institution_id as institution from role_assignment r
     where r.ended_at is null and (r.institution_id in (select institution_id from team_member where team_id = $1)
       or r.institution_id in (select institution_id from case_participant where case_id = any ($2) and ends_on is null)
       or r.role = 'rops_koordynator')
       order by r.role, r.institution_id, r.team_id = $1 desc nulls last, r.case_id = any ($2) desc nulls last) x`,
    ends,
    watched,
  )
  for (const seat of seats) people.push(await actorOf(seat.user, seat.institution))
  coordinators = (
    await ask<{ id: string }>(
      `select user_id as id from role_assignment where team_id = $1 and role = 'koordynator_zespolu' and ended_at is null`,
      ends,
    )
  ).map((r) => r.id)
})

describe('two teams joined in the demo', () => {
  it('leave no row of a case behind, and open a case to nobody who did not see it', async () => {
    expect(moved.length).toBeGreaterThan(10)
    expect(people.length).toBeGreaterThan(20)
    const before = await seenByAll()
    const [gmina, powiat] = [leaderOf('lider_gminny'), leaderOf('lider_powiatowy')]
    const { version, plan } = await teams.readJoining.execute(gmina, { teamId: ends, intoTeamId: stays })
    expect(plan?.refusal).toBeNull()
    await teams.proposeJoining.execute(gmina, {
      teamId: ends,
      version,
      intoTeamId: stays,
      signedOn: '2026-11-24',
      signers: Object.fromEntries(plan?.parties.map((p) => [p.institutionId, 'Jan Podpisujący']) ?? []),
      reason: 'gminy się łączą',
      finalReport: 'Sprawozdanie',
    })
    const { proposal } = await teams.readJoining.execute(powiat, { teamId: ends })
    if (proposal)
      expect(await teams.agreeToJoining.execute(powiat, { teamId: ends, joiningId: proposal.id })).toEqual({
        decided: true,
      })

    const left = await ask<{ t: string; n: number }>(
      [...tables.filter((t) => t !== 'meeting_case_item')]
        .map(
          (t) =>
            `select '${t}' as t, count(*)::int as n from ${t} where team_id = '${ends}' and case_id = any ($1::uuid[])`,
        )
        .join(' union all '),
      moved,
    )
    expect(left.filter((r) => r.n > 0)).toEqual([])
    const [cases] = await ask<{ n: number }>(
      'select count(*)::int as n from family_case where team_id = $1 and id = any ($2)',
      stays,
      moved,
    )
    expect(cases?.n).toBe(moved.length)

    expect(coordinators.length).toBeGreaterThan(0)
    expect(await seenByAll()).toEqual(before)
  })
})
