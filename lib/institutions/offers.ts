import { z } from 'zod'
import { addCalendarDays } from '@/lib/calendar'
import { catalogueHere, serviceTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { aboutInstitution, institutionFacts } from '@/lib/institutions/commands'
import { fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound, staleWith } from '@/lib/platform/errors'
import { line, many, optional, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** Days after which a confirmation is old and asked for again [default]; app.offer_term() says the same. */
export const offerTermDays = 180

/** Never confirmed, or so long ago that nobody should count on it. */
export const isOldOffer = (confirmedOn: IsoDate | null, today: IsoDate): boolean =>
  confirmedOn === null || confirmedOn < addCalendarDays(today, -offerTermDays)

export type OfferedService = {
  readonly serviceKey: string
  readonly name: string
  /** Not offered in the voivodeship any more; what runs goes on. */
  readonly retired: boolean
  readonly places: number | null
  readonly freePlaces: number | null
  readonly waitingDays: number | null
  readonly conditions: string | null
  readonly confirmedOn: IsoDate | null
  /** Said by the institution itself; otherwise by whom, or null where nobody knows any more. */
  readonly byItself: boolean
  readonly confirmedFor: string | null
  /** Known by name only to people of common work. */
  readonly confirmedBy: string | null
  readonly old: boolean
  readonly version: number
}

/**
 * What the institution offers today, in the order of the catalogue and as far as it stands in the catalogue of the
 * reader's voivodeship, with who said so last.
 */
export const offersOf = async (ctx: Context, institutionId: string): Promise<OfferedService[]> => {
  const { tx, today } = ctx
  const here = await catalogueHere(ctx)
  const places = new Map(serviceTypes().map((s, at) => [s.key, at]))
  const rows = await tx.institutionService.findMany({
    where: { institutionId, OR: [{ endedOn: null }, { endedOn: { gt: toDbDate(today) } }] },
  })
  const signers = await tx.userAccount.findMany({
    where: { id: { in: rows.flatMap((r) => r.confirmedById ?? []) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const others = await tx.institution.findMany({
    where: { id: { in: rows.flatMap((r) => r.confirmedByInstitutionId ?? []) } },
    select: { id: true, name: true },
  })
  return rows
    .flatMap((r) => {
      const service = here.known(r.serviceKey)
      if (!service) return []
      const signer = signers.find((u) => u.id === r.confirmedById)
      const confirmedOn = fromDbDateOrNull(r.confirmedOn)
      return {
        position: places.get(service.nationalKey) ?? 0,
        serviceKey: r.serviceKey,
        name: service.name,
        retired: here.find(r.serviceKey) === undefined,
        places: r.places,
        freePlaces: r.freePlaces,
        waitingDays: r.waitingDays,
        conditions: r.conditions,
        confirmedOn,
        byItself: r.confirmedByInstitutionId === institutionId,
        confirmedFor: others.find((i) => i.id === r.confirmedByInstitutionId)?.name ?? null,
        confirmedBy: signer ? `${signer.givenName} ${signer.familyName}` : null,
        old: isOldOffer(confirmedOn, today),
        version: r.version,
      }
    })
    .sort((a, b) => a.position - b.position)
    .map(({ position, ...offer }) => offer)
}

/** A national key, or the id of a service of the voivodeship. */
const serviceKey = z.string({ error: 'choose' }).min(1, 'choose').max(60, 'choose')

/** Whoever writes, signs: every change says that it is true today. */
const signed = ({ actor, today }: Context) => ({
  confirmedOn: toDbDate(today),
  confirmedById: actor.userId,
  confirmedByInstitutionId: actor.institutionId,
})

/** New services out of the catalogue; one that had ended begins again, without its old figures. */
export const offerServices = defineCommand({
  name: 'institution.offer',
  input: z.strictObject({ institutionId: uuid(), added: many(serviceKey) }),
  subject: institutionFacts,
  run: async (ctx, { institutionId, added }) => {
    const { tx } = ctx
    const wanted = [...new Set(added)]
    const here = await catalogueHere(ctx)
    // nothing new of what the voivodeship retired; what was offered before may still be kept up to date
    if (wanted.length === 0 || wanted.some((key) => !here.find(key))) throw invalid({ added: 'choose' })
    const present = await tx.institutionService.findMany({
      where: { institutionId, serviceKey: { in: wanted } },
    })
    for (const row of present.filter((r) => r.endedOn !== null))
      await tx.institutionService.updateMany({
        where: { id: row.id, version: row.version },
        data: {
          ...signed(ctx),
          endedOn: null,
          places: null,
          freePlaces: null,
          waitingDays: null,
          conditions: null,
          version: { increment: 1 },
        },
      })
    const fresh = wanted.filter((key) => !present.some((p) => p.serviceKey === key))
    await tx.institutionService.createMany({
      data: fresh.map((key) => ({ institutionId, serviceKey: key, ...signed(ctx) })),
    })
    return { institutionId, added: fresh.length + present.filter((r) => r.endedOn !== null).length }
  },
  audit: (_r, { institutionId }) => aboutInstitution(institutionId),
})

const offerFields = {
  places: optional(whole(0, 100_000)),
  freePlaces: optional(whole(0, 100_000)),
  waitingDays: optional(whole(0, 3650)),
  conditions: optional(line(500)),
}

const figure = (n: number | null): string => (n === null ? '' : String(n))

/** Places, waiting time and conditions of one service; saving them says that they are true today. */
export const mendOffer = defineCommand({
  name: 'institution.mendOffer',
  input: z.strictObject({ institutionId: uuid(), serviceKey, version: version(), ...offerFields }),
  subject: institutionFacts,
  run: async (ctx, { institutionId, serviceKey: key, version: seen, ...offer }) => {
    const { freePlaces, places } = offer
    if (freePlaces !== null && places !== null && freePlaces > places)
      throw invalid({ freePlaces: 'freePlaces' })
    const where = { institutionId, serviceKey: key, endedOn: null }
    const changed = await ctx.tx.institutionService.updateMany({
      where: { ...where, version: seen },
      data: { ...offer, ...signed(ctx), version: { increment: 1 } },
    })
    if (changed.count === 1) return { institutionId }
    const now = await ctx.tx.institutionService.findFirst({ where })
    if (!now) throw notFound()
    throw staleWith({
      version: String(now.version),
      places: figure(now.places),
      freePlaces: figure(now.freePlaces),
      waitingDays: figure(now.waitingDays),
      conditions: now.conditions ?? '',
    })
  },
  audit: (_r, { institutionId }) => aboutInstitution(institutionId),
})

/** One service and the version that the person saw: "korepetycje:3". */
const seenOffer = z
  .string()
  .regex(/^[a-z0-9_-]{1,60}:\d{1,9}$/u, 'stale')
  .transform((text) => {
    const [key = '', seen = ''] = text.split(':')
    return { key, seen: Number(seen) }
  })

/** In one step: what stands here is still true. All of it or nothing, where somebody changed it meanwhile. */
export const confirmOffers = defineCommand({
  name: 'institution.confirmOffer',
  input: z.strictObject({ institutionId: uuid(), seen: many(seenOffer) }),
  subject: institutionFacts,
  run: async (ctx, { institutionId, seen: offers }) => {
    for (const { key, seen } of offers) {
      const confirmed = await ctx.tx.institutionService.updateMany({
        where: { institutionId, serviceKey: key, endedOn: null, version: seen },
        data: { ...signed(ctx), version: { increment: 1 } },
      })
      if (confirmed.count !== 1) throw conflict('stale')
    }
    return { institutionId, confirmed: offers.length }
  },
  audit: (_r, { institutionId }) => aboutInstitution(institutionId),
})

/** The service is no longer offered: nobody is led here for it any more; running lines go on. */
export const endOffer = defineCommand({
  name: 'institution.endOffer',
  input: z.strictObject({ institutionId: uuid(), serviceKey, version: version() }),
  subject: institutionFacts,
  run: async (ctx, { institutionId, serviceKey: key, version: seen }) => {
    const where = { institutionId, serviceKey: key, endedOn: null }
    const ended = await ctx.tx.institutionService.updateMany({
      where: { ...where, version: seen },
      data: { endedOn: toDbDate(ctx.today), ...signed(ctx), version: { increment: 1 } },
    })
    if (ended.count === 1) return { institutionId }
    if ((await ctx.tx.institutionService.count({ where })) === 0) throw notFound()
    throw conflict('stale')
  },
  audit: (_r, { institutionId }) => aboutInstitution(institutionId),
})
