import { z } from 'zod'
import { areas, institutionKinds, modelVariants, type VariantKey, variantKeys } from '@/lib/catalogue'
import { notFound } from '@/lib/platform/errors'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { choosableKinds, nationalBody, readBody, type VariantBody } from '@/lib/variants/body'
import { isKeeper, ownRegion, regionOf } from '@/lib/variants/facts'

export type PublishedRow = {
  readonly id: string
  readonly number: number
  readonly publishedAt: Date
  /** What is new in it and why. */
  readonly note: string
  /** How many teams go by it; null: not for this person. */
  readonly teams: number | null
}

type Draft = { readonly id: string; readonly version: number; readonly updatedAt: Date }

export type VariantRow = {
  readonly key: VariantKey
  readonly name: string
  readonly forWhom: string
  /** Newest first; the first one holds for new teams. None: the national model. */
  readonly versions: readonly PublishedRow[]
  readonly nationalTeams: number | null
  /** Only for the ROPS. */
  readonly draft: Draft | null
}

const rowsOf = async (ctx: Context, keys: readonly VariantKey[]): Promise<VariantRow[]> => {
  const region = regionOf(ctx)
  const keeper = isKeeper(ctx)
  const ofRegion = { wojewodztwoCode: region ?? '', variantKey: { in: [...keys] } }
  const rows = await ctx.tx.variantVersion.findMany({
    where: ofRegion,
    orderBy: { number: 'desc' },
    omit: { body: true },
  })
  const counts = keeper
    ? await ctx.tx.team.groupBy({
        by: ['variantKey', 'variantVersionId'],
        where: { ...ofRegion, status: { not: 'dissolved' } },
        _count: true,
      })
    : []
  const teams = (key: VariantKey, id: string | null) =>
    keeper ? (counts.find((c) => c.variantKey === key && c.variantVersionId === id)?._count ?? 0) : null
  return modelVariants()
    .filter(({ key }) => keys.includes(key))
    .map(({ key, namePl, forPl }) => {
      const own = rows.filter((row) => row.variantKey === key)
      const draft = own.find((row) => row.publishedAt === null)
      return {
        key,
        name: namePl,
        forWhom: forPl,
        versions: own.flatMap(({ id, number, publishedAt, note }) =>
          number && publishedAt ? [{ id, number, publishedAt, note: note ?? '', teams: teams(key, id) }] : [],
        ),
        nationalTeams: teams(key, null),
        draft: draft ? { id: draft.id, version: draft.version, updatedAt: draft.updatedAt } : null,
      }
    })
}

/** The three variants as they hold in the voivodeship of the actor. */
export const listVariants = defineQuery({
  name: 'variant.list',
  input: z.strictObject({}),
  subject: ownRegion,
  run: async (ctx) => ({ rows: await rowsOf(ctx, variantKeys), mayEdit: isKeeper(ctx) }),
  audit: 'notPersonal',
})

const which = z
  .union([z.enum(['newest', 'national', 'draft']), z.coerce.number().int().min(1).max(9999)])
  .default('newest')

const bodyOf = async (
  ctx: Context,
  { key, versions, draft }: VariantRow,
  wanted: z.output<typeof which>,
): Promise<{ id: string | null; number: number | null; body: VariantBody }> => {
  const row =
    wanted === 'draft'
      ? draft && { id: draft.id, number: null }
      : versions.find(({ number }, i) => (wanted === 'newest' ? i === 0 : number === wanted))
  if (wanted === 'national' || (wanted === 'newest' && !row))
    return { id: null, number: null, body: nationalBody(key) }
  if (!row) throw notFound()
  const { body } = await ctx.tx.variantVersion.findUniqueOrThrow({ where: { id: row.id } })
  return { id: row.id, number: row.number, body: readBody(body) }
}

/** Names for the keys of a body: what the pages write and the forms offer. */
const offered = () => ({
  kinds: institutionKinds()
    .filter(({ key }) => choosableKinds().includes(key))
    .map(({ key, namePl, sector }) => ({ key, name: namePl, sector })),
  areas: areas().map(({ key, namePl }) => ({ key, name: namePl })),
})

/** One version of a variant, the national model, or the draft for its keepers; and what else there is of the variant. */
export const readVariant = defineQuery({
  name: 'variant.read',
  input: z.strictObject({ key: z.enum(variantKeys, { error: 'choose' }), which }),
  subject: ownRegion,
  run: async (ctx, { key, which: wanted }) => {
    const [variant] = await rowsOf(ctx, [key])
    if (!variant) throw notFound()
    return {
      variant,
      shown: await bodyOf(ctx, variant, wanted),
      offered: offered(),
      mayEdit: isKeeper(ctx),
    }
  },
  audit: 'notPersonal',
})
export type VariantPage = Awaited<ReturnType<typeof readVariant.execute>>
