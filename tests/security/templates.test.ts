import { describe, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as templates from '@/lib/templates'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  child,
  clinic,
  coordinator,
  head,
  leader,
  made,
  ops,
  school,
  team,
  useScene,
} from '@/tests/support/scenes/basket'
import { finishBasket, secrets, template } from '@/tests/support/scenes/templates'
import { makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useScene()

/** Everything that the database holds of a template, as text. */
const storedText = async (templateId: string): Promise<string> => {
  const { rows } = await asOwner().query(
    `select (select json_agg(t)::text from basket_template t where t.id = $1)
       || (select json_agg(l)::text from basket_template_line l where l.template_id = $1) as said`,
    [templateId],
  )
  return rows[0]?.said ?? ''
}

describe('no string of the family', () => {
  it('stands in a template: neither words nor names, numbers, institutions, dates or amounts', async () => {
    const lines = await finishBasket()
    const { templateId } = await template(lines.slice(0, 2))
    const said = await storedText(templateId)
    expect(said).toContain('korepetycje')
    const { rows } = await asOwner().query(`select number from family_case where id = $1`, [made.caseId])
    const ofTheCase = [
      ...Object.values(secrets).flatMap((text) => [text, ...text.split(' ').filter((w) => w.length > 5)]),
      'Staś',
      'Wrzosek',
      'Rodzina Próbna',
      'SP Trzciana',
      'Poradnia PP',
      rows[0]?.number,
      made.caseId,
      made.familyId,
      child,
      school,
      clinic,
      ...lines,
      '2026-01-12',
      '2026-06-26',
      '2026-02-10',
      '2026-01-05',
      '15:15',
      '73911',
      '739',
    ]
    expect(ofTheCase.filter((text) => said.includes(String(text)))).toEqual([])
  })

  it('is shown with it, and no column could hold one: what a template keeps of a line is a closed list', async () => {
    const { rows } = await asOwner().query(
      `select column_name from information_schema.columns where table_name = 'basket_template_line' order by 1`,
    )
    expect(rows.map((r) => r.column_name)).toEqual([
      'area_keys',
      'frequency',
      'funding_key',
      'id',
      'kind_key',
      'length_weeks',
      'need_keys',
      'position',
      'quantity',
      'regional_service_id',
      'service_key',
      'start_week',
      'team_id',
      'template_id',
    ])
  })
})

/** The same asked of the use case and of the database past it. */
const sees = async (actor: Actor, templateId: string): Promise<[string, number]> => [
  await refusal(templates.readTemplate.execute(actor, { templateId })),
  await asActor(actor, (tx) => tx.basketTemplateLine.count({ where: { templateId } })),
]

describe('who reads a template', () => {
  it('who builds baskets in the team; its ROPS once it was offered; the voivodeship once it is shared', async () => {
    const lines = await finishBasket()
    const { templateId } = await template(lines.slice(0, 2))
    const other = await makeInstitution()
    const otherTeam = await makeTeam({ lead: other })
    const neighbour = await makeActor(other, {
      role: 'koordynator_rodziny',
      caseId: (await makeCase({ teamId: otherTeam, owner: other })).caseId,
    })
    const centre = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
    const rops = await makeActor(centre, { role: 'rops_koordynator' })
    const far = await makeInstitution({ seat: '2013082' })
    const stranger = await makeActor(far, { role: 'lider_gminny' })
    const farRops = await makeActor(
      await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '2061011' }),
      {
        role: 'rops_koordynator',
      },
    )
    const radny = await makeActor(ops, { role: 'radny' })
    const hidden: [string, number] = ['notFound notFound', 0]
    const shown: [string, number] = ['allowed', 2]

    expect(await sees(coordinator, templateId)).toEqual(shown)
    expect(await sees(leader, templateId)).toEqual(shown)
    for (const actor of [neighbour, rops, stranger, farRops, radny, head])
      expect(await sees(actor, templateId)).toEqual(hidden)

    expect(await refusal(templates.shareTemplate.execute(leader, { templateId, version: 1 }))).toBe(
      'forbidden forbidden',
    )
    await templates.offerTemplate.execute(leader, { templateId, version: 1, offered: 'on' })
    expect(await sees(rops, templateId)).toEqual(shown)
    for (const actor of [neighbour, farRops, stranger]) expect(await sees(actor, templateId)).toEqual(hidden)

    await templates.shareTemplate.execute(rops, { templateId, version: 2 })
    expect(await sees(neighbour, templateId)).toEqual(shown)
    for (const actor of [farRops, stranger, radny, head])
      expect(await sees(actor, templateId)).toEqual(hidden)
    // whose it is stays untold
    expect((await templates.readTemplate.execute(neighbour, { templateId })).team).toBeNull()
    expect(await refusal(templates.retireTemplate.execute(neighbour, { templateId, version: 3 }))).toBe(
      'forbidden forbidden',
    )
    await templates.unshareTemplate.execute(rops, { templateId, version: 3 })
    expect(await sees(neighbour, templateId)).toEqual(hidden)
  })

  it('past the use cases nobody writes one for another team, shares it, or changes its services', async () => {
    const lines = await finishBasket()
    const { templateId } = await template(lines.slice(0, 2))
    const fresh = (actor: Actor, teamId: string) =>
      asActor(actor, (tx) =>
        tx.basketTemplate.createMany({
          data: [
            {
              teamId,
              wojewodztwoCode: '18',
              institutionId: actor.institutionId,
              needKey: 'ubostwo',
              name: 'Cudzy',
              nameFolded: 'cudzy',
              createdById: actor.userId,
            },
          ],
        }),
      )
    await expect(fresh(head, team)).rejects.toThrow()
    await expect(fresh(coordinator, await makeTeam({ lead: await makeInstitution() }))).rejects.toThrow()
    const share = asActor(leader, (tx) =>
      tx.basketTemplate.updateMany({
        where: { id: templateId },
        data: { offeredOn: new Date('2026-11-23'), sharedOn: new Date('2026-11-23') },
      }),
    )
    await expect(share).rejects.toThrow()
    const line = asActor(coordinator, (tx) =>
      tx.basketTemplateLine.updateMany({ where: { templateId }, data: { serviceKey: 'klub_seniora' } }),
    )
    await expect(line).rejects.toThrow()
    expect(
      await asActor(head, (tx) =>
        tx.basketTemplate.updateMany({ where: { id: templateId }, data: { name: 'Cudzy' } }),
      ),
    ).toEqual({ count: 0 })
  })

  it('an assistant applies, and does not make, one; who only delivers does neither', async () => {
    const lines = await finishBasket()
    const { templateId } = await template(lines.slice(0, 2))
    const next = await makeCase({ teamId: team, owner: ops, status: 'planning' })
    const assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: next.caseId })
    const look = (actor: Actor) =>
      refusal(templates.previewTemplate.execute(actor, { caseId: next.caseId, templateId, startsOn: '' }))
    expect(await look(assistant)).toBe('allowed')
    expect(await look(leader)).toBe('forbidden forbidden')
    expect(await look(head)).toBe('notFound notFound')
    expect(await refusal(templates.prepareTemplate.execute(assistant, { caseId: next.caseId }))).toBe(
      'forbidden forbidden',
    )
  })
})
