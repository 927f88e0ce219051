import { describe, expect, it } from 'vitest'
import { answerLine, cancelLine, justifyLine, sendLines, takeOverCounter } from '@/lib/baskets'
import { asOwner } from '@/tests/support/database'
import {
  basket,
  child,
  clinic,
  coordinator,
  create,
  head,
  made,
  outsider,
  school,
  useScene,
} from '@/tests/support/scenes/basket'
import { consent } from '@/tests/support/world'

useScene()

describe('sending', () => {
  it('sends all drafts that nothing holds, and says how many stay', async () => {
    await create({ endsOn: '31.03.2027' })
    await create({ providerId: clinic, startsOn: '1.06.2027' })
    const sent = await sendLines.execute(coordinator, { caseId: made.caseId, lineIds: '' })
    expect(sent).toMatchObject({ sent: 1, held: 1 })
    await expect(sendLines.execute(coordinator, { caseId: made.caseId, lineIds: '' })).rejects.toMatchObject({
      key: 'basket.held',
    })
  })

  it('holds a duplicate until somebody explains it', async () => {
    await create({ send: 'on' })
    const twin = await create({ send: 'on' })
    expect(twin).toMatchObject({ sent: false, held: true })
    const { warnings } = await basket()
    expect(warnings.filter((w) => w.kind === 'duplicate' && w.blocking)).toHaveLength(2)
    await justifyLine.execute(coordinator, {
      lineId: twin.lineId,
      version: 1,
      kind: 'duplicate',
      reason: 'inna grupa',
    })
    expect((await basket()).warnings.some((w) => w.blocking)).toBe(false)
    expect(await sendLines.execute(coordinator, { caseId: made.caseId, lineIds: '' })).toMatchObject({
      sent: 1,
    })
  })

  it('asks for a reason where the institution is no party of the agreement', async () => {
    await consent(made, child, outsider, ['PODSTAWOWE', 'EDUKACJA'])
    const { lineId, sent } = await create({ providerId: outsider, send: 'on' })
    expect(sent).toBe(false)
    expect((await basket()).warnings).toMatchObject([
      { kind: 'notParty', lineId, blocking: true },
      { kind: 'nobodyAnswers', lineId, blocking: false },
    ])
    await justifyLine.execute(coordinator, {
      lineId,
      version: 1,
      kind: 'notParty',
      reason: 'jedyna w powiecie',
    })
    expect(await sendLines.execute(coordinator, { caseId: made.caseId, lineIds: lineId })).toMatchObject({
      sent: 1,
    })
  })
})

describe('after the answer', () => {
  it('a counter-proposal is taken over and asked again on its terms', async () => {
    const { lineId } = await create({ send: 'on', endsOn: '15.12.2026' })
    await answerLine.execute(head, {
      lineId,
      version: 2,
      answer: 'counter',
      startsOn: '11.01.2027',
      quantity: '2',
      note: '',
    })
    await takeOverCounter.execute(coordinator, { lineId, version: 3 })
    const { rows } = await asOwner().query(
      `select status, starts_on::text, ends_on, quantity, counter_starts_on from basket_line where id = $1`,
      [lineId],
    )
    expect(rows).toEqual([
      {
        status: 'proposed',
        starts_on: '2027-01-11',
        ends_on: null,
        quantity: '2.00',
        counter_starts_on: null,
      },
    ])
  })

  it('a line is cancelled with a reason, once', async () => {
    const { lineId } = await create({ send: 'on' })
    await expect(cancelLine.execute(coordinator, { lineId, version: 2, reason: ' ' })).rejects.toMatchObject({
      fields: { reason: 'required' },
    })
    await expect(cancelLine.execute(head, { lineId, version: 2, reason: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await cancelLine.execute(coordinator, { lineId, version: 2, reason: 'wyjechali' })
    await expect(
      cancelLine.execute(coordinator, { lineId, version: 3, reason: 'wyjechali' }),
    ).rejects.toMatchObject({ key: 'line.final' })
  })

  it('the picture says what each need waits for', async () => {
    expect((await basket()).needs[0]?.conclusion).toEqual({ kind: 'gap' })
    const { lineId } = await create({ send: 'on' })
    expect((await basket()).needs[0]?.conclusion).toEqual({
      kind: 'waiting',
      count: 1,
      until: '2026-11-30',
      late: false,
      lineId,
    })
    await answerLine.execute(head, { lineId, version: 2, answer: 'accept' })
    expect((await basket()).needs[0]).toMatchObject({
      conclusion: { kind: 'promised', on: '2026-12-01', late: false },
      knots: [{ lineId, institutionId: school, state: 'promise' }],
    })
  })
})
