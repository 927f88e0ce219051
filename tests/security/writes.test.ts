import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { asActor, type Tx } from '@/lib/platform/db'
import { sqlState } from '@/lib/platform/errors'
import type { Role } from '@/lib/policy/actor'
import {
  type Built,
  build,
  delivers,
  makePlace,
  reads,
  seesLine,
  type World,
  worksOn,
  worlds,
} from '@/tests/security/worlds'
import { asOwner, useDatabase } from '@/tests/support/database'
import { insert } from '@/tests/support/world'

useDatabase()
beforeAll(makePlace)

type Write = (tx: Tx, on: Built) => Promise<number>

/** One write of each main table, tried as the app's role past every use case. Gives the rows it changed. */
const writes = {
  'case: stage': (tx, { made }) =>
    tx.$executeRaw`update family_case set status_since = status_since where id = ${made.caseId}::uuid`,
  'person: name': (tx, { person }) =>
    tx.$executeRaw`update person set given_name = given_name where id = ${person}::uuid`,
  'identity: address': (tx, { person }) =>
    tx.$executeRaw`update person_identity set born_on = born_on where person_id = ${person}::uuid`,
  'need: new': (tx, { made, person, actor }) => tx.$executeRaw`
    insert into need (case_id, team_id, owner_institution_id, person_id, need_key, category, created_by_id)
    values (${made.caseId}::uuid, ${made.teamId}::uuid, ${made.owner}::uuid, ${person}::uuid, 'x', 'BYT', ${actor.userId}::uuid)`,
  'strength: new': (tx, { made, person, actor }) => tx.$executeRaw`
    insert into strength (case_id, team_id, owner_institution_id, person_id, area_key, category, body, noted_on, created_by_id)
    values (${made.caseId}::uuid, ${made.teamId}::uuid, ${made.owner}::uuid, ${person}::uuid, 'x', 'BYT', 'dom', '2026-10-01', ${actor.userId}::uuid)`,
  'look: new': (tx, { made, actor }) => tx.$executeRaw`
    insert into goal_look (goal_id, case_id, team_id, owner_institution_id, looked_on, level, recorded_by_id)
    select g.id, g.case_id, g.team_id, g.owner_institution_id, '2026-10-05', 0, ${actor.userId}::uuid
    from goal g where g.case_id = ${made.caseId}::uuid`,
  'goal: new': (tx, { made, actor }) => tx.$executeRaw`
    insert into goal (case_id, team_id, owner_institution_id, title, created_by_id)
    values (${made.caseId}::uuid, ${made.teamId}::uuid, ${made.owner}::uuid, 'cel', ${actor.userId}::uuid)`,
  'goal: change': (tx, { made }) =>
    tx.$executeRaw`update goal set title = 'inny cel' where case_id = ${made.caseId}::uuid`,
  'plan: new': (tx, { made }) => tx.$executeRaw`
    insert into plan (case_id, team_id, owner_institution_id, version_no)
    values (${made.caseId}::uuid, ${made.teamId}::uuid, ${made.owner}::uuid, 7)`,
  'consent: new': (tx, { made, person, actor }) => tx.$executeRaw`
    insert into consent (case_id, team_id, owner_institution_id, person_id, text_version, recorded_by_id)
    values (${made.caseId}::uuid, ${made.teamId}::uuid, ${made.owner}::uuid, ${person}::uuid, '1', ${actor.userId}::uuid)`,
  'basis: new': (tx, { made, person, institution, actor }) => tx.$executeRaw`
    insert into legal_basis_record (case_id, team_id, person_id, institution_id, category, basis, note, starts_on, recorded_by_id)
    values (${made.caseId}::uuid, ${made.teamId}::uuid, ${person}::uuid, ${institution}::uuid, 'BYT', 'UPS100', 'x', '2026-10-01', ${actor.userId}::uuid)`,
  'participant: new': (tx, { made, person }) => tx.$executeRaw`
    insert into case_participant (case_id, team_id, institution_id, starts_on)
    values (${made.caseId}::uuid, ${made.teamId}::uuid, ${person}::uuid, '2026-10-01')`,
  'line: new': (tx, { made, institution, actor }) => tx.$executeRaw`
    insert into basket_line (case_id, team_id, owner_institution_id, service_key, category, provider_institution_id, starts_on, status_since, created_by_id)
    values (${made.caseId}::uuid, ${made.teamId}::uuid, ${made.owner}::uuid, 'swietlica', 'EDUKACJA', ${institution}::uuid, '2026-10-01', '2026-10-01', ${actor.userId}::uuid)`,
  'line: change': (tx, { made }) =>
    tx.$executeRaw`update basket_line set scope = 'więcej' where case_id = ${made.caseId}::uuid`,
  'line: history': (tx, { made, line, institution, actor }) => tx.$executeRaw`
    insert into line_transition (line_id, case_id, team_id, to_status, actor_id, institution_id)
    values (${line}::uuid, ${made.caseId}::uuid, ${made.teamId}::uuid, 'accepted', ${actor.userId}::uuid, ${institution}::uuid)`,
  'delivery: new': (tx, { made, line, institution, actor }) => tx.$executeRaw`
    insert into service_delivery (line_id, case_id, team_id, delivered_on, quantity, recorded_by_id, institution_id)
    values (${line}::uuid, ${made.caseId}::uuid, ${made.teamId}::uuid, '2026-10-05', 1, ${actor.userId}::uuid, ${institution}::uuid)`,
} satisfies Record<string, Write>
type Name = keyof typeof writes
const names = Object.keys(writes) as Name[]

const by = (w: World, ...roles: Role[]): boolean => worksOn(w) && roles.includes(w.role)

/** Who may, by the rows of 3.6 (C, U or A there), with the reach and the consent of 5.3.7. */
const oracle: Record<Name, (w: World) => boolean> = {
  'case: stage': (w) => by(w, 'lider_gminny', 'koordynator_zespolu', 'koordynator_rodziny'),
  'person: name': (w) => by(w, 'koordynator_rodziny'),
  'identity: address': (w) => by(w, 'koordynator_rodziny'),
  'need: new': (w) => by(w, 'koordynator_rodziny', 'asystent_rodziny', 'specjalista') && reads(w, 'BYT'),
  'strength: new': (w) => by(w, 'koordynator_rodziny', 'asystent_rodziny', 'specjalista') && reads(w, 'BYT'),
  'look: new': (w) => by(w, 'koordynator_rodziny', 'asystent_rodziny'),
  'goal: new': (w) => by(w, 'koordynator_rodziny'),
  'goal: change': (w) => by(w, 'koordynator_rodziny', 'asystent_rodziny'),
  'plan: new': (w) => by(w, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'asystent_rodziny'),
  'consent: new': (w) => by(w, 'koordynator_rodziny', 'koordynator_zespolu'),
  'basis: new': (w) => by(w, 'koordynator_rodziny', 'koordynator_zespolu'),
  'participant: new': (w) => by(w, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny'),
  'line: new': (w) => by(w, 'koordynator_rodziny', 'asystent_rodziny'),
  'line: change': (w) =>
    seesLine(w) && (delivers(w) || by(w, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu')),
  'line: history': (w) =>
    seesLine(w) && (delivers(w) || by(w, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu')),
  'delivery: new': (w) => seesLine(w) && (delivers(w) || by(w, 'koordynator_rodziny', 'asystent_rodziny')),
}

const workers = [
  'koordynator_rodziny',
  'asystent_rodziny',
  'koordynator_zespolu',
  'lider_gminny',
  'specjalista',
] as const
/** Half of the worlds are of those who write at all: of seventeen roles most only read. */
const busy = fc
  .tuple(worlds, fc.constantFrom(...workers))
  .map(([w, role]): World => ({ ...w, role, assigned: true }))

class Undo extends Error {}

/** Tries the write in a transaction that is always undone. */
const succeeds = async (on: Built, name: Name): Promise<boolean> => {
  let changed = 0
  try {
    await asActor(on.actor, async (tx) => {
      changed = await (writes[name] as Write)(tx, on)
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo) && sqlState(error) !== '42501') throw error
  }
  return changed > 0
}

describe('role × relation × consent, past every use case', () => {
  it('the database lets exactly those write whom the domain lets', async () => {
    const tried = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.oneof(worlds, busy), async (w) => {
        const on = await build(w)
        const { caseId: case_id, teamId: team_id, owner } = on.made
        const goal = { case_id, team_id, owner_institution_id: owner, title: 'cel', created_by_id: on.person }
        await insert('goal', goal)
        const done: Partial<Record<Name, boolean>> = {}
        const expected: Partial<Record<Name, boolean>> = {}
        for (const name of names) {
          done[name] = await succeeds(on, name)
          expected[name] = oracle[name](w)
          if (expected[name]) tried.add(name)
        }
        expect(done).toEqual(expected)
        await asOwner().query('update role_assignment set ended_at = now() where user_id = $1', [
          on.actor.userId,
        ])
      }),
      { numRuns: 80, seed: 20261125 },
    )
    expect([...tried].sort(), 'each write was allowed in some world').toEqual([...names].sort())
  }, 120_000)
})
