import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createLine, editLine, listLines, proposeServices, readLine, recordDelivery } from '@/lib/baskets'
import { familyTeam, inviteInstitution } from '@/lib/cases'
import { lineRow, makeLine, makePlan } from '@/tests/support/basket'
import {
  basket,
  child,
  clinic,
  coordinator,
  create,
  head,
  made,
  need,
  outsider,
  school,
  short,
  team,
  useScene,
} from '@/tests/support/scenes/basket'
import { consent, insert, makeActor, makeCase } from '@/tests/support/world'

useScene()

const edit = (lineId: string, version: number, fields: object = {}) => {
  const { caseId: _case, send: _send, ...line } = short(fields)
  return editLine.execute(coordinator, { lineId, version, ...line })
}
const propose = (fields: object = {}) =>
  proposeServices.execute(coordinator, {
    caseId: made.caseId,
    needId: need,
    serviceKey: '',
    providerId: '',
    lineId: '',
    ...fields,
  })

describe('the rarer fields', () => {
  it('are kept, and read again with their names', async () => {
    const before = await create()
    const second = randomUUID()
    await insert('need', {
      id: second,
      case_id: made.caseId,
      team_id: team,
      owner_institution_id: made.owner,
      person_id: child,
      need_key: 'nauka_absencja',
      category: 'EDUKACJA',
      created_by_id: coordinator.userId,
    })
    const { lineId } = await create({
      serviceKey: 'swietlica_szkolna',
      weekday: '2',
      atTime: '8.30',
      priority: '1',
      dependsOnId: before.lineId,
      coProviderIds: [clinic],
      needIds: [need, second],
    })
    expect(await lineRow(lineId)).toMatchObject({ weekday: 2, at_time: '08:30', priority: 1 })
    const page = await readLine.execute(coordinator, { lineId })
    expect(page.line).toMatchObject({ weekday: 2, atTime: '08:30' })
    expect(page.details).toMatchObject({
      category: 'EDUKACJA',
      priority: 1,
      coProviders: ['Poradnia PP'],
      dependsOn: { id: before.lineId },
    })
    expect([...page.needIds].sort()).toEqual([need, second].sort())
  })

  it.each([
    ['an hour that is none', () => ({ atTime: '25:00' }), { atTime: 'time' }],
    ['a day that is none', () => ({ weekday: '8' }), { weekday: 'outOfRange' }],
    ['a helper from outside the team', () => ({ coProviderIds: outsider }), { coProviderIds: 'choose' }],
    ['the provider twice', () => ({ coProviderIds: school }), { coProviderIds: 'choose' }],
    ['a line that is not there', () => ({ dependsOnId: randomUUID() }), { dependsOnId: 'choose' }],
  ])('refuse %s beside the field', async (_what, fields, errors) => {
    await expect(create(fields())).rejects.toMatchObject({ code: 'invalid', fields: errors })
  })

  it('name no line of another family', async () => {
    const other = await makeCase({ teamId: team, owner: made.owner, status: 'planning' })
    const foreign = await makeLine(other, { provider: school, createdBy: coordinator.userId })
    await expect(create({ dependsOnId: foreign })).rejects.toMatchObject({
      fields: { dependsOnId: 'choose' },
    })
  })
})

describe('a draft', () => {
  it('is changed to another service and institution, by who saw it as it is', async () => {
    const { lineId } = await create()
    await edit(lineId, 1, { serviceKey: 'swietlica_szkolna', providerId: clinic, startsOn: '7.12.2026' })
    expect(await lineRow(lineId)).toMatchObject({
      service_key: 'swietlica_szkolna',
      provider_institution_id: clinic,
      status: 'draft',
    })
    await expect(edit(lineId, 1)).rejects.toMatchObject({ key: 'stale' })
    await expect(edit(lineId, 2, { dependsOnId: lineId })).rejects.toMatchObject({
      fields: { dependsOnId: 'choose' },
    })
  })

  it('is mended by the coordinator of the team too, who adds none', async () => {
    const { lineId } = await create()
    const teamCoordinator = await makeActor(made.owner, { role: 'koordynator_zespolu', teamId: team })
    expect(
      await proposeServices.execute(teamCoordinator, {
        caseId: made.caseId,
        needId: need,
        serviceKey: 'korepetycje',
        providerId: school,
        lineId,
      }),
    ).toMatchObject({ mayCreate: false, chosen: { provider: 'SP Trzciana' } })
    const { caseId: _case, send: _send, ...line } = short({ startsOn: '9.12.2026' })
    await editLine.execute(teamCoordinator, { lineId, version: 1, ...line })
    expect((await readLine.execute(coordinator, { lineId })).line.startsOn).toBe('2026-12-09')
  })

  it('does not wait for itself in its own form', async () => {
    const { lineId } = await create()
    expect((await propose({ lineId })).choices.lines).toEqual([])
    expect((await propose()).choices.lines.map((l) => l.value)).toEqual([lineId])
  })
})

describe('another service, another institution', () => {
  it('anything of the catalogue by anybody of the registry, with what is still missing', async () => {
    const page = await propose({ serviceKey: 'trening_budzetowy', providerId: outsider })
    expect(page.chosen).toMatchObject({
      serviceKey: 'trening_budzetowy',
      provider: 'Fundacja Słowo',
      inTeam: false,
      participates: false,
      nobodyAnswers: true,
    })
    expect(page.chosen?.lacks.length).toBeGreaterThan(0)
    expect(page.choices.services).toHaveLength(125)
    expect((await propose({ serviceKey: 'nie_ma', providerId: outsider })).chosen).toBeNull()
  })

  it('is invited with a reason, and takes the line once the family agrees', async () => {
    const invite = (fields: object = {}) =>
      inviteInstitution.execute(coordinator, {
        caseId: made.caseId,
        institutionIds: [outsider],
        purpose: '',
        ...fields,
      })
    await expect(invite()).rejects.toMatchObject({ fields: { purpose: 'required' } })
    await expect(invite({ institutionIds: [randomUUID()], purpose: 'x' })).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await invite({ purpose: 'jedyna w powiecie' })).toEqual({ invited: 1, unheard: false })
    const chosen = { serviceKey: 'korepetycje', providerId: outsider }
    expect(await propose(chosen)).toMatchObject({
      mayInvite: true,
      chosen: { participates: true, purpose: 'jedyna w powiecie' },
    })
    const assistant = await makeActor(made.owner, { role: 'asystent_rodziny', caseId: made.caseId })
    expect(
      await proposeServices.execute(assistant, { caseId: made.caseId, needId: need, lineId: '', ...chosen }),
    ).toMatchObject({ mayInvite: false })
    const { institutions } = await familyTeam.execute(coordinator, { caseId: made.caseId })
    expect(institutions.find((i) => i.institutionId === outsider)).toMatchObject({
      name: 'Fundacja Słowo',
      purpose: 'jedyna w powiecie',
      open: false,
    })
    await consent(made, child, outsider, ['PODSTAWOWE', 'EDUKACJA'])
    const made2 = await createLine.execute(
      coordinator,
      short({ providerId: outsider, send: 'on', outsideAgreementReason: 'jedyna w powiecie' }),
    )
    expect(made2.sent).toBe(true)
  })
})

describe('who does not see everything', () => {
  it('is told nothing that could be false: no gaps, no warnings', async () => {
    await create({ providerId: clinic, send: 'on' })
    const specialist = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
    const seen = await listLines.execute(specialist, { caseId: made.caseId })
    expect(seen).toMatchObject({ whole: false, provider: false, needs: [], warnings: [], decisions: 0 })
    expect(await basket()).toMatchObject({ whole: true, provider: false, decisions: 1 })
  })

  it('and provides a service is known as such, on the basket and on the line', async () => {
    const { lineId } = await create({ send: 'on' })
    expect(await listLines.execute(head, { caseId: made.caseId })).toMatchObject({
      provider: true,
      warnings: [],
    })
    expect(await readLine.execute(head, { lineId })).toMatchObject({ provider: true, warnings: [] })
    expect(await readLine.execute(coordinator, { lineId })).toMatchObject({ provider: false })
  })
})

it('the coordinator reads what took place, and takes back only what the own unit noted', async () => {
  const lineId = await makeLine(made, {
    provider: school,
    createdBy: coordinator.userId,
    persons: [child],
    status: 'inProgress',
  })
  await makePlan(made, [lineId])
  const note = (actor: typeof head, deliveredOn: string, text: string) =>
    recordDelivery.execute(actor, {
      lineId,
      requestKey: randomUUID(),
      deliveredOn,
      quantity: '1,5',
      note: text,
    })
  await note(head, '17.11.2026', 'Staś był skupiony')
  await note(coordinator, '20.11.2026', 'telefonicznie')
  const { deliveries } = await readLine.execute(coordinator, { lineId })
  expect(deliveries).toMatchObject([
    { on: '2026-11-20', quantity: 150, note: 'telefonicznie', mayCancel: true },
    { on: '2026-11-17', quantity: 150, note: 'Staś był skupiony', mayCancel: false },
  ])
})
