import { beforeEach, describe, expect, it } from 'vitest'
import { answerLine } from '@/lib/baskets'
import { passDeadlines } from '@/lib/cases/deadlines'
import type { Actor } from '@/lib/policy/actor'
import { makeLine, makePlan } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  approve,
  coordinator,
  head,
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
import { insert, makeActor } from '@/tests/support/world'

useScene()

/** Days from today by the database's own clock. */
const day = async (offset: number): Promise<string> => {
  const { rows } = await asOwner().query<{ day: string }>('select (app.today() + $1::int)::text as day', [
    offset,
  ])
  return rows[0]?.day ?? ''
}

/** What this person was told since the test began. */
const told = async (actor: Actor): Promise<string[]> => {
  const { rows } = await asOwner().query<{ kind: string }>(
    'select kind from notification where user_id = $1 order by kind',
    [actor.userId],
  )
  return rows.map((r) => r.kind)
}

beforeEach(async () => {
  await asOwner().query('delete from notification')
  await asOwner().query(`update basket_line set status = 'cancelled'`)
  await asOwner().query(`update plan set status = 'superseded'`)
  await asOwner().query('update monitoring_card set next_on = null')
})

describe('an answer that is overdue', () => {
  const asked = async (dueOn: string) => {
    const teacher = await makeActor(school, { role: 'wykonawca' })
    const lineId = await makeLine(made, {
      provider: school,
      createdBy: coordinator.userId,
      responsible: teacher.userId,
      answerDueOn: dueOn,
    })
    return { teacher, lineId }
  }

  it('goes to who decides for the institution and to who waits, once', async () => {
    const { teacher } = await asked(await day(-1))
    expect(await passDeadlines()).toBe(3)
    expect(await passDeadlines()).toBe(0)
    expect([await told(head), await told(teacher), await told(coordinator), await told(leader)]).toEqual([
      ['line.overdueHere'],
      ['line.overdueHere'],
      ['line.overdue'],
      [],
    ])
  })

  it('a week later goes to the leader', async () => {
    await asked(await day(-8))
    await passDeadlines()
    expect([await told(head), await told(leader)]).toEqual([['line.overdueHere'], ['line.overdueLeader']])
  })

  it('is not overdue on its last day, nor when it was given or the case is over', async () => {
    await asked(await day(0))
    const answered = await asked(await day(-3))
    await asOwner().query(`update basket_line set status = 'accepted' where id = $1`, [answered.lineId])
    expect(await passDeadlines()).toBe(0)
    await asked(await day(-3))
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [made.caseId])
    expect(await passDeadlines()).toBe(0)
  })

  it('asked anew with a new date begins from the first level', async () => {
    const { lineId } = await asked(await day(-9))
    await passDeadlines()
    await asOwner().query('delete from notification')
    await asOwner().query('update basket_line set answer_due_on = app.today() - 2 where id = $1', [lineId])
    await passDeadlines()
    expect([await told(head), await told(leader)]).toEqual([['line.overdueHere'], []])
  })
})

describe('the end of a plan', () => {
  const ends = async (offset: number) => {
    const plan = await makePlan(made, [])
    await asOwner().query(`update family_case set status = 'inProgress' where id = $1`, [made.caseId])
    await asOwner().query('update plan set ends_on = app.today() + $2::int where id = $1', [plan, offset])
  }

  it('is told thirty days before, and once more when it has passed', async () => {
    await ends(31)
    expect(await passDeadlines()).toBe(0)
    await asOwner().query('update plan set ends_on = ends_on - 1 where case_id = $1', [made.caseId])
    expect(await passDeadlines()).toBe(2)
    expect(await passDeadlines()).toBe(0)
    await asOwner().query('update plan set ends_on = app.today() - 1 where case_id = $1', [made.caseId])
    await passDeadlines()
    expect([await told(coordinator), await told(teamCoordinator), await told(leader)]).toEqual([
      ['plan.ended', 'plan.endsSoon'],
      ['plan.ended', 'plan.endsSoon'],
      [],
    ])
  })
})

describe('the next look at the work', () => {
  const look = (heldOn: string, nextOn: string) =>
    insert('monitoring_card', {
      case_id: made.caseId,
      team_id: team,
      owner_institution_id: made.owner,
      held_on: heldOn,
      next_on: nextOn,
      summary: 'spotkanie',
      recorded_by_id: coordinator.userId,
    })

  it('is told when its week begins, unless there was one meanwhile', async () => {
    await look(await day(-60), await day(-2))
    await look(await day(-10), await day(7))
    expect(await passDeadlines()).toBe(0)
    await asOwner().query('update monitoring_card set next_on = app.today() where held_on = app.today() - 10')
    expect(await passDeadlines()).toBe(1)
    expect(await told(coordinator)).toEqual(['case.monitoringDue'])
  })
})

describe('who is waiting for me', () => {
  it('a plan is told when it is submitted, when it lacks the approval alone, and when it is approved', async () => {
    await setGoal()
    const lineId = await line()
    await submit()
    expect(await told(teamCoordinator)).toEqual(['plan.submitted'])
    await sign()
    expect(await told(teamCoordinator)).toEqual(['plan.submitted'])
    await accept(lineId)
    expect(await told(teamCoordinator)).toEqual(['plan.ready', 'plan.submitted'])
    await approve()
    expect(await told(coordinator)).toEqual(['line.answered', 'plan.inForce'])
  })

  it('a plan that came back by itself says so', async () => {
    await setGoal()
    const lineId = await line()
    await submit()
    await answerLine.execute(head, {
      lineId,
      version: 2,
      answer: 'decline',
      reasonKey: 'brak_miejsc',
      note: '',
    })
    expect(await told(coordinator)).toEqual(['line.declined', 'plan.returned'])
    expect(await told(teamCoordinator)).toEqual(['plan.returned', 'plan.submitted'])
  })
})
