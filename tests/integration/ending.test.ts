import { describe, expect, it } from 'vitest'
import { finishLine } from '@/lib/baskets'
import {
  closeCase,
  readEnding,
  readPlan,
  recordEvaluation,
  recordMonitoring,
  reopenCase,
  startEvaluation,
} from '@/lib/plans'
import { lineRow, makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  caseRow,
  coordinator,
  head,
  inForce,
  leader,
  made,
  now,
  planRows,
  school,
  useScene,
} from '@/tests/support/scenes/plans'
import { makeActor, makeInstitution } from '@/tests/support/world'

useScene()

describe('the end', () => {
  const evaluation = (fields: object = {}) => ({
    caseId: made.caseId,
    version: 0,
    heldOn: '23.11.2026',
    outcomeKey: 'cel_osiagniety',
    summary: 'Staś czyta.',
    familyVoice: '',
    satisfaction: '5',
    closingTalkOn: '23.11.2026',
    goals: {},
    lines: {},
    ...fields,
  })

  it('rows 12, 13 and 15: lines over, evaluated, closed by the leader, opened again', async () => {
    const lineId = await inForce()
    await recordMonitoring.execute(coordinator, {
      caseId: made.caseId,
      heldOn: '23.11.2026',
      summary: 'Idzie dobrze.',
      nextOn: '23.01.2027',
    })
    const start = async (carry: string | string[]) =>
      startEvaluation.execute(coordinator, { ...(await now()), carry })
    await expect(start([])).rejects.toMatchObject({ key: 'missing.openLines' })
    await asOwner().query(`update basket_line set status = 'inProgress' where id = $1`, [lineId])
    await finishLine.execute(head, { lineId, version: 3, result: 'delivered', note: '' })
    await start([])
    await expect(closeCase.execute(leader, await now())).rejects.toMatchObject({ key: 'missing.evaluation' })
    const { goals } = await readEnding.execute(coordinator, { caseId: made.caseId })
    const goalId = goals[0]?.id ?? ''
    await recordEvaluation.execute(coordinator, evaluation({ closingTalkOn: '' }))
    await expect(closeCase.execute(leader, await now())).rejects.toMatchObject({ key: 'plan.closingTalk' })
    await recordEvaluation.execute(
      coordinator,
      evaluation({ version: 1, goals: { [goalId]: 'achieved' }, lines: { [lineId]: 'partly' } }),
    )
    await expect(closeCase.execute(coordinator, await now())).rejects.toMatchObject({ code: 'forbidden' })
    await closeCase.execute(leader, await now())
    expect(await caseRow()).toMatchObject({
      status: 'closed',
      closed_on: '2026-11-23',
      outcome_key: 'cel_osiagniety',
    })
    const ending = await readEnding.execute(leader, { caseId: made.caseId })
    expect(ending).toMatchObject({
      reopenUntil: '2027-05-23',
      goals: [{ attainment: 'achieved' }],
      lines: [{ outcome: 'partly' }],
      monitoring: [{ summary: 'Idzie dobrze.' }],
    })
    await reopenCase.execute(leader, { ...(await now()), reason: 'znowu trudniej' })
    expect(await caseRow()).toMatchObject({ status: 'planning', closed_on: null })
    expect(await planRows()).toMatchObject([
      { version_no: 1, status: 'superseded' },
      { version_no: 2, status: 'draft' },
    ])
  })

  it('a line may be carried forward', async () => {
    const lineId = await inForce()
    await startEvaluation.execute(coordinator, { ...(await now()), carry: lineId })
    expect(await caseRow()).toMatchObject({ status: 'evaluation' })
    expect(await lineRow(lineId)).toMatchObject({ status: 'accepted' })
  })

  it('is not opened again after six months, without a plan ever in force, or without consent', async () => {
    const reopen = async () => reopenCase.execute(leader, { ...(await now()), reason: 'znowu' })
    const close = (on: string) =>
      asOwner().query(`update family_case set status = 'closed', closed_on = $2 where id = $1`, [
        made.caseId,
        on,
      ])
    await close('2026-11-01')
    await expect(reopen()).rejects.toMatchObject({ key: 'plan.neverInForce' })
    await asOwner().query(`update family_case set status = 'planning', closed_on = null where id = $1`, [
      made.caseId,
    ])
    await inForce()
    await close('2026-05-22')
    await expect(reopen()).rejects.toMatchObject({ key: 'plan.reopenTooLate' })
    await close('2026-05-23')
    await asOwner().query(`update consent set status = 'withdrawn' where case_id = $1`, [made.caseId])
    await expect(reopen()).rejects.toMatchObject({ key: 'missing.consents' })
  })

  it.each([
    [{ outcomeKey: 'super' }, { outcomeKey: 'choose' }],
    [{ satisfaction: '6' }, { satisfaction: 'outOfRange' }],
    [{ heldOn: '24.11.2026' }, { heldOn: 'dateFuture' }],
    [{ summary: '' }, { summary: 'required' }],
  ])('refuses %o', async (fields, errors) => {
    await asOwner().query(`update family_case set status = 'evaluation' where id = $1`, [made.caseId])
    await expect(recordEvaluation.execute(coordinator, evaluation(fields))).rejects.toMatchObject({
      code: 'invalid',
      fields: errors,
    })
  })

  it('is a stranger’s not at all', async () => {
    const other = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
    await makeLine(made, { provider: school, createdBy: coordinator.userId })
    for (const read of [readPlan, readEnding])
      await expect(read.execute(other, { caseId: made.caseId })).rejects.toMatchObject({ code: 'notFound' })
    await expect(closeCase.execute(other, { caseId: made.caseId, version: 1 })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
