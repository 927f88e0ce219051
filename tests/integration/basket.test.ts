import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  answerLine,
  cancelLine,
  createLine,
  editLine,
  justifyLine,
  listLines,
  proposeServices,
  readLine,
  sendLines,
  takeOverCounter,
} from '@/lib/baskets'
import { freeze } from '@/lib/platform/clock'
import type { Actor } from '@/lib/policy/actor'
import { lineRow } from '@/tests/support/basket'
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
let clinic: string
let outsider: string
let team: string
let made: Made
let child: string
let need: string
let coordinator: Actor
let leader: Actor
let head: Actor

beforeAll(async () => {
  freeze('2026-11-23T09:00:00Z')
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  clinic = await makeInstitution({ name: 'Poradnia PP', kind: 'ppp', level: 'powiat' })
  outsider = await makeInstitution({ name: 'Fundacja Słowo', kind: 'ngo' })
  for (const id of [clinic, outsider])
    await insert('institution_service', { institution_id: id, service_key: 'korepetycje', waiting_days: 30 })
  team = await makeTeam({ lead: ops, members: [school, clinic] })
  head = await makeActor(school, { role: 'decydent' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
})

beforeEach(async () => {
  made = await makeCase({ teamId: team, owner: ops, status: 'planning' })
  child = await makePerson(made, { givenName: 'Staś', familyName: 'Wrzosek' })
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

const short = (fields: object = {}) => ({
  caseId: made.caseId,
  send: '',
  needIds: need,
  goalIds: '',
  serviceKey: 'korepetycje',
  providerId: school,
  personIds: child,
  startsOn: '1.12.2026',
  endsOn: '',
  frequency: 'weekly',
  quantity: '',
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
const create = (fields: object = {}) => createLine.execute(coordinator, short(fields))
const basket = () => listLines.execute(coordinator, { caseId: made.caseId })

describe('proposals', () => {
  const propose = (fields: object = {}) =>
    proposeServices.execute(coordinator, {
      caseId: made.caseId,
      needId: need,
      serviceKey: '',
      providerId: '',
      ...fields,
    })

  it('name institutions of the team that do it here, say why, and keep services that nobody offers', async () => {
    const { proposals } = await propose()
    const tutoring = proposals.find((p) => p.service.key === 'korepetycje')
    expect(tutoring?.offers.map((o) => [o.name, o.reason, o.inTeam, o.waitingDays])).toEqual([
      ['Poradnia PP', 'declared', true, 30],
      ['SP Trzciana', 'task', true, null],
      ['Fundacja Słowo', 'declared', false, 30],
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
    expect((await basket()).warnings).toMatchObject([{ kind: 'notParty', lineId, blocking: true }])
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
    expect((await basket()).needs[0]?.conclusion).toEqual({ kind: 'waiting', count: 1 })
    await answerLine.execute(head, { lineId, version: 2, answer: 'accept' })
    expect((await basket()).needs[0]).toMatchObject({
      conclusion: { kind: 'promised', on: '2026-12-01', late: false },
      knots: [{ lineId, institutionId: school, state: 'promise' }],
    })
  })
})
