import { describe, expect, it } from 'vitest'
import { type CaseRow, listCases } from '@/lib/cases'
import { readCase } from '@/lib/cases/read'
import type { Actor } from '@/lib/policy/actor'
import { makeLine, makePlan } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  approve,
  coordinator,
  leader,
  line,
  made,
  school,
  setGoal,
  sign,
  submit,
  team,
  teamCoordinator,
  useScene,
} from '@/tests/support/scenes/plans'
import { insert } from '@/tests/support/world'

useScene()

const row = async (actor: Actor): Promise<CaseRow | undefined> =>
  (await listCases.execute(actor, { stage: 'all', order: 'changed' })).rows.find((r) => r.id === made.caseId)

/** For whom the next thing of the case is: family coordinator, coordinator of the team, leader. */
const turn = async () => {
  const rows = [await row(coordinator), await row(teamCoordinator), await row(leader)]
  return rows.map((r) => r?.waitsForMe)
}

const at = (status: string) =>
  asOwner().query('update family_case set status = $2 where id = $1', [made.caseId, status])

describe('the list of cases says whose turn it is', () => {
  it('from planning to the approval of the plan', async () => {
    expect(await turn()).toEqual([true, false, false])
    await setGoal()
    const lineId = await line()
    await submit()
    // the institution is asked: nobody of ours
    expect(await turn()).toEqual([false, false, false])
    await accept(lineId)
    expect(await turn()).toEqual([true, false, false])
    await sign()
    expect(await turn()).toEqual([false, true, false])
    await approve()
    // work goes on: it waits for the services
    expect(await turn()).toEqual([false, false, false])
  })

  it('at the beginning and at the end', async () => {
    await at('submitted')
    expect(await turn()).toEqual([false, true, false])
    await at('screening')
    expect(await turn()).toEqual([false, true, false])
    await insert('case_proposal', {
      case_id: made.caseId,
      team_id: team,
      kind: 'qualify',
      note: 'tak',
      proposed_by_id: teamCoordinator.userId,
    })
    expect(await turn()).toEqual([false, false, true])
    await at('evaluation')
    expect(await turn()).toEqual([true, false, false])
    await insert('evaluation', {
      case_id: made.caseId,
      team_id: team,
      owner_institution_id: made.owner,
      held_on: '2026-11-20',
      outcome_key: 'cel_osiagniety',
      summary: 'dobrze',
      recorded_by_id: coordinator.userId,
    })
    await insert('closing_talk', {
      case_id: made.caseId,
      team_id: team,
      owner_institution_id: made.owner,
      held_on: '2026-11-20',
      recorded_by_id: coordinator.userId,
    })
    expect(await turn()).toEqual([false, false, true])
  })
})

describe('the list of cases says what is late', () => {
  it('answers past their date', async () => {
    for (const answerDueOn of ['2026-11-20', '2026-11-30'])
      await makeLine(made, { provider: school, createdBy: coordinator.userId, answerDueOn })
    expect(await row(coordinator)).toMatchObject({
      waitingAnswers: 2,
      lateAnswers: 1,
      asked: { institution: 'SP Trzciana', on: '2026-11-20', dueOn: '2026-11-20' },
    })
  })

  it('a plan near its end, and a look at the work that is due', async () => {
    await at('inProgress')
    const plan = await makePlan(made, [])
    const end = (on: string) => asOwner().query('update plan set ends_on = $2 where id = $1', [plan, on])
    await end('2026-12-24')
    expect(await row(coordinator)).toMatchObject({ renewBy: null, monitorDue: null, reviewNow: null })
    await end('2026-12-23')
    await insert('monitoring_card', {
      case_id: made.caseId,
      team_id: team,
      owner_institution_id: made.owner,
      held_on: '2026-09-20',
      next_on: '2026-11-20',
      summary: 'spotkanie',
      recorded_by_id: coordinator.userId,
    })
    expect(await row(coordinator)).toMatchObject({ renewBy: '2026-12-23', monitorDue: '2026-11-20' })
    const { next } = await readCase.execute(coordinator, { caseId: made.caseId })
    expect(next).toMatchObject({ renewBy: '2026-12-23', monitorOn: '2026-11-20' })
  })
})

describe('what the planning stage lacks', () => {
  const missing = async () => (await readCase.execute(coordinator, { caseId: made.caseId })).next.missing

  it('is on the case page what the plan page asks for', async () => {
    expect(await missing()).toEqual(['goals'])
    await setGoal()
    expect(await missing()).toEqual(['lines'])
    const first = await line()
    expect(await missing()).toEqual([])
    const measure = (indicator: string | null) =>
      asOwner().query('update goal set indicator = $2 where case_id = $1', [made.caseId, indicator])
    await measure(null)
    expect(await missing()).toEqual(['measures'])
    await measure('ocena z polskiego')
    const second = await line()
    expect(await missing()).toEqual(['duplicates'])
    await asOwner().query(`update basket_line set duplicate_reason = 'dwa przedmioty' where id = $1`, [
      second,
    ])
    expect(await missing()).toEqual([])
    await asOwner().query('delete from line_beneficiary where line_id = $1', [first])
    expect(await missing()).toEqual(['beneficiary'])
    await asOwner().query(`update basket_line set status = 'notDelivered' where case_id = $1`, [made.caseId])
    expect(await missing()).toEqual(['lines'])
  })

  it('holds drafts that no consent and no agreement carries', async () => {
    await setGoal()
    await line()
    await asOwner().query(`update consent set status = 'withdrawn' where case_id = $1`, [made.caseId])
    expect(await missing()).toEqual(['held'])
  })
})
