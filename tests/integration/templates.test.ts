import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { listLines } from '@/lib/baskets'
import type { Actor } from '@/lib/policy/actor'
import * as templates from '@/lib/templates'
import { makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { refusal, refusedFields } from '@/tests/support/refusal'
import { clinic, coordinator, leader, made, ops, school, team, useScene } from '@/tests/support/scenes/basket'
import { finishBasket, template } from '@/tests/support/scenes/templates'
import {
  consent,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
} from '@/tests/support/world'

useScene()

/** Another family of the same team, with a child who misses school, and who coordinates it. */
const nextFamily = async (teamId: string, owner: string, gmina?: string) => {
  const next = await makeCase({ teamId, owner, status: 'planning', ...(gmina ? { gmina } : {}) })
  const girl = await makePerson(next, { givenName: 'Ola', familyName: 'Nowa' })
  const worker = await makeActor(owner, { role: 'koordynator_rodziny', caseId: next.caseId })
  const needId = randomUUID()
  await insert('need', {
    id: needId,
    case_id: next.caseId,
    team_id: teamId,
    owner_institution_id: owner,
    person_id: girl,
    need_key: 'nauka_absencja',
    category: 'EDUKACJA',
    created_by_id: worker.userId,
  })
  return { next, girl, worker, needId }
}

const preview = (actor: Actor, caseId: string, templateId: string) =>
  templates.previewTemplate.execute(actor, { caseId, templateId, startsOn: '7.12.2026' })

describe('a template', () => {
  it('is made of what came about in a finished basket: services, rhythm, weeks, kinds, areas, funding', async () => {
    const [first = '', second = ''] = await finishBasket()
    const prepared = await templates.prepareTemplate.execute(coordinator, { caseId: made.caseId })
    expect([prepared.finished, prepared.problem, prepared.lines.length]).toEqual([true, 'nauka_absencja', 2])
    const { templateId } = await template([first, second])
    const view = await templates.readTemplate.execute(coordinator, { templateId })
    expect(view.lines.map((l) => l.coded)).toMatchObject([
      {
        serviceKey: 'korepetycje',
        kindKey: 'szkola_podstawowa',
        needKeys: ['nauka_absencja'],
        areaKeys: ['edukacja'],
        frequency: 'weekly',
        quantity: '1',
        startWeek: 0,
        lengthWeeks: 24,
        fundingKey: 'budzet_gminy',
      },
      {
        serviceKey: 'diagnoza_ppp',
        kindKey: 'ppp',
        areaKeys: [],
        frequency: 'once',
        quantity: '2',
        startWeek: 4,
        lengthWeeks: 1,
        fundingKey: null,
      },
    ])
  })

  it('is not made of a basket that goes on, of a refused service, or by who does not coordinate', async () => {
    const [first = '', , refused = ''] = await finishBasket()
    expect(await refusedFields(template([refused]))).toEqual({ lineIds: 'choose' })
    expect(await refusedFields(template([first], { name: 'Jak u Stasia Wrzoska' }))).toEqual({
      name: 'templateNamesSomebody',
    })
    const asked = { caseId: made.caseId, name: 'x', description: '', needKey: 'ubostwo', lineIds: [first] }
    expect(await refusal(templates.makeTemplate.execute(leader, asked))).toBe('forbidden forbidden')
    await asOwner().query(`update family_case set status = 'inProgress', closed_on = null where id = $1`, [
      made.caseId,
    ])
    await makeLine(made, { provider: school, createdBy: coordinator.userId, status: 'inProgress' })
    expect(await refusal(template([first]))).toBe('conflict template.notFinished')
  })

  it('is found by words and problem, put right, retired and found again', async () => {
    const lines = await finishBasket()
    const { templateId } = await template(lines.slice(0, 2), { name: 'Żółty szlak' })
    const find = async (fields: object = {}) =>
      (
        await templates.listTemplates.execute(leader, { q: 'ZOLT', problem: '', retired: false, ...fields })
      ).rows.map((r) => r.name)
    expect(await find()).toEqual(['Żółty szlak'])
    expect(await find({ problem: 'ubostwo' })).toEqual([])
    await templates.correctTemplate.execute(coordinator, {
      templateId,
      version: 1,
      name: 'Żółta droga',
      description: '',
      needKey: 'ubostwo',
    })
    expect(await find({ problem: 'ubostwo' })).toEqual(['Żółta droga'])
    const stale = templates.retireTemplate.execute(coordinator, { templateId, version: 1 })
    expect(await refusal(stale)).toBe('conflict stale')
    await templates.retireTemplate.execute(coordinator, { templateId, version: 2 })
    expect(await find()).toEqual([])
    expect(await find({ retired: true })).toEqual(['Żółta droga'])
    const { next, worker } = await nextFamily(team, ops)
    expect(await refusal(preview(worker, next.caseId, templateId))).toBe('notFound notFound')
    await templates.restoreTemplate.execute(leader, { templateId, version: 3 })
    expect(await find()).toEqual(['Żółta droga'])
  })
})

describe('the preview in the basket of another family', () => {
  it('names members of this team alone, what nobody here gives, and what clashes; nothing arises', async () => {
    const lines = await finishBasket()
    const { templateId } = await template(lines.slice(0, 2))
    const { next, worker, needId } = await nextFamily(team, ops)
    const there = await makeLine(next, { provider: clinic, createdBy: worker.userId, startsOn: '2026-12-10' })
    const page = await preview(worker, next.caseId, templateId)
    expect(page.lines.map((l) => [l.words.service, l.startsOn, l.endsOn, l.needId])).toEqual([
      ['Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)', '2026-12-07', '2027-05-23', needId],
      [
        'Diagnoza i opinia / orzeczenie poradni psychologiczno-pedagogicznej',
        '2027-01-04',
        '2027-01-10',
        needId,
      ],
    ])
    expect(page.lines.map((l) => l.providers)).toEqual([
      [
        { id: school, name: 'SP Trzciana', declared: false },
        { id: clinic, name: 'Poradnia PP', declared: true },
      ],
      [{ id: clinic, name: 'Poradnia PP', declared: false }],
    ])
    expect(page.lines.map((l) => l.clashes.map((c) => [c.lineId, c.why]))).toEqual([[[there, 'same']], []])
    const { lines: basket } = await listLines.execute(worker, { caseId: next.caseId })
    expect(basket.map((l) => l.id)).toEqual([there])
  })

  it('becomes drafts of the chosen lines, with need, person and goals of this family; nobody is asked', async () => {
    const lines = await finishBasket()
    const { templateId } = await template(lines.slice(0, 2))
    const { next, girl, worker, needId } = await nextFamily(team, ops)
    await joinCase(next, school)
    await consent(next, girl, school, ['PODSTAWOWE', 'EDUKACJA'])
    const [one, two] = (await preview(worker, next.caseId, templateId)).lines
    const apply = (rows: object[]) =>
      templates.applyTemplate.execute(worker, {
        caseId: next.caseId,
        templateId,
        version: 1,
        startsOn: '7.12.2026',
        rows: rows as never,
      })
    const outsider = await makeInstitution({ kind: 'szkola_podstawowa' })
    expect(
      await refusedFields(apply([{ lineId: one?.id, use: 'on', needId: '', providerId: outsider }])),
    ).toEqual({
      'rows.0.needId': 'choose',
      'rows.0.providerId': 'choose',
    })
    expect(await refusal(apply([{ lineId: one?.id, use: '', needId, providerId: school }]))).toBe(
      'conflict template.nothingChosen',
    )
    const { lineIds } = await apply([
      { lineId: one?.id, use: 'on', needId, providerId: school },
      { lineId: two?.id, use: '', needId, providerId: clinic },
    ])
    const { rows } = await asOwner().query(
      `select l.id, l.status, l.service_key, l.provider_institution_id, l.starts_on::text, l.ends_on::text, l.frequency,
         l.quantity::text, l.funding_key, l.title, l.scope, h.place, l.sent_at,
         array(select person_id from line_beneficiary b where b.line_id = l.id) as persons
       from basket_line l join line_schedule h on h.line_id = l.id where l.case_id = $1`,
      [next.caseId],
    )
    expect(rows).toEqual([
      {
        id: lineIds[0],
        status: 'draft',
        service_key: 'korepetycje',
        provider_institution_id: school,
        starts_on: '2026-12-07',
        ends_on: '2027-05-23',
        frequency: 'weekly',
        quantity: '1.00',
        funding_key: 'budzet_gminy',
        title: null,
        scope: null,
        place: null,
        sent_at: null,
        persons: [girl],
      },
    ])
  })
})
