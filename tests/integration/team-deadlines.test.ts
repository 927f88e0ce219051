import { describe, expect, it } from 'vitest'
import { readCase, screenCase, suspendCase } from '@/lib/cases'
import { readPlan } from '@/lib/plans'
import { freeze } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { createReferral } from '@/lib/referrals'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { referralSheet } from '@/tests/support/scenes/referral-sheet'
import { makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

const setting = async () => {
  freeze('2026-11-25T10:00:00Z')
  const ops = await makeInstitution()
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  const teamId = await makeTeam({ lead: ops, members: [pcpr] })
  return { ops, pcpr, teamId, leader: await makeActor(ops, { role: 'lider_gminny' }) }
}

const read = (actor: Actor, teamId: string) => teams.readTeam.execute(actor, { teamId })
const own = (view: teams.TeamView) =>
  view.terms.flatMap((t) => (t.own ? [[t.key, t.own.count, t.own.unit]] : []))

describe('deadlines of a team', () => {
  it('are those of the model until the team sets its own, and again when a field is emptied', async () => {
    const { teamId, leader } = await setting()
    const first = await read(leader, teamId)
    expect(own(first)).toEqual([])
    expect(first.terms.find((t) => t.key === 'signatures')?.standard).toEqual({ count: 60, unit: 'calendar' })
    const set = async (terms: Record<string, { count: string; unit: 'calendar' | 'business' }>) =>
      refusal(
        teams.setDeadlines.execute(leader, {
          teamId,
          version: (await read(leader, teamId)).version,
          terms,
        }),
      )
    expect(await set({ screening: { count: '0', unit: 'calendar' } })).toBe(
      'invalid invalid terms.screening.count',
    )
    expect(
      await set({
        screening: { count: '10', unit: 'business' },
        diagnosis: { count: '30', unit: 'calendar' },
        lineAnswer: { count: '5', unit: 'business' },
      }),
    ).toBe('allowed')
    expect(own(await read(leader, teamId))).toEqual([
      ['screening', 10, 'business'],
      ['lineAnswer', 5, 'business'],
    ])
    expect(await set({ screening: { count: '', unit: 'business' } })).toBe('allowed')
    expect(own(await read(leader, teamId))).toEqual([['lineAnswer', 5, 'business']])
  })

  it('hold for the next step of a case', async () => {
    const { ops, teamId, leader } = await setting()
    const { version } = await read(leader, teamId)
    await teams.setDeadlines.execute(leader, {
      teamId,
      version,
      terms: { screening: { count: '3', unit: 'business' } },
    })
    const made = await makeCase({ teamId, owner: ops, status: 'submitted' })
    const coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
    await asOwner().query(
      `insert into duplicate_check (case_id, team_id, actor_id, institution_id, reason) values ($1, $2, $3, $4, 'x')`,
      [made.caseId, teamId, coordinator.userId, ops],
    )
    await screenCase.execute(coordinator, { caseId: made.caseId, version: 1 })
    const { rows } = await asOwner().query(`select due_on::text as due from family_case where id = $1`, [
      made.caseId,
    ])
    // Wednesday 25 November and three working days
    expect(rows).toEqual([{ due: '2026-11-30' }])
  })

  it('hold for the longest plan and the longest pause', async () => {
    const { ops, teamId, leader } = await setting()
    const set = async (terms: Parameters<typeof teams.setDeadlines.execute>[1]['terms']) =>
      refusal(
        teams.setDeadlines.execute(leader, {
          teamId,
          version: (await read(leader, teamId)).version,
          terms,
        }),
      )
    expect(await set({ planLength: { count: '18', unit: 'calendar' } })).toBe(
      'invalid invalid terms.planLength.unit',
    )
    expect(await set({ suspension: { count: '2', unit: 'month' } })).toBe(
      'invalid invalid terms.suspension.unit',
    )
    expect(await set({ planLength: { count: '37', unit: 'month' } })).toBe(
      'invalid invalid terms.planLength.count',
    )
    expect(
      await set({
        planLength: { count: '18', unit: 'month' },
        suspension: { count: '30', unit: 'calendar' },
      }),
    ).toBe('allowed')
    expect(own(await read(leader, teamId))).toEqual([
      ['planLength', 18, 'month'],
      ['suspension', 30, 'calendar'],
    ])

    const made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
    const { caseId } = made
    const coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
    const worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId })
    const plan = await readPlan.execute(worker, { caseId })
    expect([plan.longest, plan.suggested.endsOn]).toEqual([18, '2028-05-24'])
    // thirty days after 25 November is Christmas: a limit is not moved to the next working day
    expect((await readCase.execute(coordinator, { caseId })).lastReview).toBe('2026-12-25')
    const suspend = (reviewOn: string) =>
      suspendCase.execute(coordinator, { caseId, version: 1, note: 'Wyjazd', reviewOn })
    await expect(suspend('26.12.2026')).rejects.toMatchObject({
      fields: { reviewOn: 'reviewUntil:2026-12-25' },
    })
    await suspend('25.12.2026')
  })

  it('hold for a referral, whoever sends it', async () => {
    const { ops, pcpr, teamId, leader } = await setting()
    await makeActor(ops, { role: 'koordynator_zespolu', teamId })
    const { version } = await read(leader, teamId)
    await teams.setDeadlines.execute(leader, {
      teamId,
      version,
      terms: { submitted: { count: '1', unit: 'business' } },
    })
    const worker = await makeActor(pcpr, { role: 'wykonawca' })
    const { caseId } = await createReferral.execute(worker, referralSheet(teamId) as never)
    const { rows } = await asOwner().query(`select due_on::text as due from family_case where id = $1`, [
      caseId,
    ])
    expect(rows).toEqual([{ due: '2026-11-26' }])
  })

  it('are set by the leader of the gmina and the coordinator, and by nobody else', async () => {
    const { ops, pcpr, teamId } = await setting()
    const coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
    const powiat = await makeActor(pcpr, { role: 'lider_powiatowy' })
    const attempt = async (actor: Actor) =>
      refusal(
        teams.setDeadlines.execute(actor, {
          teamId,
          version: (await read(actor, teamId)).version,
          terms: { evaluation: { count: '20', unit: 'calendar' } },
        }),
      )
    expect(await attempt(powiat)).toBe('forbidden forbidden')
    expect(await attempt(coordinator)).toBe('allowed')
    const reader = await makeActor(pcpr, { role: 'decydent' })
    const byHand = asActor(reader, (tx) =>
      tx.teamDeadline.createMany({ data: [{ teamId, key: 'screening', count: 1, unit: 'calendar' }] }),
    )
    await expect(byHand).rejects.toThrow()
  })

  it('say until when signatures are awaited', async () => {
    const { teamId, leader } = await setting()
    await asOwner().query(
      `update team set status = 'agreement', agreement_sent_at = '2026-09-01T10:00:00Z' where id = $1`,
      [teamId],
    )
    // sixty days after 1 September end on Saturday, 31 October; 1 November is a Sunday and a holiday
    expect((await read(leader, teamId)).agreement.signaturesDue).toEqual({ on: '2026-11-02', late: true })
  })
})
