import { type VariantKey, variantKeys } from '@/lib/catalogue'
import { dateInWarsaw, type IsoDate } from '@/lib/format/dates'
import type { Context } from '@/lib/policy/usecase'
import { nationalBody, readBody, type VariantBody } from '@/lib/variants/body'
import { sharedWords, type VariantWords, wordsOf } from '@/lib/variants/words'

/** A variant as one team or case goes by it. */
export type VariantModel = {
  /** The version of its region; null: the national model. */
  readonly version: {
    readonly id: string
    readonly number: number
    readonly publishedOn: IsoDate | null
  } | null
  readonly key: VariantKey
  readonly body: VariantBody
  readonly words: VariantWords
}

/** What a team or a case is bound to. */
export type Pinned = { readonly variantKey: string; readonly variantVersionId: string | null }

const isVariant = (key: string | null): key is VariantKey => variantKeys.some((known) => known === key)

/** The national model; a key that nobody knows goes by what all variants share. */
const national = (key: string): VariantModel => {
  const known = isVariant(key) ? key : 'I'
  const body = nationalBody(known)
  return { version: null, key: known, body, words: isVariant(key) ? wordsOf(body) : sharedWords }
}

// a published version never changes (trigger keep_variant_version) and names nobody, so that it is read once
const published = new Map<string, VariantModel>()

const load = async ({ tx }: Context, id: string): Promise<VariantModel> => {
  const row = await tx.variantVersion.findUniqueOrThrow({ where: { id } })
  const body = readBody(row.body)
  const key = isVariant(row.variantKey) ? row.variantKey : 'I'
  const publishedOn = row.publishedAt && dateInWarsaw(row.publishedAt)
  const model = { version: { id, number: row.number ?? 0, publishedOn }, key, body, words: wordsOf(body) }
  if (row.publishedAt) published.set(id, model)
  return model
}

/** The version that this team or case began with, or was moved to; an unknown variant has the words that all share. */
export const modelOf = async (ctx: Context, pinned: Pinned): Promise<VariantModel> => {
  const { variantVersionId: id, variantKey } = pinned
  return id ? (published.get(id) ?? load(ctx, id)) : national(variantKey)
}

/** With what a team founded today in this voivodeship would begin: the region's newest version, else the national one. */
export const newestModel = async (
  ctx: Context,
  wojewodztwoCode: string,
  variantKey: VariantKey,
): Promise<VariantModel> => {
  const newest = await ctx.tx.variantVersion.findFirst({
    where: { wojewodztwoCode, variantKey, publishedAt: { not: null } },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  return modelOf(ctx, { variantKey, variantVersionId: newest?.id ?? null })
}
