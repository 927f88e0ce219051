import { z } from 'zod'
import { holdsOn } from '@/lib/catalogue/here'
import { type OverlayKind, overlayFacts, regionOf } from '@/lib/catalogue/overlay'
import { serviceTypes } from '@/lib/catalogue/reference'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { ServiceOverlay } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import { may, mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

export type OverlayEntry = {
  readonly id: string
  readonly version: number
  readonly kind: OverlayKind
  readonly serviceKey: string
  /** What the national catalogue calls it. */
  readonly national: string
  readonly name: string | null
  readonly description: string | null
  readonly reason: string
  readonly startsOn: IsoDate
  readonly endedOn: IsoDate | null
  readonly endReason: string | null
  /** ahead: not yet in force */
  readonly state: 'ahead' | 'live' | 'ended'
}

const entryOf = (row: ServiceOverlay, today: IsoDate): OverlayEntry => ({
  id: row.id,
  version: row.version,
  kind: row.kind as OverlayKind,
  serviceKey: row.serviceKey,
  national: serviceTypes().find((s) => s.key === row.serviceKey)?.namePl ?? row.serviceKey,
  name: row.name,
  description: row.description,
  reason: row.reason,
  startsOn: fromDbDate(row.startsOn),
  endedOn: fromDbDateOrNull(row.endedOn),
  endReason: row.endReason,
  state: holdsOn(row, today) ? 'live' : fromDbDate(row.startsOn) > today ? 'ahead' : 'ended',
})

/** Entries of the own voivodeship about one national service. */
export const overlayOf = async (
  { tx, actor, today }: Context,
  serviceKey: string,
): Promise<OverlayEntry[]> => {
  const rows = await tx.serviceOverlay.findMany({
    where: { wojewodztwoCode: actor.wojewodztwoCode, serviceKey },
    orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => entryOf(row, today))
}

/** What the own voivodeship made of the national catalogue, what is in force first. */
export const listOverlay = defineQuery({
  name: 'catalogue.overlay',
  input: z.strictObject({}),
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async (ctx, _input, facts) => {
    const rows = await ctx.tx.serviceOverlay.findMany({
      where: { wojewodztwoCode: regionOf(ctx) },
      orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    })
    const entries = rows.map((row) => entryOf(row, ctx.today))
    return {
      now: entries.filter((e) => e.state !== 'ended'),
      ended: entries.filter((e) => e.state === 'ended'),
      services: serviceTypes().map((s) => ({ id: s.key, label: s.namePl })),
      mayAdd: may(ctx.actor, 'catalogue.add', facts),
      today: ctx.today,
    }
  },
  audit: 'notPersonal',
})
export type OverlayList = Awaited<ReturnType<typeof listOverlay.execute>>

/** One entry with what was done with it, newest first. */
export const readOverlay = defineQuery({
  name: 'catalogue.entry',
  input: z.strictObject({ overlayId: uuid() }),
  subject: overlayFacts,
  run: async (ctx, _input, facts) => {
    const { row } = facts
    const steps = await ctx.tx.serviceOverlayStep.findMany({
      where: { overlayId: row.id },
      orderBy: [{ at: 'desc' }, { id: 'asc' }],
    })
    const people = await ctx.tx.userAccount.findMany({
      where: { id: { in: steps.map((s) => s.byId) } },
      select: { id: true, givenName: true, familyName: true },
    })
    const nameOf = new Map(people.map((p) => [p.id, `${p.givenName} ${p.familyName}`]))
    return {
      entry: entryOf(row, ctx.today),
      steps: steps.map((s) => ({
        id: s.id,
        step: s.step as 'made' | 'corrected' | 'ended' | 'restored',
        name: s.name,
        on: fromDbDate(s.effectiveOn),
        reason: s.reason,
        who: nameOf.get(s.byId) ?? null,
        at: s.at,
      })),
      may: mayAll(ctx.actor, facts, 'catalogue.correct', 'catalogue.end', 'catalogue.restore'),
      today: ctx.today,
    }
  },
  audit: 'notPersonal',
})
export type OverlayPage = Awaited<ReturnType<typeof readOverlay.execute>>
