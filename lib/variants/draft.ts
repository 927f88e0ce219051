import { z } from 'zod'
import { variantKeys } from '@/lib/catalogue'
import { tell } from '@/lib/notifications'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, notFound } from '@/lib/platform/errors'
import type { VariantVersion } from '@/lib/platform/generated/prisma/client'
import { prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { nationalBody, readBody, type VariantBody } from '@/lib/variants/body'
import { variantChanges } from '@/lib/variants/changes'
import { ownRegion, regionOf, type VersionFacts, variantKeyOf, versionFacts } from '@/lib/variants/facts'

export const target = { versionId: uuid(), version: version() }
export const touched = (_r: unknown, _i: unknown, { row }: VersionFacts) => ({
  subjectKind: 'variant',
  subjectIds: [row.id],
})

/** What was published stays as it is. */
export const demandDraft = (row: VariantVersion): void => {
  if (row.publishedAt) throw conflict('variant.published')
}

type Published = Pick<VariantVersion, 'wojewodztwoCode' | 'variantKey'>

const publishedBody = async (
  { tx }: Context,
  { wojewodztwoCode, variantKey }: Published,
  number?: number,
): Promise<VariantBody | null> => {
  const row = await tx.variantVersion.findFirst({
    where: { wojewodztwoCode, variantKey, number: number ?? { not: null } },
    orderBy: { number: 'desc' },
    select: { body: true },
  })
  return row && readBody(row.body)
}

/** Begins the next version of a variant, as a copy of the national model or of a version that was published. */
export const beginDraft = defineCommand({
  name: 'variant.draft',
  input: z.strictObject({
    key: z.enum(variantKeys, { error: 'choose' }),
    from: z.union(
      [z.literal('national'), z.coerce.number({ error: 'choose' }).int('choose').min(1, 'choose')],
      {
        error: 'choose',
      },
    ),
  }),
  subject: ownRegion,
  run: async (ctx, { key, from }) => {
    const { tx, actor } = ctx
    const of = { wojewodztwoCode: regionOf(ctx) ?? '', variantKey: key }
    if ((await tx.variantVersion.count({ where: { ...of, publishedAt: null } })) > 0)
      throw conflict('variant.draftThere')
    const body = from === 'national' ? nationalBody(key) : await publishedBody(ctx, of, from)
    if (!body) throw notFound()
    const row = await tx.variantVersion.create({
      data: { ...of, body, institutionId: actor.institutionId, createdById: actor.userId },
    })
    return { versionId: row.id, key }
  },
  audit: ({ versionId }) => ({ subjectKind: 'variant', subjectIds: [versionId] }),
})

/** Throws the draft away; what holds goes on holding. */
export const dropDraft = defineCommand({
  name: 'variant.dropDraft',
  input: z.strictObject(target),
  subject: versionFacts,
  run: async ({ tx }, { version: seen }, { row }) => {
    demandDraft(row)
    const { count } = await tx.variantVersion.deleteMany({
      where: { id: row.id, version: seen, publishedAt: null },
    })
    if (count !== 1) throw conflict('stale')
    return { key: variantKeyOf(row.variantKey) }
  },
  audit: touched,
})

/** Leaders and animators of the teams that go by an older version: whether their team moves is decided with the team. */
const tellTeams = async (ctx: Context, { wojewodztwoCode, variantKey }: Published): Promise<void> => {
  const day = toDbDate(ctx.today)
  const teams = await ctx.tx.team.findMany({
    where: { wojewodztwoCode, variantKey, status: { not: 'dissolved' } },
    select: { id: true },
  })
  const people = await ctx.tx.roleAssignment.findMany({
    where: {
      teamId: { in: teams.map(({ id }) => id) },
      role: { in: ['lider_gminny', 'lider_powiatowy', 'animator'] },
      endedAt: null,
      startsOn: { lte: day },
      OR: [{ endsOn: null }, { endsOn: { gte: day } }],
    },
    select: { userId: true, institutionId: true, teamId: true },
  })
  for (const teamId of new Set(people.map((person) => person.teamId)))
    await tell(
      ctx,
      people.filter((person) => person.teamId === teamId),
      { kind: 'variant.newer', teamId },
    )
}

/** The draft becomes the version with which new teams begin; its number comes from the database. */
export const publishDraft = defineCommand({
  name: 'variant.publish',
  input: z.strictObject({ ...target, note: prose(1000) }),
  subject: versionFacts,
  run: async (ctx, { version: seen, note }, { row }) => {
    demandDraft(row)
    const key = variantKeyOf(row.variantKey)
    const before = (await publishedBody(ctx, row)) ?? nationalBody(key)
    if (variantChanges(before, readBody(row.body)).length === 0) throw conflict('variant.unchanged')
    const { count } = await ctx.tx.variantVersion.updateMany({
      where: { id: row.id, version: seen, publishedAt: null },
      data: { publishedAt: ctx.now, publishedById: ctx.actor.userId, note, version: { increment: 1 } },
    })
    if (count !== 1) throw conflict('stale')
    await tellTeams(ctx, row)
    const { number } = await ctx.tx.variantVersion.findUniqueOrThrow({
      where: { id: row.id },
      select: { number: true },
    })
    return { key, number }
  },
  audit: touched,
})
