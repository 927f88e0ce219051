import { variantKeys } from '@/lib/catalogue'
import { notFound } from '@/lib/platform/errors'
import type { VariantVersion } from '@/lib/platform/generated/prisma/client'
import type { Role } from '@/lib/policy/actor'
import type { Facts } from '@/lib/policy/decide'
import { may } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

/** Who works in no voivodeship: they read the national model. */
const nationwide: readonly Role[] = ['operator', 'ministerstwo']

/** The voivodeship whose models hold where the actor works; null: none. */
export const regionOf = ({ actor }: Context): string | null =>
  actor.assignments.every(({ role }) => nationwide.includes(role))
    ? null
    : (actor.assignments.find((a) => a.wojewodztwoCode)?.wojewodztwoCode ?? actor.wojewodztwoCode)

export const ownRegion = (ctx: Context): Facts => ({ wojewodztwoCode: regionOf(ctx) })

/** Only the ROPS sees drafts, and how many teams go by which version. */
export const isKeeper = (ctx: Context): boolean => may(ctx.actor, 'variant.draft', ownRegion(ctx))

/** A version as one works with it; a draft of another voivodeship is not there (row-level security). */
export type VersionFacts = Facts & { readonly row: VariantVersion }

export const versionFacts = async (
  { tx }: Context,
  { versionId }: { readonly versionId: string },
): Promise<VersionFacts> => {
  const row = await tx.variantVersion.findUnique({ where: { id: versionId } })
  if (!row) throw notFound()
  return { wojewodztwoCode: row.wojewodztwoCode, row }
}

/** A key of the three, as it is stored. */
export const variantKeyOf = (key: string) => variantKeys.find((known) => known === key) ?? 'I'
