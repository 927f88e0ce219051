import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { moveVariantVersion, readCaseVariant } from '@/lib/cases'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { publishVersion } from '@/tests/support/scenes/variants'
import {
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

let ops: string
let school: string
let team: string
let version: string
let made: Awaited<ReturnType<typeof makeCase>>

beforeAll(async () => {
  ops = await makeInstitution()
  school = await makeInstitution({ kind: 'szkola_podstawowa' })
  team = await makeTeam({ lead: ops, members: [school] })
})
beforeEach(async () => {
  made = await makeCase({ teamId: team, owner: ops })
  const person = await makePerson(made)
  await joinCase(made, school)
  await consent(made, person, school, ['PODSTAWOWE', 'EDUKACJA'])
  version = await publishVersion(team, { twoLevels: true })
})

const cast = async () => ({
  lead: await makeActor(ops, { role: 'koordynator_zespolu', teamId: team }),
  leader: await makeActor(ops, { role: 'lider_gminny' }),
  worker: await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId }),
  assistant: await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId }),
  teacher: await makeActor(school, { role: 'specjalista', caseId: made.caseId }),
  head: await makeActor(school, { role: 'decydent' }),
  otherLead: await makeActor(ops, {
    role: 'koordynator_zespolu',
    teamId: await makeTeam({ lead: ops, members: [school] }),
  }),
  officer: await makeActor(ops, { role: 'iod' }),
})
const each = async <T>(people: Record<string, Actor>, one: (actor: Actor) => Promise<T>) => {
  const found: Record<string, T> = {}
  for (const [name, actor] of Object.entries(people)) found[name] = await one(actor)
  return found
}

/** The row of the move and the version of the case in one transaction, as the use case writes them. */
const byHand = (actor: Actor, told: boolean) =>
  asActor(actor, async (tx) => {
    if (told)
      await tx.caseVariantMove.createMany({
        data: [
          {
            caseId: made.caseId,
            teamId: team,
            toVersionId: version,
            reason: 'x',
            movedById: actor.userId,
            institutionId: actor.institutionId,
          },
        ],
      })
    const { count } = await tx.familyCase.updateMany({
      where: { id: made.caseId },
      data: { variantVersionId: version },
    })
    return count === 1
  }).catch(() => false)

const versionOf = async () =>
  (await asOwner().query('select variant_version_id as v from family_case where id = $1', [made.caseId]))
    .rows[0]?.v

describe('the version of a case', () => {
  it('is moved by who leads the case and by nobody else', async () => {
    const people = await cast()
    const { leader: _leader, lead: _lead, ...others } = people
    const move = (actor: Actor, seen: number, to: string | null) =>
      refusal(
        moveVariantVersion.execute(actor, {
          caseId: made.caseId,
          version: seen,
          toVersionId: to,
          reason: 'Tak robi zespół',
        }),
      )
    expect(await each(others, (actor) => move(actor, 1, version))).toEqual({
      worker: 'forbidden forbidden',
      assistant: 'forbidden forbidden',
      teacher: 'forbidden forbidden',
      head: 'notFound notFound',
      otherLead: 'notFound notFound',
      officer: 'notFound notFound',
    })
    expect(await move(people.lead, 1, version)).toBe('allowed')
    expect(await move(people.leader, 2, null)).toBe('allowed')
  })

  it('is not changed past the use case: not without the role, and by nobody without saying why', async () => {
    const people = await cast()
    expect(await each(people, (actor) => byHand(actor, false))).toEqual({
      lead: false,
      leader: false,
      worker: false,
      assistant: false,
      teacher: false,
      head: false,
      otherLead: false,
      officer: false,
    })
    const { lead: _lead, leader: _leader, ...others } = people
    expect(Object.values(await each(others, (actor) => byHand(actor, true)))).toEqual(Array(6).fill(false))
    expect(await versionOf()).toBeNull()
    // nor is a move told that did not take place
    const only = { caseId: made.caseId, teamId: team, toVersionId: version, reason: 'x' }
    const by = { movedById: people.lead.userId, institutionId: ops }
    await expect(
      asActor(people.lead, (tx) => tx.caseVariantMove.createMany({ data: [{ ...only, ...by }] })),
    ).rejects.toThrow(/was not moved/u)
    expect(await byHand(people.lead, true)).toBe(true)
    expect(await versionOf()).toBe(version)
  })

  it('is not one of another variant, and a case that is over keeps its own', async () => {
    const { lead } = await cast()
    const own = version
    version = await publishVersion(await makeTeam({ lead: ops }), {})
    expect(await byHand(lead, true)).toBe(false)
    version = own
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [made.caseId])
    expect(await byHand(lead, true)).toBe(false)
  })

  it('says its moves, never rewritten, to the owner and who leads; others read the version alone', async () => {
    const people = await cast()
    await byHand(people.lead, true)
    const rows = (actor: Actor) =>
      asActor(actor, (tx) => tx.caseVariantMove.count({ where: { caseId: made.caseId } }))
    expect(await each(people, rows)).toEqual({
      lead: 1,
      leader: 1,
      worker: 1,
      assistant: 1,
      teacher: 0,
      head: 0,
      otherLead: 0,
      officer: 0,
    })
    const view = await readCaseVariant.execute(people.teacher, { caseId: made.caseId })
    expect([view.current.id, view.moves]).toEqual([version, []])
    const rewritten = asActor(people.lead, (tx) =>
      tx.caseVariantMove.updateMany({ where: { caseId: made.caseId }, data: { reason: 'inny' } }),
    )
    expect(await rewritten).toEqual({ count: 0 })
    const removed = asActor(people.lead, (tx) =>
      tx.caseVariantMove.deleteMany({ where: { caseId: made.caseId } }),
    )
    await expect(removed).rejects.toThrow()
  })

  it('of a restricted case is read and moved by the named people alone', async () => {
    const people = await cast()
    await byHand(people.lead, true)
    const restriction = crypto.randomUUID()
    const of = { case_id: made.caseId, team_id: team }
    await insert('case_restriction', {
      id: restriction,
      ...of,
      owner_institution_id: ops,
      reason: 'Rodzina pracownicy',
      recorded_by_id: people.leader.userId,
    })
    await insert('case_restriction_person', {
      restriction_id: restriction,
      ...of,
      user_id: people.leader.userId,
    })
    const read = (actor: Actor) => refusal(readCaseVariant.execute(actor, { caseId: made.caseId }))
    const { lead, leader, worker } = people
    expect(await each({ lead, leader, worker }, read)).toEqual({
      lead: 'notFound notFound',
      leader: 'allowed',
      worker: 'notFound notFound',
    })
    const rows = (actor: Actor) =>
      asActor(actor, (tx) => tx.caseVariantMove.count({ where: { caseId: made.caseId } }))
    expect(await each({ lead, leader, worker }, rows)).toEqual({ lead: 0, leader: 1, worker: 0 })
  })

  it('leaves nothing of its moves when the case is destroyed', async () => {
    const { lead } = await cast()
    await byHand(lead, true)
    await asOwner().query(`update family_case set status = 'erased' where id = $1`, [made.caseId])
    const { rows } = await asOwner().query('select from case_variant_move where case_id = $1', [made.caseId])
    expect(rows).toEqual([])
  })
})
