import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  answerLine,
  createLine,
  editLine,
  listLines,
  proposeServices,
  readLine,
  sendLines,
} from '@/lib/baskets'
import { lineRow } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import {
  basket,
  child,
  clinic,
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
import { insert } from '@/tests/support/world'

useScene()

describe('proposals', () => {
  const propose = (fields: object = {}) =>
    proposeServices.execute(coordinator, {
      caseId: made.caseId,
      needId: need,
      serviceKey: '',
      providerId: '',
      lineId: '',
      ...fields,
    })

  it('name institutions of the team that do it here, say why, and keep services that nobody offers', async () => {
    const { proposals } = await propose()
    const tutoring = proposals.find((p) => p.service.key === 'korepetycje')
    expect(tutoring?.offers.map((o) => [o.name, o.reason, o.inTeam])).toEqual([
      ['Poradnia PP', 'declared', true],
      ['SP Trzciana', 'task', true],
      ['Fundacja Słowo', 'declared', false],
    ])
    expect(proposals.find((p) => p.service.key === 'dowoz_uczniow')?.offers).toEqual([])
  })

  it('say which consent the chosen institution lacks', async () => {
    const { chosen } = await propose({ serviceKey: 'korepetycje', providerId: clinic })
    expect(chosen?.lacks).toEqual([
      { personId: child, category: 'PODSTAWOWE' },
      { personId: child, category: 'EDUKACJA' },
    ])
    expect((await propose({ serviceKey: 'korepetycje', providerId: school })).chosen?.lacks).toEqual([])
  })

  it('put who refused before at the end', async () => {
    const { lineId } = await create({ send: 'on' })
    await answerLine.execute(head, {
      lineId,
      version: 2,
      answer: 'decline',
      reasonKey: 'brak_kadry',
      note: '',
    })
    const { proposals } = await propose()
    const tutoring = proposals.find((p) => p.service.key === 'korepetycje')
    expect(tutoring?.offers.at(-1)).toMatchObject({ name: 'SP Trzciana', refused: true })
  })
})

describe('a new line', () => {
  it('is a draft that only the coordinators see', async () => {
    const { lineId, sent } = await create()
    expect(sent).toBe(false)
    expect(await lineRow(lineId)).toMatchObject({ status: 'draft', category: 'EDUKACJA', sent_at: null })
    expect((await basket()).lines.map((l) => l.id)).toEqual([lineId])
    expect((await listLines.execute(leader, { caseId: made.caseId })).lines).toEqual([])
    await expect(readLine.execute(head, { lineId })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is asked at once on request, with seven days for the answer', async () => {
    const { lineId, sent } = await create({ send: 'on' })
    expect(sent).toBe(true)
    const { rows } = await asOwner().query(
      'select status, answer_due_on::text from basket_line where id = $1',
      [lineId],
    )
    expect(rows).toEqual([{ status: 'proposed', answer_due_on: '2026-11-30' }])
    const notified = await asOwner().query(`select kind, user_id from notification where line_id = $1`, [
      lineId,
    ])
    expect(notified.rows).toEqual([{ kind: 'line.asked', user_id: head.userId }])
  })

  it.each<[string, object, object]>([
    ['no service', { serviceKey: '' }, { serviceKey: 'choose' }],
    ['an unknown service', { serviceKey: 'czary' }, { serviceKey: 'choose' }],
    ['no provider', { providerId: '' }, { providerId: 'choose' }],
    ['a provider that is not there', { providerId: randomUUID() }, { providerId: 'choose' }],
    ['nobody', { personIds: '' }, { personIds: 'choose' }],
    ['a stranger', { personIds: randomUUID() }, { personIds: 'choose' }],
    ['no need', { needIds: '' }, { needIds: 'choose' }],
    ['31 February', { startsOn: '31.02.2027' }, { startsOn: 'date.noSuchDay' }],
    ['an end before the start', { endsOn: '30.11.2026' }, { endsOn: 'dateOrder' }],
    ['a wrong amount', { costPlanned: '12,345' }, { costPlanned: 'money.tooManyDecimals' }],
    ['unknown money', { fundingKey: 'z_nieba' }, { fundingKey: 'choose' }],
  ])('refuses %s with a message beside the field', async (_what, fields, errors) => {
    await expect(create(fields)).rejects.toMatchObject({ code: 'invalid', fields: errors })
  })

  it('is nobody else’s to make', async () => {
    await expect(createLine.execute(leader, short())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createLine.execute(head, short())).rejects.toMatchObject({ code: 'notFound' })
  })

  it('belongs to the goals of its need', async () => {
    const goal = randomUUID()
    const row = { case_id: made.caseId, team_id: team }
    await insert('goal', {
      ...row,
      id: goal,
      owner_institution_id: ops,
      title: 'Uczy się',
      created_by_id: child,
    })
    await insert('goal_need', { ...row, goal_id: goal, need_id: need })
    const { lineId } = await create()
    expect((await readLine.execute(coordinator, { lineId })).goals).toEqual([{ id: goal, title: 'Uczy się' }])
  })

  it('is rewritten while it is a draft, not afterwards', async () => {
    const { lineId } = await create()
    const { caseId: _c, send: _s, ...fields } = short({ startsOn: '7.12.2026', title: 'Matematyka' })
    await editLine.execute(coordinator, { lineId, version: 1, ...fields })
    expect(await lineRow(lineId)).toMatchObject({ title: 'Matematyka' })
    await sendLines.execute(coordinator, { caseId: made.caseId, lineIds: '' })
    await expect(editLine.execute(coordinator, { lineId, version: 3, ...fields })).rejects.toMatchObject({
      key: 'line.alreadySent',
    })
  })
})
