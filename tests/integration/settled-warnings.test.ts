import { describe, expect, it } from 'vitest'
import { editLine, listLines, readLine, sendLines, settleWarning, unsettleWarning } from '@/lib/baskets'
import { readCase } from '@/lib/cases'
import { addGoal, submitPlan } from '@/lib/plans'
import { asActor } from '@/lib/platform/db'
import { asOwner } from '@/tests/support/database'
import {
  basket,
  child,
  coordinator,
  create,
  head,
  leader,
  made,
  need,
  ops,
  school,
  short,
  team,
  useScene,
} from '@/tests/support/scenes/basket'
import { consent, joinCase, makeActor, makePerson } from '@/tests/support/world'

useScene()

/** Mediation in the school's hands and help after violence: two services with opposite aims for one child. */
const contradiction = async () => {
  await consent(made, child, school, ['PODSTAWOWE', 'EDUKACJA', 'RELACJE', 'BEZPIECZENSTWO', 'PRAWNE'])
  const { lineId: a } = await create({ serviceKey: 'mediacje_rodzinne', endsOn: '31.03.2027' })
  const { lineId: b } = await create({ serviceKey: 'wsparcie_przemoc', endsOn: '31.03.2027' })
  return { a, b }
}
const opposite = async () => {
  const found = (await basket()).warnings.find((w) => w.kind === 'opposite')
  if (!found) throw new Error('no contradiction')
  return found
}
const settle = async (reason = 'rozmowy osobno', who = coordinator) =>
  settleWarning.execute(who, { caseId: made.caseId, warning: (await opposite()).key, reason })
const missing = async () => (await readCase.execute(coordinator, { caseId: made.caseId })).next.missing
const submit = async () => {
  const { rows } = await asOwner().query('select version from family_case where id = $1', [made.caseId])
  return submitPlan.execute(coordinator, {
    caseId: made.caseId,
    version: rows[0]?.version,
    startsOn: '1.12.2026',
    endsOn: '30.11.2027',
    beyond: '',
  })
}

const peace = () =>
  addGoal.execute(coordinator, {
    caseId: made.caseId,
    title: 'Spokój w domu',
    familyWords: '',
    personId: '',
    unit: '',
    strengthIds: '',
    indicator: 'wizyty',
    baseline: '2',
    target: '0',
    dueOn: '30.06.2027',
    needIds: need,
  })

describe('services with opposite aims', () => {
  it('hold their questions and the plan until somebody says why', async () => {
    await peace()
    const { a, b } = await contradiction()
    const { warnings, drafts, needs } = await basket()
    expect(warnings.filter((w) => w.blocking).map((w) => [w.kind, w.lineId, w.otherIds])).toEqual([
      ['opposite', a, [b]],
      ['opposite', b, [a]],
    ])
    expect(drafts).toEqual({ ready: 0, held: 2 })
    expect(needs[0]?.conclusion).toEqual({ kind: 'against' })
    expect(await missing()).toEqual(['contradictions'])
    await expect(submit()).rejects.toMatchObject({ key: 'plan.contradictions' })
    await expect(sendLines.execute(coordinator, { caseId: made.caseId, lineIds: '' })).rejects.toMatchObject({
      key: 'basket.held',
    })

    await settle()
    expect(await missing()).toEqual([])
    expect(await opposite()).toMatchObject({
      blocking: false,
      settled: true,
      settlement: { reason: 'rozmowy osobno' },
      earlier: null,
    })
    expect((await basket()).drafts).toEqual({ ready: 2, held: 0 })
    await submit()
  })

  it('are settled in one way for both locks: two persons, no end, whichever line came first', async () => {
    await peace()
    const mother = await makePerson(made, { givenName: 'Marta', familyName: 'Wrzosek' })
    for (const person of [child, mother])
      await consent(made, person, school, ['PODSTAWOWE', 'EDUKACJA', 'RELACJE', 'BEZPIECZENSTWO', 'PRAWNE'])
    for (const serviceKey of ['wsparcie_przemoc', 'mediacje_rodzinne'])
      await create({ serviceKey, personIds: [mother, child] })
    expect(await missing()).toEqual(['contradictions'])
    await settle()
    expect(await missing()).toEqual([])
  })

  it('are told on the page of each of the two lines', async () => {
    const { a, b } = await contradiction()
    await settle()
    for (const lineId of [a, b]) {
      const { warnings } = await readLine.execute(coordinator, { lineId })
      expect(warnings).toMatchObject([
        { kind: 'opposite', settled: true, settlement: { reason: 'rozmowy osobno' } },
      ])
    }
  })

  it('come back when a date changes, with what was written before; the case page knows it too', async () => {
    await peace()
    const { a } = await contradiction()
    await settle()
    expect(await missing()).toEqual([])
    const {
      caseId: _case,
      send: _send,
      ...fields
    } = short({
      serviceKey: 'mediacje_rodzinne',
      endsOn: '30.04.2027',
    })
    await editLine.execute(coordinator, { lineId: a, version: 1, ...fields })
    expect(await opposite()).toMatchObject({
      blocking: true,
      settled: false,
      settlement: null,
      earlier: 'rozmowy osobno',
    })
    expect(await missing()).toEqual(['contradictions'])
  })

  it('are taken back, once, and settled again with other words', async () => {
    await contradiction()
    await settle()
    const id = (await opposite()).settlement?.id ?? ''
    const undo = () => unsettleWarning.execute(coordinator, { caseId: made.caseId, settlementId: id })
    await undo()
    expect(await opposite()).toMatchObject({ blocking: true, settlement: null, earlier: null })
    await expect(undo()).rejects.toMatchObject({ key: 'stale' })
    await settle('mediacja przez pełnomocników')
    expect((await opposite()).settlement?.reason).toBe('mediacja przez pełnomocników')
  })

  it('are settled once, with a reason, for what the person saw', async () => {
    const { a } = await contradiction()
    const { key } = await opposite()
    await expect(settle(' ')).rejects.toMatchObject({ fields: { reason: 'required' } })
    await settle()
    await expect(settle()).rejects.toMatchObject({ key: 'alreadyExists' })
    await asOwner().query(`update basket_line set starts_on = '2026-12-02' where id = $1`, [a])
    await expect(
      settleWarning.execute(coordinator, { caseId: made.caseId, warning: key, reason: 'x' }),
    ).rejects.toMatchObject({ key: 'basket.warningChanged' })
  })

  it('leave in the log who did what to which lines', async () => {
    const { a, b } = await contradiction()
    await settle()
    const id = (await opposite()).settlement?.id ?? ''
    await unsettleWarning.execute(coordinator, { caseId: made.caseId, settlementId: id })
    const { rows } = await asOwner().query(
      `select action, kind, subject_ids::text[] as ids from audit_event
       where case_id = $1 and action in ('line.settle', 'line.unsettle') order by at, id`,
      [made.caseId],
    )
    expect(rows).toEqual([
      { action: 'line.settle', kind: 'write', ids: expect.arrayContaining([a, b]) },
      { action: 'line.unsettle', kind: 'write', ids: expect.arrayContaining([a, b]) },
    ])
  })
})

describe('a warning that is explained on the line or mended', () => {
  it('is not settled beside it', async () => {
    await create()
    await create()
    const twin = (await basket()).warnings.find((w) => w.kind === 'duplicate')
    await expect(
      settleWarning.execute(coordinator, { caseId: made.caseId, warning: twin?.key ?? '', reason: 'x' }),
    ).rejects.toMatchObject({ key: 'basket.warningNotSettled' })
  })
})

describe('times, ways and full weeks', () => {
  it('are read from the lines and the seats', async () => {
    await consent(made, child, school, ['PODSTAWOWE', 'EDUKACJA', 'RELACJE', 'PSYCHIKA_UZALEZNIENIA'])
    const at = { weekday: '2', atTime: '16:00' }
    const { lineId: a } = await create({ ...at, serviceKey: 'psychoterapia_dzieci', quantity: '6' })
    const { lineId: b } = await create({
      weekday: '2',
      atTime: '17:30',
      serviceKey: 'zajecia_sportowe',
      place: 'hala',
    })
    const found = (await basket()).warnings.filter((w) => w.lineId === a)
    expect(found).toMatchObject([
      { kind: 'tooClose', otherIds: [b], minutes: 30 },
      { kind: 'overburdened', otherIds: [b], amount: 7, limit: 5, who: 'Staś Wrzosek' },
    ])
  })
})

describe('who settles', () => {
  it('the team coordinator of the unit may, the leader reads it, the provider neither', async () => {
    await contradiction()
    await joinCase(made, school)
    await expect(settle('x', leader)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(settle('x', head)).rejects.toMatchObject({ code: 'notFound' })
    const teamCoordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId: team })
    await settle('ustalone w zespole', teamCoordinator)
    // nobody else reads drafts, so nobody else is told of them
    expect((await listLines.execute(leader, { caseId: made.caseId })).warnings).toEqual([])
    await sendLines.execute(coordinator, { caseId: made.caseId, lineIds: '' })
    const seen = await listLines.execute(leader, { caseId: made.caseId })
    expect(seen.warnings.find((w) => w.kind === 'opposite')?.settlement?.reason).toBe('ustalone w zespole')
    const own = (who: typeof head) =>
      asActor(who, (tx) => tx.lineWarningSettlement.count({ where: { caseId: made.caseId } }))
    expect([await own(leader), await own(head)]).toEqual([1, 0])
    const specialist = await makeActor(ops, { role: 'specjalista', caseId: made.caseId })
    const view = (await listLines.execute(specialist, { caseId: made.caseId })).warnings
    expect(view.find((w) => w.kind === 'opposite')).toMatchObject({ settled: true, settlement: null })
  })

  it('a stranger finds nothing', async () => {
    await contradiction()
    const { key } = await opposite()
    const stranger = await makeActor(school, { role: 'koordynator_rodziny' })
    for (const run of [
      () => settleWarning.execute(stranger, { caseId: made.caseId, warning: key, reason: 'x' }),
      () => unsettleWarning.execute(stranger, { caseId: made.caseId, settlementId: made.caseId }),
    ])
      await expect(run()).rejects.toMatchObject({ code: 'notFound' })
  })

  it('nobody rewrites a reason, settles in another name or for another unit, past every use case', async () => {
    await contradiction()
    await settle()
    const write = (data: object) =>
      asActor(coordinator, (tx) =>
        tx.lineWarningSettlement.updateMany({ where: { caseId: made.caseId }, data }),
      )
    await expect(write({ reason: 'inaczej' })).rejects.toThrow()
    await expect(
      write({ reason: 'inaczej', undoneAt: new Date(), undoneById: coordinator.userId }),
    ).rejects.toThrow(/not rewritten/)
    await expect(write({ undoneAt: new Date(), undoneById: leader.userId })).rejects.toThrow()
    const row = {
      caseId: made.caseId,
      teamId: team,
      ownerInstitutionId: ops,
      kind: 'clash',
      lineIds: [],
      fingerprint: 'a'.repeat(64),
      reason: 'x',
      settledById: coordinator.userId,
    }
    const add = (data: object) =>
      asActor(coordinator, (tx) => tx.lineWarningSettlement.createMany({ data: [{ ...row, ...data }] }))
    await expect(add({ settledById: leader.userId })).rejects.toThrow()
    await expect(add({ ownerInstitutionId: school })).rejects.toThrow()
    await expect(add({ kind: 'duplicate' })).rejects.toThrow()
    expect(await add({})).toEqual({ count: 1 })
  })

  it('not after the case was closed', async () => {
    await contradiction()
    const { key } = await opposite()
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [made.caseId])
    await expect(
      settleWarning.execute(coordinator, { caseId: made.caseId, warning: key, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})
