import { afterEach, describe, expect, it } from 'vitest'
import { freeze } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { beginDraft, dropDraft, publishDraft, readVariant, saveDraft } from '@/lib/variants'
import { useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { change, diagnosisIn, draftOf, forgetVersions, publish } from '@/tests/support/scenes/variant-drafts'
import { makeActor, makeInstitution } from '@/tests/support/world'

useDatabase()
afterEach(forgetVersions)

const ropsOf = async (seat: string) =>
  makeActor(await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat }), {
    role: 'rops_koordynator',
  })

const setting = async () => {
  freeze('2026-11-25T10:00:00Z')
  const ministry = await makeActor(await makeInstitution({ kind: 'ministerstwo', level: 'kraj' }), {
    role: 'ministerstwo',
  })
  return { keeper: await ropsOf('1863011'), other: await ropsOf('2061011'), ministry }
}

const byHand = (actor: Actor, id: string, data: object) =>
  asActor(actor, (tx) => tx.variantVersion.updateMany({ where: { id }, data }))

type Target = Parameters<typeof dropDraft.execute>[1]
const works = (actor: Actor, target: Target) => [
  () => saveDraft.execute(actor, { ...target, ...diagnosisIn(90, 'calendar') }),
  () => publishDraft.execute(actor, { ...target, note: 'Tak.' }),
  () => dropDraft.execute(actor, target),
]

describe('both locks of a variant', () => {
  it('keep a draft from another voivodeship, from its teams and from the ministry', async () => {
    const { keeper, other, ministry } = await setting()
    await change(keeper, 'I', diagnosisIn(20, 'calendar'))
    const { target, body } = await draftOf(keeper, 'I')
    const leader = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
    for (const actor of [other, leader, ministry]) {
      expect(await refusal(readVariant.execute(actor, { key: 'I', which: 'draft' }))).toBe(
        'notFound notFound',
      )
      for (const work of works(actor, target)) expect(await refusal(work())).toBe('notFound notFound')
      expect(await byHand(actor, target.versionId, { note: 'obcy' })).toEqual({ count: 0 })
      expect(await asActor(actor, (tx) => tx.variantVersion.count())).toBe(0)
    }
    for (const actor of [leader, ministry]) {
      expect(await refusal(beginDraft.execute(actor, { key: 'II', from: 'national' }))).toBe(
        'forbidden forbidden',
      )
      const added = asActor(actor, (tx) =>
        tx.variantVersion.create({
          data: {
            wojewodztwoCode: '18',
            variantKey: 'II',
            body,
            institutionId: actor.institutionId,
            createdById: actor.userId,
          },
        }),
      )
      await expect(added).rejects.toThrow()
    }
    expect((await draftOf(keeper, 'I')).body.terms.diagnosis.count).toBe(20)
  })

  it('leave a published version as it is, whoever asks and however', async () => {
    const { keeper, other, ministry } = await setting()
    await change(keeper, 'I', diagnosisIn(20, 'calendar'))
    const { target } = await draftOf(keeper, 'I')
    await publish(keeper, 'I')
    for (const work of works(keeper, target)) expect(await refusal(work())).toBe('conflict variant.published')
    expect(await refusal(dropDraft.execute(other, target))).toBe('forbidden forbidden')
    for (const data of [{ note: 'inna' }, { publishedAt: null }, { number: 7 }, { variantKey: 'II' }])
      await expect(byHand(keeper, target.versionId, data)).rejects.toThrow(/never changes/u)
    expect(await byHand(other, target.versionId, { note: 'inna' })).toEqual({ count: 0 })
    const dropped = await asActor(keeper, (tx) =>
      tx.variantVersion.deleteMany({ where: { id: target.versionId } }),
    )
    expect(dropped).toEqual({ count: 0 })
    // another voivodeship and the ministry go by the national model
    for (const actor of [other, ministry]) {
      const page = await readVariant.execute(actor, { key: 'I' })
      expect([page.variant.versions, page.shown.number]).toEqual([[], null])
    }
  })

  it('give the number in the database alone, and never publish in passing', async () => {
    const { keeper } = await setting()
    await change(keeper, 'III', diagnosisIn(20, 'calendar'))
    const { target, body } = await draftOf(keeper, 'III')
    const inTheNameOf = (publishedById: string) =>
      byHand(keeper, target.versionId, { note: 'Tak.', publishedAt: new Date(), publishedById })
    await expect(inTheNameOf(crypto.randomUUID())).rejects.toThrow(/own name/u)
    await byHand(keeper, target.versionId, {
      number: 40,
      note: 'Tak.',
      publishedAt: new Date(),
      publishedById: keeper.userId,
    })
    expect((await readVariant.execute(keeper, { key: 'III' })).shown.number).toBe(1)
    const published = asActor(keeper, (tx) =>
      tx.variantVersion.create({
        data: {
          wojewodztwoCode: '18',
          variantKey: 'II',
          number: 1,
          body,
          note: 'Tak.',
          publishedAt: new Date(),
          publishedById: keeper.userId,
          institutionId: keeper.institutionId,
          createdById: keeper.userId,
        },
      }),
    )
    await expect(published).rejects.toThrow()
  })
})
