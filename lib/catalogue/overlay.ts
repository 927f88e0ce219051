import { z } from 'zod'
import { serviceTypes } from '@/lib/catalogue/reference'
import { fold } from '@/lib/format/fold'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import type { ServiceOverlay } from '@/lib/platform/generated/prisma/client'
import { date, line, optional, prose, uuid, version } from '@/lib/platform/input'
import type { Facts } from '@/lib/policy/decide'
import { type Context, defineCommand } from '@/lib/policy/usecase'

export type OverlayKind = 'added' | 'renamed' | 'retired'

/** An entry of a voivodeship's catalogue; hidden and absent are notFound alike. */
export type OverlayFacts = Facts & { readonly wojewodztwoCode: string; readonly row: ServiceOverlay }

export const overlayFacts = async (
  { tx }: Context,
  { overlayId }: { overlayId: string },
): Promise<OverlayFacts> => {
  const row = await tx.serviceOverlay.findUnique({ where: { id: overlayId } })
  if (!row) throw notFound()
  return { wojewodztwoCode: row.wojewodztwoCode, row }
}

/** The voivodeship whose catalogue the actor keeps. */
export const regionOf = ({ actor }: Context): string =>
  actor.assignments.find((a) => a.role === 'rops_koordynator')?.wojewodztwoCode ?? actor.wojewodztwoCode

const ownRegion = (ctx: Context): Facts => ({ wojewodztwoCode: regionOf(ctx) })

const nationalKey = z
  .string({ error: 'choose' })
  .refine((key) => serviceTypes().some((s) => s.key === key), 'choose')

const words = { name: line(120), description: optional(prose(600)) }
const since = { startsOn: date(), reason: prose(600) }

const step = async (
  { tx, actor }: Context,
  row: Pick<ServiceOverlay, 'id' | 'wojewodztwoCode'>,
  told: {
    step: 'made' | 'corrected' | 'ended' | 'restored'
    name: string | null
    on: string
    reason: string
  },
): Promise<void> => {
  await tx.serviceOverlayStep.createMany({
    data: [
      {
        overlayId: row.id,
        wojewodztwoCode: row.wojewodztwoCode,
        step: told.step,
        name: told.name,
        effectiveOn: toDbDate(told.on),
        reason: told.reason,
        byId: actor.userId,
      },
    ],
  })
}

/** No two services of a voivodeship have one name, whichever catalogue they are of. */
const demandFreeName = async (ctx: Context, name: string, but?: ServiceOverlay): Promise<void> => {
  const folded = fold(name)
  const national = serviceTypes().some(
    (s) => fold(s.namePl) === folded && !(but?.kind === 'renamed' && but.serviceKey === s.key),
  )
  const own = await ctx.tx.serviceOverlay.findFirst({
    where: {
      wojewodztwoCode: but?.wojewodztwoCode ?? regionOf(ctx),
      nameFolded: folded,
      OR: [{ endedOn: null }, { endedOn: { gt: toDbDate(ctx.today) } }],
      ...(but ? { id: { not: but.id } } : {}),
    },
  })
  if (national || own) throw invalid({ name: 'overlayNameTaken' })
}

/** One change of a kind at a time for a national service: two names, or retired twice, would say nothing. */
const demandSingle = async (
  { tx }: Context,
  wanted: { region: string; kind: OverlayKind; serviceKey: string; startsOn: string; but?: string },
): Promise<void> => {
  if (wanted.kind === 'added') return
  const other = await tx.serviceOverlay.findFirst({
    where: {
      wojewodztwoCode: wanted.region,
      kind: wanted.kind,
      serviceKey: wanted.serviceKey,
      OR: [{ endedOn: null }, { endedOn: { gt: toDbDate(wanted.startsOn) } }],
      ...(wanted.but ? { id: { not: wanted.but } } : {}),
    },
  })
  if (other) throw conflict('overlay.alreadyThere')
}

type Fresh = {
  kind: OverlayKind
  serviceKey: string
  name: string | null
  description: string | null
  startsOn: string
  reason: string
}

const make = async (ctx: Context, fresh: Fresh): Promise<{ overlayId: string }> => {
  const region = regionOf(ctx)
  await demandSingle(ctx, { ...fresh, region })
  if (fresh.name) await demandFreeName(ctx, fresh.name)
  const row = await ctx.tx.serviceOverlay.create({
    data: {
      ...fresh,
      wojewodztwoCode: region,
      nameFolded: fresh.name && fold(fresh.name),
      startsOn: toDbDate(fresh.startsOn),
      institutionId: ctx.actor.institutionId,
      createdById: ctx.actor.userId,
    },
  })
  await step(ctx, row, { step: 'made', name: fresh.name, on: fresh.startsOn, reason: fresh.reason })
  return { overlayId: row.id }
}

const made = (result: { overlayId: string }) => ({
  subjectKind: 'catalogue',
  subjectIds: [result.overlayId],
})

/** A service that the national catalogue lacks, mapped to the national one as which it is counted. */
export const addService = defineCommand({
  name: 'catalogue.add',
  input: z.strictObject({ nationalKey, ...words, ...since }),
  subject: ownRegion,
  run: (ctx, { nationalKey: serviceKey, ...input }) => make(ctx, { kind: 'added', serviceKey, ...input }),
  audit: made,
})

/** What the voivodeship calls a national service. */
export const renameService = defineCommand({
  name: 'catalogue.rename',
  input: z.strictObject({ nationalKey, name: words.name, ...since }),
  subject: ownRegion,
  run: (ctx, { nationalKey: serviceKey, ...input }) =>
    make(ctx, { kind: 'renamed', serviceKey, description: null, ...input }),
  audit: made,
})

/** A national service that is offered here no longer; what runs goes on. */
export const retireService = defineCommand({
  name: 'catalogue.retire',
  input: z.strictObject({ nationalKey, ...since }),
  subject: ownRegion,
  run: (ctx, { nationalKey: serviceKey, ...input }) =>
    make(ctx, { kind: 'retired', serviceKey, name: null, description: null, ...input }),
  audit: made,
})

const target = { overlayId: uuid(), version: version() }
const touched = (_r: unknown, _i: unknown, { row }: OverlayFacts) => ({
  subjectKind: 'catalogue',
  subjectIds: [row.id],
})

const change = async ({ tx }: Context, { row }: OverlayFacts, seen: number, data: object): Promise<void> => {
  const changed = await tx.serviceOverlay.updateMany({
    where: { id: row.id, version: seen },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
}

/** Name, description and day put right; the national service on which the entry stands never changes. */
export const correctService = defineCommand({
  name: 'catalogue.correct',
  input: z.strictObject({
    ...target,
    name: optional(line(120)),
    description: words.description,
    ...since,
  }),
  subject: overlayFacts,
  run: async (ctx, { name, description, startsOn, reason, version: seen }, facts) => {
    const { row } = facts
    if (row.endedOn) throw conflict('overlay.ended')
    const named = row.kind !== 'retired'
    if (named && !name) throw invalid({ name: 'required' })
    if (named && name) await demandFreeName(ctx, name, row)
    await demandSingle(ctx, {
      region: row.wojewodztwoCode,
      kind: row.kind as OverlayKind,
      serviceKey: row.serviceKey,
      startsOn,
      but: row.id,
    })
    await change(ctx, facts, seen, {
      ...(named && name ? { name, nameFolded: fold(name) } : {}),
      ...(row.kind === 'added' ? { description } : {}),
      startsOn: toDbDate(startsOn),
    })
    await step(ctx, row, { step: 'corrected', name: named ? name : null, on: startsOn, reason })
    return { overlayId: row.id }
  },
  audit: touched,
})

/** From a day on the entry holds no longer: an added service is not offered, a national one is as it was. */
export const endOverlay = defineCommand({
  name: 'catalogue.end',
  input: z.strictObject({ ...target, endedOn: date(), reason: prose(600) }),
  subject: overlayFacts,
  run: async (ctx, { endedOn, reason, version: seen }, facts) => {
    const { row } = facts
    if (row.endedOn) throw conflict('overlay.ended')
    if (endedOn < fromDbDate(row.startsOn)) throw invalid({ endedOn: 'dateOrder' })
    await change(ctx, facts, seen, { endedOn: toDbDate(endedOn), endReason: reason })
    await step(ctx, row, { step: 'ended', name: row.name, on: endedOn, reason })
    return { overlayId: row.id }
  },
  audit: touched,
})

/** An ended entry holds again, from a day that is not before its end. */
export const restoreOverlay = defineCommand({
  name: 'catalogue.restore',
  input: z.strictObject({ ...target, startsOn: date(), reason: prose(600) }),
  subject: overlayFacts,
  run: async (ctx, { startsOn, reason, version: seen }, facts) => {
    const { row } = facts
    const ended = fromDbDateOrNull(row.endedOn)
    if (!ended) throw conflict('overlay.live')
    if (startsOn < ended) throw invalid({ startsOn: 'overlayBeforeEnd' })
    const kind = row.kind as OverlayKind
    await demandSingle(ctx, {
      region: row.wojewodztwoCode,
      kind,
      serviceKey: row.serviceKey,
      startsOn,
      but: row.id,
    })
    if (row.name) await demandFreeName(ctx, row.name, row)
    await change(ctx, facts, seen, { startsOn: toDbDate(startsOn), endedOn: null, endReason: null })
    await step(ctx, row, { step: 'restored', name: row.name, on: startsOn, reason })
    return { overlayId: row.id }
  },
  audit: touched,
})
