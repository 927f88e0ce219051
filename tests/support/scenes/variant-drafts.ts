import type { modelVariants } from '@/lib/catalogue'
import type { Actor } from '@/lib/policy/actor'
import { beginDraft, publishDraft, readVariant, saveDraft } from '@/lib/variants'
import { asOwner } from '@/tests/support/database'

type Key = ReturnType<typeof modelVariants>[number]['key']
type Sections = Omit<Parameters<typeof saveDraft.execute>[1], 'versionId' | 'version'>

/** The draft as the form was opened with it. */
export const draftOf = async (actor: Actor, key: Key) => {
  const { variant, shown } = await readVariant.execute(actor, { key, which: 'draft' })
  if (!variant.draft) throw new Error('no draft')
  return { target: { versionId: variant.draft.id, version: variant.draft.version }, body: shown.body }
}

/** Changes the draft, beginning one where there is none. */
export const change = async (actor: Actor, key: Key, sections: Sections): Promise<void> => {
  const { variant } = await readVariant.execute(actor, { key })
  if (!variant.draft)
    await beginDraft.execute(actor, { key, from: variant.versions[0]?.number ?? 'national' })
  await saveDraft.execute(actor, { ...(await draftOf(actor, key)).target, ...sections })
}

export const publish = async (actor: Actor, key: Key, note = 'Tak ustalono z zespołami.') =>
  publishDraft.execute(actor, { ...(await draftOf(actor, key)).target, note })

/** What one test published holds in no other. */
export const forgetVersions = async (): Promise<void> => {
  await asOwner().query(
    `update family_case set variant_version_id = null where variant_version_id is not null`,
  )
  await asOwner().query(`update team set variant_version_id = null where variant_version_id is not null`)
  await asOwner().query(`delete from variant_version`)
}

/** Every deadline as it is, but the diagnosis. */
export const diagnosisIn = (count: number, unit: 'calendar' | 'business'): Sections => ({
  terms: { diagnosis: { count: String(count), unit } },
})
