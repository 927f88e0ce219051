import { beforeAll, describe, expect, it } from 'vitest'
import { freeze } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as programme from '@/lib/programme'
import { asOwner, useDatabase } from '@/tests/support/database'
import { testInstant } from '@/tests/support/day'
import { refusal, refusedFields } from '@/tests/support/refusal'
import { makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let school: string
let team: string
let planner: Actor
let animator: Actor
let colleague: Actor
let farPlanner: Actor
let leader: Actor

beforeAll(async () => {
  freeze(testInstant)
  ops = await makeInstitution()
  school = await makeInstitution({ kind: 'szkola_podstawowa' })
  team = await makeTeam({ lead: ops, members: [school] })
  const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  planner = await makeActor(rops, { role: 'rops_koordynator' })
  animator = await makeActor(rops, { role: 'animator', teamId: team })
  colleague = await makeActor(rops, { role: 'animator' })
  const far = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '2061011' })
  farPlanner = await makeActor(far, { role: 'rops_koordynator' })
  leader = await makeActor(ops, { role: 'lider_gminny', teamId: team })
})

const planOf = async (actor: Actor, gmina: string) => {
  const view = await programme.readGmina.execute(actor, { gmina })
  if (!view.plan) throw new Error(`${gmina} is not in the plan`)
  return view.plan
}
const statesOf = async (gmina: string) =>
  (await programme.readGmina.execute(planner, { gmina })).stages.map(
    ({ key, state }) => `${key} ${state.kind}`,
  )
const noDays = {
  talkPlannedOn: '',
  talkDoneOn: '',
  presentationPlannedOn: '',
  presentationDoneOn: '',
  agreementPlannedOn: '',
  familyPlannedOn: '',
  steadyPlannedOn: '',
}

describe('the plan of a region', () => {
  it('takes gminas in with an animator and a day, tells the animator, and is read by its ROPS alone', async () => {
    await programme.planGminas.execute(planner, {
      gminas: ['1816122', '1816063'],
      animatorId: animator.userId,
      agreementPlannedOn: '31.01.2027',
    })
    const { rows } = await asOwner().query('select kind from notification where user_id = $1', [
      animator.userId,
    ])
    expect(rows).toEqual([{ kind: 'programme.assigned' }])
    const mine = await programme.listProgramme.execute(animator, { filter: 'moje' })
    expect(mine.rows.map((row) => row.name).sort()).toEqual(['Głogów Małopolski', 'Świlcza'])
    expect(mine.mayPlan).toBe(false)
    expect((await programme.listProgramme.execute(farPlanner, {})).rows).toEqual([])
    expect(await refusal(programme.readGmina.execute(farPlanner, { gmina: '1816122' }))).toBe(
      'notFound notFound',
    )
    expect(await refusal(programme.readGmina.execute(leader, { gmina: '1816122' }))).toBe('notFound notFound')
    expect(await asActor(leader, (tx) => tx.gminaPlan.count())).toBe(0)
    expect(await refusedFields(programme.planGminas.execute(planner, { gminas: ['2013082'] }))).toEqual({
      gminas: 'choose',
    })
    expect(
      await refusedFields(
        programme.planGminas.execute(planner, { gminas: ['1816072'], animatorId: leader.userId }),
      ),
    ).toEqual({ animatorId: 'choose' })
  })

  it('an animator keeps the days of the own gminas, and of no other; who animates says the coordinator', async () => {
    const plan = await planOf(animator, '1816063')
    const days = { ...noDays, planId: plan.id, version: plan.version, talkPlannedOn: '10.11.2026' }
    expect(await refusal(programme.keepStages.execute(colleague, days))).toBe('forbidden forbidden')
    await programme.keepStages.execute(animator, days)
    expect(await refusal(programme.keepStages.execute(animator, days))).toBe('conflict stale')
    const move = { planId: plan.id, version: plan.version + 1, animatorId: colleague.userId }
    expect(await refusal(programme.assignAnimator.execute(animator, move))).toBe('forbidden forbidden')
    const past = asActor(animator, (tx) =>
      tx.gminaPlan.updateMany({ where: { id: plan.id }, data: { animatorId: colleague.userId } }),
    )
    await expect(past).rejects.toThrow()
    expect(
      await asActor(colleague, (tx) =>
        tx.gminaPlan.updateMany({ where: { id: plan.id }, data: { talkDoneOn: new Date('2026-11-20') } }),
      ),
    ).toEqual({ count: 0 })
  })

  it('a stage is late the day after it was planned for, until it or a later one takes place', async () => {
    expect(await statesOf('1816063')).toEqual([
      'talk late',
      'presentation open',
      'agreement open',
      'family open',
      'steady open',
    ])
    const late = await programme.listProgramme.execute(planner, {})
    expect(late.rows[0]?.name).toBe('Głogów Małopolski')
    expect(late.rows[0]?.late).toBe(14)
    const plan = await planOf(animator, '1816063')
    const keep = { ...noDays, planId: plan.id, version: plan.version, talkPlannedOn: '10.11.2026' }
    expect(
      await refusedFields(programme.keepStages.execute(animator, { ...keep, talkDoneOn: '25.11.2026' })),
    ).toEqual({ talkDoneOn: 'dateFuture' })
    expect(
      await refusedFields(
        programme.keepStages.execute(animator, { ...keep, presentationPlannedOn: '01.11.2026' }),
      ),
    ).toEqual({ talkPlannedOn: 'programme.order' })
    await programme.keepStages.execute(animator, { ...keep, presentationDoneOn: '20.11.2026' })
    expect((await statesOf('1816063')).slice(0, 2)).toEqual(['talk passed', 'presentation done'])
  })

  it('agreement, first family and steady work are recognised: the last signature, the month of consent, six months', async () => {
    await asOwner().query(`update team set activated_on = '2026-01-20' where id = $1`, [team])
    await asOwner().query(`update team_member set signed_on = '2026-01-12' where team_id = $1`, [team])
    await asOwner().query(
      `update team_member set signed_on = '2026-01-15' where team_id = $1 and institution_id = $2`,
      [team, school],
    )
    expect((await statesOf('1816122')).slice(2)).toEqual(['agreement done', 'family open', 'steady open'])
    const made = await makeCase({ teamId: team, owner: ops, status: 'inProgress' })
    await asOwner().query(`update family_case set consent_on = '2026-06-17' where id = $1`, [made.caseId])
    const view = await programme.readGmina.execute(planner, { gmina: '1816122' })
    expect(view.dates.agreement.done).toBe('2026-01-15')
    // the month alone: a day would tell of one family
    expect(view.dates.family.done).toBe('2026-06-01')
    expect(view.dates.steady.done).toBe(null)
    await asOwner().query(`update family_case set consent_on = '2026-05-17' where id = $1`, [made.caseId])
    const later = await programme.readGmina.execute(planner, { gmina: '1816122' })
    expect(later.dates.steady.done).toBe('2026-11-01')
    expect(later.standsAt).toBe('steady')
  })

  it('a gmina leaves the plan with a reason and comes back with what was noted', async () => {
    await programme.planGminas.execute(planner, { gminas: ['1816072'] })
    const plan = await planOf(planner, '1816072')
    await programme.dropGmina.execute(planner, {
      planId: plan.id,
      version: plan.version,
      reason: 'Gmina prosi o rok zwłoki.',
    })
    const out = await programme.readGmina.execute(planner, { gmina: '1816072' })
    expect([out.plan, out.droppedReason]).toEqual([null, 'Gmina prosi o rok zwłoki.'])
    await programme.planGminas.execute(planner, { gminas: ['1816072'] })
    expect((await planOf(planner, '1816072')).id).toBe(plan.id)
  })
})

describe('notes of visits', () => {
  const note = { kind: 'visit', heldOn: '20.11.2026', whomWith: 'kierownik GOPS', shared: false } as const

  it('are read by the coordinator and who animates, by the leaders when shared, and corrected by the author alone', async () => {
    const plan = await planOf(animator, '1816122')
    const write = { planId: plan.id, ...note, body: 'Rozmowa o zastępstwach.' }
    expect(await refusal(programme.noteVisit.execute(colleague, write))).toBe('forbidden forbidden')
    const { visitId } = await programme.noteVisit.execute(animator, write)
    const bodies = async (actor: Actor) =>
      (await asActor(actor, (tx) => tx.programmeVisit.findMany())).map((v) => v.body)
    expect(await bodies(planner)).toEqual(['Rozmowa o zastępstwach.'])
    for (const actor of [colleague, farPlanner, leader]) expect(await bodies(actor)).toEqual([])
    const correct = { visitId, version: 1, ...note, body: 'Rozmowa o zastępstwach i dyżurach.', shared: true }
    expect(await refusal(programme.correctVisit.execute(planner, correct))).toBe('forbidden forbidden')
    expect(await refusal(programme.correctVisit.execute(leader, correct))).toBe('notFound notFound')
    await programme.correctVisit.execute(animator, correct)
    const [shown] = await programme.sharedVisits.execute(leader, { teamId: team })
    expect(shown?.body).toBe('Rozmowa o zastępstwach i dyżurach.')
    expect(shown?.author).toBe(`Anna ${animator.familyName}`)
    expect(shown?.correctedAt).not.toBe(null)
    const radny = await makeActor(ops, { role: 'radny' })
    expect(await bodies(radny)).toEqual([])
    const { rows } = await asOwner().query('select kind from notification where user_id = $1', [
      leader.userId,
    ])
    expect(rows).toEqual([{ kind: 'programme.noteShared' }])
  })

  it('a day ahead is a plan: told later, or called off; nothing is shared before there is a team', async () => {
    const plan = await planOf(animator, '1816063')
    const ahead = { planId: plan.id, ...note, heldOn: '05.12.2026' }
    expect(await refusedFields(programme.noteVisit.execute(animator, { ...ahead, body: 'Było' }))).toEqual({
      body: 'programme.ahead',
    })
    const { visitId } = await programme.noteVisit.execute(animator, { ...ahead, body: '' })
    expect(
      await refusedFields(
        programme.correctVisit.execute(animator, {
          visitId,
          version: 1,
          ...note,
          body: 'Było',
          shared: true,
        }),
      ),
    ).toEqual({ shared: 'programme.noTeamYet' })
    await programme.cancelVisit.execute(animator, { visitId, version: 1 })
    const { visits } = await programme.readGmina.execute(animator, { gmina: '1816063' })
    expect(visits).toEqual([])
  })

  it('an animator who no longer animates the gmina still reads the own notes, and nothing else of it', async () => {
    const plan = await planOf(planner, '1816122')
    await programme.assignAnimator.execute(planner, {
      planId: plan.id,
      version: plan.version,
      animatorId: colleague.userId,
    })
    await programme.noteVisit.execute(colleague, { planId: plan.id, ...note, body: 'Po zmianie.' })
    expect(
      (await programme.readGmina.execute(animator, { gmina: '1816122' })).visits.map((v) => v.body),
    ).toEqual(['Rozmowa o zastępstwach i dyżurach.'])
  })
})
