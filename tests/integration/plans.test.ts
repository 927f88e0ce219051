import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { answerLine, cancelLine, takeOverCounter } from '@/lib/baskets'
import {
  addGoal,
  changePlan,
  dropVersion,
  editGoal,
  putInForce,
  readPlan,
  returnPlan,
  signPlan,
  submitPlan,
} from '@/lib/plans'
import { asActor } from '@/lib/platform/db'
import { lineRow } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  approve,
  caseRow,
  child,
  coordinator,
  goal,
  head,
  inForce,
  leader,
  line,
  made,
  now,
  planRows,
  setGoal,
  sign,
  submit,
  team,
  teamCoordinator,
  useScene,
} from '@/tests/support/scenes/plans'

useScene()

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
    [{ endsOn: '2.12.2027' }, { endsOn: 'planTooLong:2027-12-01' }],
    [{ endsOn: '1.12.2026' }, { endsOn: 'dateOrder' }],
    [{ startsOn: '30.02.2027' }, { startsOn: 'date.noSuchDay' }],
  ])('for at most twelve months: %o', async (fields, errors) => {
    await setGoal()
    await line()
    await expect(submit(fields)).rejects.toMatchObject({ code: 'invalid', fields: errors })
  })

  it('asks for a word where services do not fit its dates, and for an agreement that lasts as long', async () => {
    await setGoal()
    await line()
    const page = () => readPlan.execute(coordinator, { caseId: made.caseId })
    expect(await page()).toMatchObject({ suggested: { endsOn: '2027-11-22' }, beyond: [], openEnded: [] })
    await asOwner().query('update team set agreement_to = $2 where id = $1', [team, '2027-03-31'])
    expect(await page()).toMatchObject({
      suggested: { startsOn: '2026-11-23', endsOn: '2027-03-31' },
      beyond: [{ startsOn: '2026-12-01', endsOn: '2027-06-30' }],
      agreementEnds: null,
    })
    const early = { endsOn: '31.03.2027' }
    await expect(submit(early)).rejects.toMatchObject({ fields: { beyond: 'linesOutsidePlan' } })
    await submit({ endsOn: '30.04.2027', beyond: 'on' })
    expect(await page()).toMatchObject({ agreementEnds: '2027-03-31' })
    await asOwner().query('update team set agreement_to = null where id = $1', [team])
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
      submitPlan.execute(leader, { ...seen, startsOn: '1.12.2026', endsOn: '30.11.2027', beyond: '' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await submit()
    await expect(
      submitPlan.execute(coordinator, { ...seen, startsOn: '1.12.2026', endsOn: '30.11.2027', beyond: '' }),
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
      due_on: '2027-11-30',
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

  it('is not signed before people began to plan with the family', async () => {
    await setGoal()
    await line()
    await submit()
    const on = (signedOn: string) =>
      signPlan.execute(coordinator, { caseId: made.caseId, signedOn, signedBy: 'Maria Próbna' })
    await expect(on('1.01.1800')).rejects.toMatchObject({ fields: { signedOn: 'signedTooEarly' } })
    await expect(on('24.11.2026')).rejects.toMatchObject({ fields: { signedOn: 'dateFuture' } })
    await returnPlan.execute(coordinator, { ...(await now()), reason: 'inny dzień' })
    await submit()
    await expect(on('22.11.2026')).rejects.toMatchObject({ fields: { signedOn: 'signedTooEarly' } })
    await on('23.11.2026')
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
