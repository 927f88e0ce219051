import { randomUUID } from 'node:crypto'
import { type ActorRef, asActor } from '@/lib/platform/db'
import { insertRows, type Row } from '@/prisma/seed/rows'
import type { FamilyWorld } from '@/tests/security/gate/generated'
import { type Ground, keyOf } from '@/tests/security/gate/ground'
import { type Seen, viewers } from '@/tests/security/gate/oracle'
import { asOwner } from '@/tests/support/database'

/** The offer to the unit of the other gmina, as far as it came. */
export const addTransfer = async (w: FamilyWorld, ground: Ground, of: Row): Promise<string> => {
  const id = randomUUID()
  const { transfer } = w
  if (transfer === 'none') return id
  const answered = transfer !== 'offered'
  await insertRows(asOwner(), 'case_transfer', [
    {
      id,
      ...of,
      to_team_id: ground.nextTeam,
      to_institution_id: ground.institutions.next,
      moved_on: '2026-11-20',
      note: 'przeprowadzka',
      due_on: '2026-12-04',
      requested_by_id: ground.mover.userId,
      status: transfer === 'passed' ? 'accepted' : transfer,
      answered_by_id: answered ? ground.next[0]?.userId : null,
      answered_at: answered ? '2026-11-22T10:00:00Z' : null,
      answer_note: transfer === 'declined' ? 'brak miejsc' : null,
      ...(transfer === 'withdrawn'
        ? { ended_by_id: ground.mover.userId, ended_at: '2026-11-23T10:00:00Z', end_reason: 'zostają' }
        : {}),
    },
  ])
  return id
}

const protectedFor = {
  live: { starts_on: '2026-11-01' },
  lastDay: { starts_on: '2026-11-01', ends_on: '2026-11-24' },
  over: { starts_on: '2026-11-01', ends_on: '2026-11-23' },
  later: { starts_on: '2026-11-25' },
  ended: { starts_on: '2026-11-01', ended_at: '2026-11-20T10:00:00Z' },
} as const

/** One member's address, phone and hours are kept from whoever could reach the person whom they are protected from. */
export const protect = async (w: FamilyWorld, ground: Ground, persons: readonly string[]): Promise<void> => {
  if (!w.protection) return
  const { member, safe, close, standing } = w.protection
  await insertRows(asOwner(), 'person_protection', [
    {
      person_id: persons[member],
      owner_institution_id: ground.institutions.ops,
      safe_institution_ids: safe.map((place) => ground.institutions[place]),
      close_user_ids: close.flatMap((i) => viewers[i] ?? []).map((v) => ground.users[keyOf(v)]),
      recorded_by_id: ground.mover.userId,
      ended_by_id: standing === 'ended' ? ground.mover.userId : null,
      ...protectedFor[standing],
    },
  ])
}

/** The last thing: who is given work in a restricted case is named by that. */
export const restrict = async (w: FamilyWorld, ground: Ground, of: Row): Promise<void> => {
  if (!w.restriction) return
  const id = randomUUID()
  const { ended, named } = w.restriction
  await insertRows(asOwner(), 'case_restriction', [
    {
      id,
      ...of,
      reason: 'rodzina pracownicy',
      recorded_by_id: ground.mover.userId,
      ...(ended
        ? { ended_by_id: ground.mover.userId, ended_at: '2026-11-23T10:00:00Z', end_reason: 'już nie trzeba' }
        : {}),
    },
  ])
  const users = named.flatMap((i) => viewers[i] ?? []).map((v) => ground.users[keyOf(v)] ?? '')
  await insertRows(
    asOwner(),
    'case_restriction_person',
    [...users, ...(w.transfer === 'passed' ? [ground.mover.userId] : [])].map((user_id) => ({
      restriction_id: id,
      user_id,
      case_id: of.case_id,
      team_id: of.team_id,
    })),
  )
}

/** The case passes to the other unit, or the database refuses; then there is no new case. */
export const pass = async (transferId: string, ground: Ground): Promise<string | null> => {
  try {
    return await asActor(ground.mover, async (tx) => {
      const [row] = await tx.$queryRaw<{ id: string }[]>`
        select app.pass_transfer(${transferId}::uuid, '2026-12-24'::date, '{}'::uuid[])::text as id`
      return row?.id ?? null
    })
  } catch (error) {
    if (!String(error).includes('not agreed')) throw error
    return null
  }
}

/** What somebody reads of the new case, its persons called as in the old one. */
export const lookAtNew = (newCase: string | null, actor: ActorRef): Promise<Seen> =>
  asActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<{ what: string; name: string | null; category: string | null }[]>`
      select 'case' as what, null::text as name, null::text as category from family_case where id = ${newCase}::uuid
      union all select 'family', null, null from family f
        where f.id in (select c.family_id from family_case c where c.id = ${newCase}::uuid)
      union all select 'person', p.given_name, null from case_person k join person p on p.id = k.person_id
        where k.case_id = ${newCase}::uuid
      union all select 'need', coalesce(p.given_name, 'all'), n.category::text
        from need n left join person p on p.id = n.person_id where n.case_id = ${newCase}::uuid`
    const index = (name: string) => (name === 'all' ? name : 'abcd'.indexOf(name.slice(-1)))
    return rows
      .map(({ what, name, category }) => [what, name === null ? null : index(name), category])
      .map((parts) => parts.filter((part) => part !== null).join(' '))
      .sort()
  })
