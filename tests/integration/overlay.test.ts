import { describe, expect, it } from 'vitest'
import { listLines, listMyServices, proposeServices, readLine } from '@/lib/baskets'
import {
  addService,
  correctService,
  endOverlay,
  listOverlay,
  listServices,
  readOverlay,
  readService,
  renameService,
  restoreOverlay,
  retireService,
} from '@/lib/catalogue'
import { recordUnmetNeed } from '@/lib/diagnosis'
import { offerServices, readInstitution } from '@/lib/institutions'
import { planSheet } from '@/lib/plans'
import { freeze } from '@/lib/platform/clock'
import type { Actor } from '@/lib/policy/actor'
import { lineRow, makePlan } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { refusal, refusedFields } from '@/tests/support/refusal'
import { coordinator, create, head, made, need, school, useScene } from '@/tests/support/scenes/basket'
import { over, rops, why } from '@/tests/support/scenes/overlay'

useScene()

const entries = async (actor: Actor) => {
  const list = await listOverlay.execute(actor, {})
  return [...list.now, ...list.ended].map((e) => [e.kind, e.name ?? e.national, e.state])
}
const propose = async (actor: Actor, serviceKey = '', providerId = '') =>
  proposeServices.execute(actor, { caseId: made.caseId, needId: need, serviceKey, providerId, lineId: '' })

describe('a service that the voivodeship adds', () => {
  it('is offered, asked for and named everywhere, and counted by its national key', async () => {
    const keeper = await rops()
    const { overlayId } = await addService.execute(keeper, {
      nationalKey: 'korepetycje',
      name: 'Nocne korepetycje',
      description: '',
      ...why,
    })
    const services = await listServices.execute(coordinator, { q: 'nocne', category: '' })
    expect(services.rows.map((r) => [r.key, r.name, r.national, r.regional, r.retired])).toEqual([
      [
        overlayId,
        'Nocne korepetycje',
        'Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)',
        true,
        false,
      ],
    ])

    // the school offers it, the form proposes it
    await offerServices.execute(head, { institutionId: school, added: [overlayId] })
    const offered = await readInstitution.execute(coordinator, { institutionId: school })
    expect(offered.services.map((s) => [s.name, s.retired])).toEqual([['Nocne korepetycje', false]])
    const { proposals } = await propose(coordinator)
    expect(
      proposals.filter((p) => p.service.key === overlayId).map((p) => [p.service.name, p.offers[0]?.name]),
    ).toEqual([['Nocne korepetycje', 'SP Trzciana']])

    const { lineId } = await create({ serviceKey: overlayId, send: 'on' })
    const row = await lineRow(lineId)
    expect([row.service_key, row.regional_service_id, row.category]).toEqual([
      'korepetycje',
      overlayId,
      'EDUKACJA',
    ])
    const { lines } = await listLines.execute(coordinator, { caseId: made.caseId })
    expect(lines.map((l) => [l.service, l.serviceKey, l.serviceChoice])).toEqual([
      ['Nocne korepetycje', 'korepetycje', overlayId],
    ])
    expect((await readLine.execute(coordinator, { lineId })).line.service).toBe('Nocne korepetycje')
    expect((await listMyServices.execute(head, {})).toAnswer.map((l) => l.service)).toContain(
      'Nocne korepetycje',
    )
    // what the family signs keeps both; the partner without an account reads the same name
    const planId = await makePlan(made, [lineId], 'approval')
    const { rows } = await asOwner().query(
      `select app.plan_body($1)::jsonb #>> '{lines,0,service}' as service,
         app.plan_body($1)::jsonb #>> '{lines,0,regional}' as regional,
         app.service_name('18', 'korepetycje', $2) as here, app.service_name('20', 'korepetycje', $2) as elsewhere`,
      [planId, overlayId],
    )
    expect(rows).toEqual([
      {
        service: 'korepetycje',
        regional: overlayId,
        here: 'Nocne korepetycje',
        elsewhere: 'Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)',
      },
    ])
    const sheet = await planSheet.execute(coordinator, { caseId: made.caseId, versionNo: 1 })
    expect(sheet.lines.map((l) => l.service)).toEqual(['Nocne korepetycje'])
    await over()
    // ended: offered to nobody, and the line goes on under its name
    expect(await refusedFields(create({ serviceKey: overlayId }))).toEqual({ serviceKey: 'serviceRetired' })
    expect((await readLine.execute(coordinator, { lineId })).line.service).toBe('Nocne korepetycje')
  })

  it('is found by the unmet need under the national key', async () => {
    const keeper = await rops()
    const { overlayId } = await addService.execute(keeper, {
      nationalKey: 'swietlica_szkolna',
      name: 'Klub po lekcjach',
      description: 'Do wieczora.',
      ...why,
    })
    await recordUnmetNeed.execute(coordinator, { needId: need, serviceKey: overlayId })
    const { rows } = await asOwner().query('select service_key from unmet_service where need_id = $1', [need])
    expect(rows).toEqual([{ service_key: 'swietlica_szkolna' }])
    await over()
  })

  it('has a name of its own', async () => {
    const keeper = await rops()
    const taken = addService.execute(keeper, {
      nationalKey: 'korepetycje',
      name: 'świetlica  SZKOLNA',
      description: '',
      ...why,
    })
    expect(await refusedFields(taken)).toEqual({ name: 'overlayNameTaken' })
    const nowhere = addService.execute(keeper, {
      nationalKey: 'czary',
      name: 'Czary',
      description: '',
      ...why,
    })
    expect(await refusedFields(nowhere)).toEqual({ nationalKey: 'choose' })
  })
})

describe('a national service', () => {
  it('is called as the voivodeship calls it from a day on, and again by its own name after the end', async () => {
    const keeper = await rops()
    const { lineId } = await create()
    const name = async () => (await readLine.execute(coordinator, { lineId })).line.service
    const { overlayId } = await renameService.execute(keeper, {
      nationalKey: 'korepetycje',
      name: 'Wsparcie w nauce',
      startsOn: '24.11.2026',
      reason: 'Nazwa z programu wojewódzkiego.',
    })
    expect(await name()).toBe('Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)')
    freeze('2026-11-24T09:00:00Z')
    expect(await name()).toBe('Wsparcie w nauce')
    expect((await readService.execute(coordinator, { key: 'korepetycje' })).name).toBe('Wsparcie w nauce')
    expect((await propose(coordinator, 'korepetycje', school)).chosen?.service).toBe('Wsparcie w nauce')

    await correctService.execute(keeper, {
      overlayId,
      version: 1,
      name: 'Pomoc w lekcjach',
      description: '',
      startsOn: '24.11.2026',
      reason: 'Literówka.',
    })
    expect(await name()).toBe('Pomoc w lekcjach')
    const twice = renameService.execute(keeper, { nationalKey: 'korepetycje', name: 'Lekcje', ...why })
    expect(await refusal(twice)).toBe('conflict overlay.alreadyThere')

    await endOverlay.execute(keeper, { overlayId, version: 2, endedOn: '24.11.2026', reason: 'Wycofane.' })
    expect(await name()).toBe('Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)')
    await restoreOverlay.execute(keeper, {
      overlayId,
      version: 3,
      startsOn: '24.11.2026',
      reason: 'Jednak tak.',
    })
    expect(await name()).toBe('Pomoc w lekcjach')
    const page = await readOverlay.execute(coordinator, { overlayId })
    expect(page.steps.map((s) => [s.step, s.name, s.on, s.reason])).toEqual([
      ['restored', 'Pomoc w lekcjach', '2026-11-24', 'Jednak tak.'],
      ['ended', 'Pomoc w lekcjach', '2026-11-24', 'Wycofane.'],
      ['corrected', 'Pomoc w lekcjach', '2026-11-24', 'Literówka.'],
      ['made', 'Wsparcie w nauce', '2026-11-24', 'Nazwa z programu wojewódzkiego.'],
    ])
    expect(await entries(coordinator)).toContainEqual(['renamed', 'Pomoc w lekcjach', 'live'])
    await over()
    freeze('2026-11-23T09:00:00Z')
  })

  it('that is retired is offered no more; what was begun goes on and can still be mended', async () => {
    const keeper = await rops()
    const { lineId } = await create()
    const { overlayId } = await retireService.execute(keeper, { nationalKey: 'korepetycje', ...why })
    expect(await refusedFields(create())).toEqual({ serviceKey: 'serviceRetired' })
    const { proposals, choices } = await propose(coordinator)
    expect(proposals.some((p) => p.service.key === 'korepetycje')).toBe(false)
    expect(choices.services.some((s) => s.id === 'korepetycje')).toBe(false)
    expect((await readLine.execute(coordinator, { lineId })).line.status).toBe('draft')
    const kept = await proposeServices.execute(coordinator, {
      caseId: made.caseId,
      needId: need,
      serviceKey: 'korepetycje',
      providerId: school,
      lineId,
    })
    expect(kept.chosen?.serviceKey).toBe('korepetycje')
    const again = offerServices.execute(head, {
      institutionId: school,
      added: ['korepetycje'],
    })
    expect(await refusedFields(again)).toEqual({ added: 'choose' })
    const list = await listServices.execute(coordinator, { q: 'korepetycje', category: '' })
    expect(list.rows.map((r) => [r.key, r.retired])).toEqual([['korepetycje', true]])

    await endOverlay.execute(keeper, { overlayId, version: 1, endedOn: '23.11.2026', reason: 'Wraca.' })
    expect(await refusal(create())).toBe('allowed')
  })
})

describe('figures', () => {
  it('of region and country count a service of the voivodeship under its national key', async () => {
    const keeper = await rops()
    const { overlayId } = await addService.execute(keeper, {
      nationalKey: 'klub_seniora',
      name: 'Klub złotego wieku',
      description: '',
      ...why,
    })
    const counted = async () => {
      const { rows } = await asOwner().query(
        `select f.col, count(*)::int as n from figures.facts('services') f where f.team = $1 group by 1 order by 1`,
        [made.teamId],
      )
      return rows.find((r) => r.col === 'uslugi_opiekuncze')?.n ?? 0
    }
    const before = await counted()
    const { lineId } = await create({ serviceKey: overlayId })
    await asOwner().query(`update basket_line set status = 'proposed', sent_at = now() where id = $1`, [
      lineId,
    ])
    expect((await counted()) - before).toBe(1)
    await over()
  })
})
