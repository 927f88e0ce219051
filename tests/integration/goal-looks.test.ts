import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { recordDelivery } from '@/lib/baskets'
import {
  changePlan,
  correctLook,
  dropGoal,
  editGoal,
  finishGoal,
  noteLook,
  planSheet,
  readEnding,
  readGoal,
  readPlan,
  resumeGoal,
} from '@/lib/plans'
import type { Actor } from '@/lib/policy/actor'
import { readHistory } from '@/lib/story'
import { asOwner } from '@/tests/support/database'
import {
  coordinator,
  goal,
  head,
  inForce,
  leader,
  made,
  now,
  ops,
  setGoal,
  submit,
  teamCoordinator,
  useScene,
} from '@/tests/support/scenes/plans'
import { makeActor } from '@/tests/support/world'

useScene()

const plan = (actor: Actor = coordinator) => readPlan.execute(actor, { caseId: made.caseId })
const firstGoal = async () => (await plan()).goals[0]

const seen = {
  lookedOn: '20.11.2026',
  value: '2,5',
  level: '-1',
  familyLevel: '0',
  note: 'Czyta krótkie teksty.',
} as const
const look = <F extends object>(fields?: F) => ({ ...seen, ...fields })

describe('what a goal came to', () => {
  it('is noted with day and name, by the team and by the family, and stands apart from what was done', async () => {
    const lineId = await inForce()
    const goalId = (await firstGoal())?.id ?? ''
    await asOwner().query(
      `update basket_line set status = 'inProgress', starts_on = '2026-11-01' where id = $1`,
      [lineId],
    )
    await recordDelivery.execute(head, {
      lineId,
      requestKey: randomUUID(),
      deliveredOn: '23.11.2026',
      quantity: '3',
      note: '',
    })
    const before = await readGoal.execute(coordinator, { goalId })
    // three hours were given: that says nothing about the goal
    expect(before).toMatchObject({ attainment: null, looks: [], lines: [{ id: lineId, delivered: 300 }] })

    await noteLook.execute(coordinator, { goalId, ...look() })
    const assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
    await noteLook.execute(assistant, {
      goalId,
      ...look({ lookedOn: '23.11.2026', value: '', level: '', familyLevel: '1', note: '' }),
    })
    const after = await readGoal.execute(coordinator, { goalId })
    expect(after.looks).toMatchObject([
      { lookedOn: '2026-11-23', value: null, level: null, familyLevel: 1, final: false },
      { lookedOn: '2026-11-20', value: '2,5', level: -1, familyLevel: 0, note: 'Czyta krótkie teksty.' },
    ])
    expect(after.looks.every(({ by }) => (by ?? '').length > 3)).toBe(true)
    expect(after.lines).toMatchObject([{ delivered: 300 }])
    const { events } = await readHistory.execute(coordinator, {
      caseId: made.caseId,
      part: 'plan',
      personId: null,
      institutionId: null,
      category: null,
      cursor: '',
      whole: false,
    })
    expect(events.map((e) => e.what).filter((w) => w.kind === 'goalLook')).toMatchObject([
      { goalId, goal: 'Staś czyta ze zrozumieniem', level: null, final: false },
      { goalId, level: -1 },
    ])
    const ending = await readEnding.execute(coordinator, { caseId: made.caseId })
    expect(ending.goals).toMatchObject([{ look: { lookedOn: '2026-11-23', familyLevel: 1 } }])
  })

  it.each([
    [{ value: '', level: '', familyLevel: '' }, { level: 'lookEmpty' }],
    [{ lookedOn: '24.11.2026' }, { lookedOn: 'dateFuture' }],
    [{ level: '3' }, { level: 'choose' }],
  ])('refuses %o', async (fields, errors) => {
    await inForce()
    const goalId = (await firstGoal())?.id ?? ''
    await expect(noteLook.execute(coordinator, { goalId, ...look(fields) })).rejects.toMatchObject({
      fields: errors,
    })
  })

  it('is mended with both texts shown; a reader notes nothing, a stranger sees nothing', async () => {
    await inForce()
    const goalId = (await firstGoal())?.id ?? ''
    await noteLook.execute(coordinator, { goalId, ...look() })
    const lookId = (await firstGoal())?.looks[0]?.id ?? ''
    await correctLook.execute(coordinator, { lookId, version: 1, ...look({ value: '3' }) })
    await expect(
      correctLook.execute(coordinator, { lookId, version: 1, ...look({ value: '4' }) }),
    ).rejects.toMatchObject({ key: 'stale', theirs: { value: '3', version: '2' } })
    for (const actor of [leader, teamCoordinator]) {
      expect(await readGoal.execute(actor, { goalId })).toMatchObject({ may: { look: false, finish: false } })
      await expect(noteLook.execute(actor, { goalId, ...look() })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    await expect(readGoal.execute(head, { goalId })).rejects.toMatchObject({ code: 'notFound' })
    await expect(noteLook.execute(head, { goalId, ...look() })).rejects.toMatchObject({ code: 'notFound' })
    await expect(correctLook.execute(head, { lookId, version: 2, ...look() })).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('ends a goal: it leaves later versions, keeps its result, and may come back', async () => {
    await inForce()
    const goalId = (await firstGoal())?.id ?? ''
    const end = { goalId, version: 1, ...look({ level: '0' as const, familyLevel: '-1' }) }
    await expect(finishGoal.execute(coordinator, { ...end, level: '' as '0' })).rejects.toMatchObject({
      fields: { level: 'choose' },
    })
    const assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
    await expect(finishGoal.execute(assistant, end)).rejects.toMatchObject({ code: 'forbidden' })
    await finishGoal.execute(coordinator, end)
    expect(await firstGoal()).toMatchObject({
      endedOn: '2026-11-20',
      attainment: 'achieved',
      familyAttainment: 'partly',
      looks: [{ final: true, level: 0 }],
    })
    await expect(finishGoal.execute(coordinator, { ...end, version: 2 })).rejects.toMatchObject({
      key: 'plan.goalEnded',
    })
    await expect(noteLook.execute(coordinator, { goalId, ...look() })).rejects.toMatchObject({
      key: 'plan.goalEnded',
    })
    const lookId = (await firstGoal())?.looks[0]?.id ?? ''
    await expect(
      correctLook.execute(coordinator, { lookId, version: 1, ...look({ level: '-2' }) }),
    ).rejects.toMatchObject({ fields: { level: 'lookFinal' } })

    await changePlan.execute(coordinator, { ...(await now()), reason: 'Ten cel jest osiągnięty.' })
    expect((await plan()).missing).toEqual(['goals'])
    await expect(
      editGoal.execute(coordinator, { goalId, version: 2, ...goal({ target: '5' }) }),
    ).rejects.toMatchObject({ key: 'plan.goalEnded' })
    await expect(
      dropGoal.execute(coordinator, { goalId, version: 2, reason: 'pomyłka' }),
    ).rejects.toMatchObject({ key: 'stale' })
    await setGoal()
    const second = (await plan()).goals.find((g) => g.endedOn === null)
    expect(second?.title).toBe('Staś czyta ze zrozumieniem')
    await submit()
    const { goals } = await planSheet.execute(coordinator, { caseId: made.caseId, versionNo: 2 })
    expect(goals.map((g) => g.id)).toEqual([second?.id])
    await expect(resumeGoal.execute(coordinator, { goalId, version: 2 })).rejects.toMatchObject({
      key: 'wrongState',
    })
  })

  it('that was ended by mistake counts again', async () => {
    await inForce()
    const goalId = (await firstGoal())?.id ?? ''
    await finishGoal.execute(coordinator, { goalId, version: 1, ...look({ level: '0' as const }) })
    await resumeGoal.execute(coordinator, { goalId, version: 2 })
    expect(await firstGoal()).toMatchObject({
      endedOn: null,
      attainment: null,
      familyAttainment: null,
      looks: [{ final: true }],
    })
    await noteLook.execute(coordinator, { goalId, ...look() })
  })
})
