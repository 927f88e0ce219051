import { describe, expect, it } from 'vitest'
import { addService, endOverlay, listOverlay, readOverlay, readService, renameService } from '@/lib/catalogue'
import { offerServices, readInstitution } from '@/lib/institutions'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { coordinator, create, head, leader, school, useScene } from '@/tests/support/scenes/basket'
import { over, rops, why } from '@/tests/support/scenes/overlay'
import { makeActor, makeInstitution } from '@/tests/support/world'

useScene()

const entries = async (actor: Actor) => {
  const list = await listOverlay.execute(actor, {})
  return [...list.now, ...list.ended].map((e) => e.name ?? e.national)
}

describe('both locks', () => {
  it('let nobody but the ROPS of the voivodeship change it', async () => {
    const keeper = await rops()
    const { overlayId } = await renameService.execute(keeper, {
      nationalKey: 'teleopieka',
      name: 'Opaska życia',
      ...why,
    })
    for (const actor of [coordinator, leader, head])
      expect(
        await refusal(renameService.execute(actor, { nationalKey: 'klub_seniora', name: 'Klub', ...why })),
      ).toBe('forbidden forbidden')
    const byHand = (actor: Actor) =>
      asActor(actor, (tx) =>
        tx.serviceOverlay.updateMany({
          where: { id: overlayId },
          data: { name: 'Cudza', nameFolded: 'cudza' },
        }),
      )
    expect(await byHand(leader)).toEqual({ count: 0 })
    const inserted = asActor(leader, (tx) =>
      tx.serviceOverlay.createMany({
        data: [
          {
            wojewodztwoCode: '18',
            kind: 'retired',
            serviceKey: 'klub_seniora',
            reason: 'bo tak',
            startsOn: new Date('2026-01-01'),
            institutionId: leader.institutionId,
            createdById: leader.userId,
          },
        ],
      }),
    )
    await expect(inserted).rejects.toThrow()
    const moved = asActor(keeper, (tx) =>
      tx.serviceOverlay.updateMany({ where: { id: overlayId }, data: { serviceKey: 'klub_seniora' } }),
    )
    await expect(moved).rejects.toThrow()
    await over()
  })

  it('show nothing of it in another voivodeship, to the ministry, or in a line of another team', async () => {
    const keeper = await rops()
    const { overlayId } = await addService.execute(keeper, {
      nationalKey: 'korepetycje',
      name: 'Tylko u nas',
      description: '',
      ...why,
    })
    const far = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '2061011' })
    const stranger = await makeActor(far, { role: 'rops_koordynator' })
    const ministry = await makeActor(await makeInstitution({ kind: 'ministerstwo', level: 'kraj' }), {
      role: 'ministerstwo',
    })
    for (const actor of [stranger, ministry]) {
      expect(await entries(actor)).toEqual([])
      expect(await refusal(readOverlay.execute(actor, { overlayId }))).toBe('notFound notFound')
      expect(await refusal(readService.execute(actor, { key: overlayId }))).toBe('notFound notFound')
      expect(
        await refusal(
          endOverlay.execute(actor, { overlayId, version: 1, endedOn: '24.11.2026', reason: 'x' }),
        ),
      ).toMatch(/^(notFound notFound|forbidden forbidden)$/u)
    }
    // their list of the institution does not tell of it either
    await offerServices.execute(head, { institutionId: school, added: [overlayId] })
    const seen = await readInstitution.execute(stranger, { institutionId: school })
    expect(seen.services.map((s) => s.name)).not.toContain('Tylko u nas')
    const { lineId } = await create({ serviceKey: overlayId })
    const wrong = asOwner().query(`update basket_line set service_key = 'klub_seniora' where id = $1`, [
      lineId,
    ])
    await expect(wrong).rejects.toThrow(/another national key/u)
    await over()
  })
})
