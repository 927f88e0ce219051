import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerLine, cancelLine, createLine, finishLine, takeOverCounter } from '@/lib/baskets'
import {
  addGoal,
  changePlan,
  closeCase,
  dropVersion,
  editGoal,
  putInForce,
  readEnding,
  readPlan,
  recordEvaluation,
  recordMonitoring,
  reopenCase,
  returnPlan,
  signPlan,
  startEvaluation,
  submitPlan,
} from '@/lib/plans'
import { freeze } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { lineRow, makeLine } from '@/tests/support/basket'
import { asOwner, useDatabase } from '@/tests/support/database'
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
let ops: string
let school: string
let team: string
let made: Made
let child: string
let need: string
let coordinator: Actor
let teamCoordinator: Actor
let leader: Actor
let head: Actor

beforeAll(async () => {
  freeze('2026-11-23T09:00:00Z')
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  team = await makeTeam({ lead: ops, members: [school] })
  head = await makeActor(school, { role: 'decydent' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  teamCoordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId: team })
})

beforeEach(async () => {
  made = await makeCase({ teamId: team, owner: ops, status: 'planning' })
  child = await makePerson(made)
  await joinCase(made, school)
  await consent(made, child, school, ['PODSTAWOWE', 'EDUKACJA'])
  coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  need = randomUUID()
  await insert('need', {
    id: need,
    case_id: made.caseId,
    team_id: team,
    owner_institution_id: ops,
    person_id: child,
    need_key: 'nauka_absencja',
    category: 'EDUKACJA',
    created_by_id: coordinator.userId,
  })
})

const caseRow = async () => {
  const { rows } = await asOwner().query<{ status: string; version: number; closed_on: string | null }>(
    'select status, version, closed_on::text, plan_in_force_on::text, due_on::text, outcome_key from family_case where id = $1',
    [made.caseId],
  )
  const row = rows[0]
  if (!row) throw new Error('the case is gone')
  return row
}
const now = async () => ({ caseId: made.caseId, version: (await caseRow()).version })

const goal = (fields: object = {}) => ({
  title: 'Staś czyta ze zrozumieniem',
  indicator: 'ocena z polskiego',
  baseline: '2',
  target: '3',
  dueOn: '30.06.2027',
  needIds: need,
  ...fields,
})
const setGoal = () => addGoal.execute(coordinator, { caseId: made.caseId, ...goal() })

const line = async (fields: object = {}) => {
  const { lineId } = await createLine.execute(coordinator, {
    caseId: made.caseId,
    send: '',
    needIds: need,
    goalIds: '',
    serviceKey: 'korepetycje',
    providerId: school,
    personIds: child,
    startsOn: '1.12.2026',
    endsOn: '30.06.2027',
    frequency: 'weekly',
    quantity: '1',
    title: '',
    scope: '',
    place: '',
    responsibleUserId: '',
    priority: '',
    dependsOnId: '',
    costPlanned: '',
    coPayment: '',
    fundingKey: '',
    legalBasis: '',
    outsideAgreementReason: '',
    duplicateReason: '',
    ...fields,
  })
  return lineId
}
const submit = async (fields: object = {}) =>
  submitPlan.execute(coordinator, {
    ...(await now()),
    startsOn: '1.12.2026',
    endsOn: '30.11.2027',
    ...fields,
  })
const sign = () =>
  signPlan.execute(coordinator, { caseId: made.caseId, signedOn: '23.11.2026', signedBy: 'Maria Próbna' })
const accept = (lineId: string, version = 2) =>
  answerLine.execute(head, { lineId, version, answer: 'accept' })
const approve = async () => putInForce.execute(teamCoordinator, await now())
const planRows = async () => {
  const { rows } = await asOwner().query(
    `select version_no, status, content_hash, in_force_on::text, ended_on::text from plan where case_id = $1 order by version_no`,
    [made.caseId],
  )
  return rows as { version_no: number; status: string; content_hash: string | null }[]
}
/** A plan in force with one accepted line. */
const inForce = async () => {
  await setGoal()
  const lineId = await line()
  await submit()
  await accept(lineId)
  await sign()
  await approve()
  return lineId
}

describe('row 8: a plan is submitted', () => {
  it('says what is missing, one thing after the other', async () => {
    await expect(submit()).rejects.toMatchObject({ key: 'plan.goals' })
    await setGoal()
    await expect(submit()).rejects.toMatchObject({ key: 'plan.lines' })
    await line()
    await line()
    await expect(submit()).rejects.toMatchObject({ key: 'plan.duplicates' })
  })

  it.each([
    [{ endsOn: '2.12.2027' }, { endsOn: 'planTooLong' }],
    [{ endsOn: '1.12.2026' }, { endsOn: 'dateOrder' }],
    [{ startsOn: '30.02.2027' }, { startsOn: 'date.noSuchDay' }],
  ])('for at most twelve months: %o', async (fields, errors) => {
    await setGoal()
    await line()
    await expect(submit(fields)).rejects.toMatchObject({ code: 'invalid', fields: errors })
  })

  it('sends the drafts and holds the lines in version 1', async () => {
    await setGoal()
    const lineId = await line()
    await submit()
    expect(await lineRow(lineId)).toMatchObject({ status: 'proposed' })
    expect(await caseRow()).toMatchObject({ status: 'planApproval' })
    expect(await planRows()).toMatchObject([{ version_no: 1, status: 'approval' }])
    await expect(
      cancelLine.execute(coordinator, { lineId, version: 2, reason: 'pomyłka' }),
    ).rejects.toMatchObject({ key: 'plan.lineInApproval' })
  })

  it('by its coordinator alone, and not twice', async () => {
    await setGoal()
    await line()
    const seen = await now()
    await expect(
      submitPlan.execute(leader, { ...seen, startsOn: '1.12.2026', endsOn: '30.11.2027' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await submit()
    await expect(
      submitPlan.execute(coordinator, { ...seen, startsOn: '1.12.2026', endsOn: '30.11.2027' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('row 9: a plan comes into force', () => {
  it('with answers, the signature of the family and the approval; its content is sealed', async () => {
    await setGoal()
    const lineId = await line()
    await submit()
    await expect(approve()).rejects.toMatchObject({ key: 'missing.answers' })
    await accept(lineId)
    await expect(approve()).rejects.toMatchObject({ key: 'missing.signature' })
    await sign()
    await expect(putInForce.execute(coordinator, await now())).rejects.toMatchObject({ code: 'forbidden' })
    await approve()
    expect(await caseRow()).toMatchObject({
      status: 'inProgress',
      plan_in_force_on: '2026-11-23',
      due_on: '2027-10-31',
    })
    const content = await asActor(coordinator, (tx) =>
      tx.planContent.findMany({ where: { caseId: made.caseId } }),
    )
    const body = content[0]?.body ?? ''
    expect(JSON.parse(body)).toMatchObject({
      version: 1,
      familySignedBy: 'Maria Próbna',
      goals: [{ title: 'Staś czyta ze zrozumieniem' }],
      lines: [{ service: 'korepetycje', persons: [child] }],
    })
    expect((await planRows())[0]?.content_hash).toBe(createHash('sha256').update(body).digest('hex'))
    expect(await asActor(teamCoordinator, (tx) => tx.planContent.count())).toBe(0)
  })

  it('and is never edited afterwards', async () => {
    await inForce()
    await expect(
      asActor(coordinator, (tx) =>
        tx.plan.updateMany({ where: { caseId: made.caseId }, data: { endsOn: new Date('2028-01-01') } }),
      ),
    ).rejects.toThrow()
    await expect(setGoal()).rejects.toMatchObject({ key: 'plan.goalsClosed' })
  })

  it('goes back with a reason, and is signed anew', async () => {
    await setGoal()
    await line()
    await submit()
    await sign()
    await returnPlan.execute(coordinator, { ...(await now()), reason: 'rodzina woli inny dzień' })
    expect(await caseRow()).toMatchObject({ status: 'planning' })
    await submit()
    const { versions, missing } = await readPlan.execute(coordinator, { caseId: made.caseId })
    expect(versions).toMatchObject([{ versionNo: 1, status: 'approval', familySignedOn: null }])
    expect(missing).toEqual(['answers', 'signature'])
  })

  it('with other terms than the family signed, asks the family again', async () => {
    await setGoal()
    const lineId = await line()
    await submit()
    await sign()
    await answerLine.execute(head, {
      lineId,
      version: 2,
      answer: 'counter',
      startsOn: '11.01.2027',
      quantity: '',
      note: '',
    })
    await takeOverCounter.execute(coordinator, { lineId, version: 3 })
    await accept(lineId, 4)
    await expect(approve()).rejects.toMatchObject({ key: 'missing.signature' })
  })

  it('does not wait for a place on the waiting list', async () => {
    await setGoal()
    const lineId = await line()
    await submit()
    await answerLine.execute(head, { lineId, version: 2, answer: 'wait', note: '' })
    await sign()
    await approve()
    expect(await caseRow()).toMatchObject({ status: 'inProgress' })
  })
})

describe('rows 10 and 10b: a plan changes', () => {
  it('by a new version; the old one is in force until the new one is signed', async () => {
    const lineId = await inForce()
    await changePlan.execute(coordinator, { ...(await now()), reason: 'doszła nowa potrzeba' })
    expect(await planRows()).toMatchObject([
      { version_no: 1, status: 'inForce' },
      { version_no: 2, status: 'draft' },
    ])
    await submit()
    await sign()
    await approve()
    expect(await planRows()).toMatchObject([
      { version_no: 1, status: 'superseded', ended_on: '2026-11-23' },
      { version_no: 2, status: 'inForce' },
    ])
    expect(await lineRow(lineId)).toMatchObject({ status: 'accepted' })
  })

  it('or the new version is dropped with a reason', async () => {
    await expect(dropVersion.execute(coordinator, { ...(await now()), reason: 'x' })).rejects.toMatchObject({
      key: 'plan.noneInForce',
    })
    await inForce()
    await changePlan.execute(coordinator, { ...(await now()), reason: 'doszła nowa potrzeba' })
    await dropVersion.execute(coordinator, { ...(await now()), reason: 'jednak nie' })
    expect(await caseRow()).toMatchObject({ status: 'inProgress' })
    expect(await planRows()).toMatchObject([
      { version_no: 1, status: 'inForce' },
      { version_no: 2, status: 'dropped' },
    ])
  })
})

describe('goals', () => {
  it('show both texts when two people edit one', async () => {
    const { goalId } = await setGoal()
    await editGoal.execute(coordinator, { goalId, version: 1, ...goal({ target: '4' }) })
    await expect(
      editGoal.execute(coordinator, { goalId, version: 1, ...goal({ target: '5' }) }),
    ).rejects.toMatchObject({ key: 'stale', theirs: { target: '4', version: '2' } })
  })

  it('adopt the lines that their needs already have', async () => {
    const lineId = await line()
    await setGoal()
    const { goals, loose } = await readPlan.execute(coordinator, { caseId: made.caseId })
    expect(goals[0]?.lines.map((l) => l.id)).toEqual([lineId])
    expect(loose).toEqual([])
  })

  it('need a need of this case', async () => {
    await expect(
      addGoal.execute(coordinator, { caseId: made.caseId, ...goal({ needIds: '' }) }),
    ).rejects.toMatchObject({ fields: { needIds: 'chooseNeed' } })
    await expect(
      addGoal.execute(coordinator, { caseId: made.caseId, ...goal({ needIds: randomUUID() }) }),
    ).rejects.toMatchObject({ fields: { needIds: 'chooseNeed' } })
  })
})

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
