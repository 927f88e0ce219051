import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { finishLine, listMyServices, recordDelivery } from '@/lib/baskets'
import { interruptCase } from '@/lib/cases'
import {
  closeCase,
  editMonitoring,
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
  child,
  coordinator,
  head,
  inForce,
  leader,
  made,
  now,
  ops,
  planRows,
  school,
  talk,
  teamCoordinator,
  useScene,
} from '@/tests/support/scenes/plans'
import { insert, makeActor, makeCase, makeInstitution } from '@/tests/support/world'

useScene()

describe('the end', () => {
  const evaluation = (fields: object = {}) => ({
    caseId: made.caseId,
    version: 0,
    heldOn: '23.11.2026',
    outcomeKey: 'cel_osiagniety',
    category: 'EDUKACJA' as const,
    summary: 'Staś czyta.',
    familyVoice: '',
    goals: {},
    lines: {},
    ...fields,
  })

  /** From work to a closed case: the line is delivered, the goal achieved. */
  const evaluated = async (lineId: string) => {
    await asOwner().query(`update basket_line set status = 'inProgress' where id = $1`, [lineId])
    const { version } = (await lineRow(lineId)) as { version: number }
    await finishLine.execute(head, { lineId, version, result: 'delivered', note: '' })
    await startEvaluation.execute(coordinator, { ...(await now()), carry: [] })
    const { goals } = await readEnding.execute(coordinator, { caseId: made.caseId })
    return { goals: { [goals[0]?.id ?? '']: 'achieved' }, lines: { [lineId]: 'partly' } }
  }
  const close = async () => closeCase.execute(leader, await now())

  it('rows 12 and 13: lines over, each goal and line evaluated, closed by the leader', async () => {
    const lineId = await inForce()
    await recordMonitoring.execute(coordinator, {
      caseId: made.caseId,
      heldOn: '23.11.2026',
      summary: 'Idzie dobrze.',
      category: 'EDUKACJA',
      nextOn: '23.01.2027',
    })
    await expect(startEvaluation.execute(coordinator, { ...(await now()), carry: [] })).rejects.toMatchObject(
      { key: 'missing.openLines' },
    )
    const results = await evaluated(lineId)
    await expect(close()).rejects.toMatchObject({ key: 'missing.evaluation' })
    const record = (version: number, fields: object) =>
      recordEvaluation.execute(coordinator, evaluation({ version, ...fields }))
    await record(0, {})
    await expect(close()).rejects.toMatchObject({ key: 'missing.goalResults' })
    await record(1, { goals: results.goals })
    await expect(close()).rejects.toMatchObject({ key: 'missing.lineOutcomes' })
    await record(2, results)
    await expect(close()).rejects.toMatchObject({ key: 'missing.closingTalk' })
    const told = async () =>
      (
        await asOwner().query<{ kind: string }>('select kind from notification where user_id = $1', [
          leader.userId,
        ])
      ).rows.map((r) => r.kind)
    expect(await told()).toEqual([])
    await talk()
    await record(3, results)
    expect(await told()).toEqual(['case.evaluated'])
    await expect(closeCase.execute(coordinator, await now())).rejects.toMatchObject({ code: 'forbidden' })
    await close()
    expect(await caseRow()).toMatchObject({
      status: 'closed',
      closed_on: '2026-11-23',
      outcome_key: 'cel_osiagniety',
    })
    expect(await planRows()).toMatchObject([{ status: 'superseded' }])
    const ending = await readEnding.execute(leader, { caseId: made.caseId })
    expect(ending).toMatchObject({
      reopenUntil: '2027-05-23',
      goals: [{ attainment: 'achieved' }],
      lines: [{ outcome: 'partly' }],
      monitoring: [{ summary: 'Idzie dobrze.' }],
    })
  })

  it('row 15: a new round is measured anew, and the old card closes nothing', async () => {
    const lineId = await inForce()
    const results = await evaluated(lineId)
    await recordEvaluation.execute(coordinator, evaluation(results))
    await talk()
    await close()
    await reopenCase.execute(leader, { ...(await now()), reason: 'znowu trudniej' })
    expect(await caseRow()).toMatchObject({ status: 'planning', closed_on: null })
    expect(await planRows()).toMatchObject([
      { version_no: 1, status: 'superseded' },
      { version_no: 2, status: 'draft' },
    ])
    await asOwner().query(`update family_case set status = 'evaluation' where id = $1`, [made.caseId])
    await expect(close()).rejects.toMatchObject({ key: 'missing.evaluation' })
    const card = { round: 1, summary: 'Staś czyta.', results }
    expect(await readEnding.execute(leader, { caseId: made.caseId })).toMatchObject({
      evaluation: null,
      earlier: [card],
      goals: [{ attainment: null }],
      missing: ['evaluation', 'goalResults', 'closingTalk'],
    })
    await recordEvaluation.execute(coordinator, evaluation({ summary: 'Drugi raz.' }))
    expect(await readEnding.execute(leader, { caseId: made.caseId })).toMatchObject({
      evaluation: { round: 2, summary: 'Drugi raz.', version: 1 },
      earlier: [card],
    })
  })

  it('what was carried forward goes on after closing; nothing else waits for anybody', async () => {
    const carried = await inForce()
    const asked = await makeLine(made, { provider: school, createdBy: coordinator.userId, persons: [child] })
    await asOwner().query(`update basket_line set status = 'inProgress' where id = $1`, [carried])
    const start = async (carry: string[]) => startEvaluation.execute(coordinator, { ...(await now()), carry })
    // a question that nobody answered is no work that could go on
    await expect(start([carried, asked])).rejects.toMatchObject({ key: 'missing.openLines' })
    await asOwner().query(`update basket_line set status = 'cancelled' where id = $1`, [asked])
    await start([carried])
    const later = await makeLine(made, { provider: school, createdBy: coordinator.userId, persons: [child] })
    const { goals } = await readEnding.execute(coordinator, { caseId: made.caseId })
    await recordEvaluation.execute(
      coordinator,
      evaluation({ goals: { [goals[0]?.id ?? '']: 'partly' }, lines: {} }),
    )
    await talk()
    await close()
    expect(await lineRow(later)).toMatchObject({ status: 'cancelled', end_reason: 'Zakończenie współpracy' })
    const told = await asOwner().query(
      `select kind, user_id, institution_id from notification where line_id = $1 and kind = 'line.ended'`,
      [later],
    )
    expect(told.rows).toEqual([{ kind: 'line.ended', user_id: head.userId, institution_id: school }])
    const mine = await listMyServices.execute(head, {})
    expect([mine.toAnswer.map((l) => l.id), mine.running.map((l) => l.id)]).toEqual([[], [carried]])
    await recordDelivery.execute(head, {
      lineId: carried,
      requestKey: randomUUID(),
      deliveredOn: '23.11.2026',
      quantity: '1',
      note: '',
    })
    const { version } = (await lineRow(carried)) as { version: number }
    await finishLine.execute(head, { lineId: carried, version, result: 'delivered', note: '' })
    expect(await lineRow(carried)).toMatchObject({ status: 'delivered' })
  })

  it('an interrupted case leaves nothing behind: no plan in force, no line that runs', async () => {
    const lineId = await inForce()
    const end = async () => {
      const { version } = await now()
      return interruptCase.execute(teamCoordinator, {
        caseId: made.caseId,
        version,
        reasonKey: 'wyprowadzka',
        note: 'do Rzeszowa',
        noTalkKey: 'utrata_kontaktu',
      })
    }
    await end()
    expect(await planRows()).toMatchObject([{ status: 'superseded' }])
    expect(await lineRow(lineId)).toMatchObject({ status: 'cancelled' })
    const steps = await asOwner().query(
      `select to_status, actor_id from line_transition where line_id = $1 order by at desc limit 1`,
      [lineId],
    )
    expect(steps.rows).toEqual([{ to_status: 'cancelled', actor_id: teamCoordinator.userId }])
    expect((await listMyServices.execute(head, {})).running).toEqual([])
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
    await asOwner().query(`update role_assignment set ended_at = now() where case_id = $1`, [made.caseId])
    await expect(reopen()).rejects.toMatchObject({ key: 'missing.coordinator' })
    const other = await makeCase({ teamId: made.teamId, owner: ops, status: 'inProgress' })
    await asOwner().query(`update case_person set main = true where case_id = $1`, [made.caseId])
    await insert('case_person', { case_id: other.caseId, team_id: made.teamId, person_id: child, main: true })
    await expect(reopen()).rejects.toMatchObject({ key: 'mainElsewhere' })
  })

  it.each([
    [{ outcomeKey: 'super' }, { outcomeKey: 'choose' }],
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

describe('a look at the work', () => {
  const look = (fields: object = {}) => ({
    heldOn: '23.11.2026',
    summary: 'Idzie dobrze.',
    category: 'EDUKACJA' as const,
    nextOn: '23.01.2027',
    ...fields,
  })
  const cards = async () =>
    (await readEnding.execute(coordinator, { caseId: made.caseId })).monitoring.map((c) => ({ ...c }))

  it('is mended, and two people who mend it see both texts', async () => {
    await asOwner().query(`update family_case set status = 'inProgress' where id = $1`, [made.caseId])
    await recordMonitoring.execute(coordinator, { caseId: made.caseId, ...look() })
    const [card] = await cards()
    const mend = (version: number, fields: object) =>
      editMonitoring.execute(coordinator, { monitoringId: card?.id ?? '', version, ...look(fields) })
    await mend(1, { summary: 'Idzie coraz lepiej.', nextOn: '' })
    expect(await cards()).toMatchObject([{ summary: 'Idzie coraz lepiej.', nextOn: null, version: 2 }])
    await expect(mend(1, { summary: 'Bez zmian.' })).rejects.toMatchObject({
      key: 'stale',
      theirs: { summary: 'Idzie coraz lepiej.', version: '2' },
    })
  })

  it('is kept under a category that its author may read', async () => {
    await asOwner().query(`update family_case set status = 'inProgress' where id = $1`, [made.caseId])
    const assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
    const record = (category: 'ZDROWIE' | 'EDUKACJA') =>
      recordMonitoring.execute(assistant, { caseId: made.caseId, ...look({ category }) })
    await expect(record('ZDROWIE')).rejects.toMatchObject({ fields: { category: 'categoryClosed' } })
    await record('EDUKACJA')
    const { keptUnder } = await readEnding.execute(assistant, { caseId: made.caseId })
    expect(keptUnder.suggested).toBe('EDUKACJA')
    expect(keptUnder.choices.map((c) => c.value)).toEqual([
      'PODSTAWOWE',
      'BYT',
      'FINANSE',
      'PRACA',
      'EDUKACJA',
      'RELACJE',
      'PRAWNE',
    ])
  })
})
