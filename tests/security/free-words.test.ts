import { beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
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

type Made = Awaited<ReturnType<typeof makeCase>>

let made: Made
let ops: string
let school: string
let pcpr: string

/** What was written in free words about the family, as far as this person's rows go. */
const seen = (actor: Actor) =>
  asActor(actor, async (tx) => {
    const where = { caseId: made.caseId }
    const cards = await tx.monitoringCard.findMany({ where, orderBy: { category: 'asc' } })
    return {
      plan: await tx.plan.count({ where }),
      looks: cards.map((c) => c.category),
      evaluation: await tx.evaluation.count({ where }),
      talks: await tx.closingTalk.count({ where }),
      reasons: await tx.planReason.count({ where }),
      steps: await tx.caseTransition.count({ where }),
      words: await tx.stepNote.count({ where }),
      proposals: await tx.caseProposal.count({ where }),
    }
  })

beforeAll(async () => {
  ops = await makeInstitution()
  school = await makeInstitution({ kind: 'szkola_podstawowa' })
  pcpr = await makeInstitution({ kind: 'pcpr' })
  const team = await makeTeam({ lead: ops, members: [school, pcpr] })
  made = await makeCase({ teamId: team, owner: ops, status: 'evaluation' })
  const child = await makePerson(made)
  for (const institution of [school, pcpr]) await joinCase(made, institution)
  await consent(made, child, school, ['PODSTAWOWE', 'EDUKACJA'])
  await consent(made, child, pcpr, ['PODSTAWOWE'])
  const owned = { case_id: made.caseId, team_id: team, owner_institution_id: ops }
  const plan = crypto.randomUUID()
  await insert('plan', { id: plan, ...owned, version_no: 1, status: 'inForce' })
  await insert('plan_reason', { plan_id: plan, ...owned, change_reason: 'matka leczy się' })
  const step = crypto.randomUUID()
  await insert('case_transition', {
    id: step,
    case_id: made.caseId,
    team_id: team,
    to_status: 'suspended',
    actor_id: child,
    institution_id: ops,
  })
  await insert('step_note', {
    transition_id: step,
    case_id: made.caseId,
    team_id: team,
    note: 'matka jest w szpitalu',
  })
  await insert('case_proposal', {
    case_id: made.caseId,
    team_id: team,
    kind: 'qualify',
    note: 'matka się leczy',
    proposed_by_id: child,
  })
  for (const category of ['EDUKACJA', 'RELACJE', 'ZDROWIE'])
    await insert('monitoring_card', {
      ...owned,
      category,
      held_on: '2026-11-01',
      summary: 'spotkanie',
      recorded_by_id: child,
    })
  await insert('evaluation', {
    ...owned,
    category: 'ZDROWIE',
    held_on: '2026-11-20',
    outcome_key: 'cel_osiagniety',
    summary: 'matka leczy się',
    recorded_by_id: child,
  })
  await insert('closing_talk', {
    ...owned,
    category: 'ZDROWIE',
    held_on: '2026-11-20',
    helped: 'że matka się leczy',
    recorded_by_id: child,
  })
})

/** The steps are known to all, the words about them to the owner's people. */
const silent = { reasons: 0, steps: 1, words: 0, proposals: 0 }
const told = { reasons: 1, steps: 1, words: 1, proposals: 1 }

describe('what is written in free words', () => {
  it('is read by another institution as far as the family opened its category', async () => {
    const specialist = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
    expect(await seen(specialist)).toEqual({
      plan: 1,
      looks: ['EDUKACJA'],
      evaluation: 0,
      talks: 0,
      ...silent,
    })
  })

  it('is closed to an institution with the basic data alone', async () => {
    const director = await makeActor(pcpr, { role: 'lider_powiatowy' })
    expect(await seen(director)).toEqual({ plan: 1, looks: [], evaluation: 0, talks: 0, ...silent })
  })

  it('is open to the family coordinator, and but for guarded looks to who answers for the case', async () => {
    const coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
    expect(await seen(coordinator)).toEqual({
      plan: 1,
      looks: ['EDUKACJA', 'RELACJE', 'ZDROWIE'],
      evaluation: 1,
      talks: 1,
      ...told,
    })
    for (const role of ['lider_gminny', 'audytor'] as const)
      expect([role, await seen(await makeActor(ops, { role }))]).toEqual([
        role,
        { plan: 1, looks: ['EDUKACJA', 'RELACJE'], evaluation: 1, talks: 1, ...told },
      ])
  })

  it('of the owner’s assistant reaches the plan and ordinary looks, not the guarded evaluation', async () => {
    const assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
    expect(await seen(assistant)).toEqual({
      plan: 1,
      looks: ['EDUKACJA', 'RELACJE'],
      evaluation: 0,
      talks: 0,
      ...told,
    })
  })

  it('is not rewritten by who may not read it', async () => {
    const assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
    const changed = await asActor(assistant, (tx) =>
      tx.monitoringCard.updateMany({ where: { caseId: made.caseId }, data: { summary: 'inaczej' } }),
    )
    expect(changed.count).toBe(2)
    await expect(
      asActor(assistant, (tx) =>
        tx.monitoringCard.updateMany({
          where: { caseId: made.caseId, category: 'EDUKACJA' },
          data: { category: 'ZDROWIE' },
        }),
      ),
    ).rejects.toThrow()
  })
})
