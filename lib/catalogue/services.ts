import { z } from 'zod'
import { type CatalogueHere, catalogueHere, type ServiceHere } from '@/lib/catalogue/here'
import { regionOf } from '@/lib/catalogue/overlay'
import { type OverlayEntry, overlayOf } from '@/lib/catalogue/overlay-read'
import { categories, institutionKinds, needTypes, serviceTypes } from '@/lib/catalogue/reference'
import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { may } from '@/lib/policy/decide'
import { anySubject, defineQuery } from '@/lib/policy/usecase'

export type ServiceRow = {
  readonly key: string
  readonly name: string
  readonly category: string
  readonly basis: string
  readonly core: boolean
  readonly needsDecision: boolean
  /** What the national catalogue calls it, where the voivodeship calls it otherwise or added it. */
  readonly national: string | null
  /** Added by the voivodeship. */
  readonly regional: boolean
  /** Offered in the voivodeship no longer. */
  readonly retired: boolean
  /** Institutions of the own voivodeship that offer it. */
  readonly offers: number
}

const rowOf = (s: ServiceHere, here: CatalogueHere, offers: number): ServiceRow => ({
  key: s.key,
  name: s.name,
  category: categories().serviceCategories[s.type.category] ?? s.type.category,
  basis: s.type.legalBasisShort,
  core: s.type.core,
  needsDecision: s.type.requiresDecision,
  national: s.name === s.type.namePl ? null : s.type.namePl,
  regional: s.regionalId !== null,
  retired: here.find(s.key) === undefined,
  offers,
})

/** What is offered here, and in their places the national services that are retired here. */
const shelf = (here: CatalogueHere): ServiceHere[] =>
  serviceTypes().flatMap((type) => {
    const offered = here.among([type.key])
    const national = here.find(type.key) ? [] : [here.known(type.key)]
    return [...national.flatMap((s) => s ?? []), ...offered]
  })

/** The catalogue of the voivodeship, found by words without diacritics, by area and by what is offered today. */
export const listServices = defineQuery({
  name: 'catalogue.list',
  input: z.strictObject({ q: z.string().max(120).catch(''), category: z.string().max(60).catch('') }),
  subject: anySubject,
  run: async (ctx, { q, category }) => {
    const { tx, actor } = ctx
    const here = await catalogueHere(ctx)
    const offers = await tx.institutionService.groupBy({
      by: ['serviceKey'],
      where: { endedOn: null, institution: { endedOn: null, wojewodztwoCode: actor.wojewodztwoCode } },
      _count: true,
    })
    const count = new Map(offers.map((o) => [o.serviceKey, o._count]))
    const words = fold(q).split(/\s+/u).filter(Boolean)
    const textOf = ({ name, type }: ServiceHere) => fold(`${name} ${type.namePl} ${type.legalBasis}`)
    const rows = shelf(here)
      .filter((s) => !category || s.type.category === category)
      .filter((s) => words.every((word) => textOf(s).includes(word)))
      .map((s) => rowOf(s, here, count.get(s.key) ?? 0))
    return {
      rows,
      categories: Object.entries(categories().serviceCategories).map(([key, namePl]) => ({ key, namePl })),
    }
  },
  audit: 'notPersonal',
})

export type ServiceView = ServiceRow & {
  readonly nationalKey: string
  /** What the voivodeship made of it: entries about this service, newest first. */
  readonly overlay: readonly OverlayEntry[]
  readonly mayChange: boolean
  readonly today: IsoDate
  readonly statutoryArea: string
  readonly dataCategory: string
  readonly unit: string
  readonly fullBasis: string
  readonly basisStatus: string
  readonly providers: string[]
  readonly needs: string[]
  readonly institutions: {
    id: string
    name: string
    places: number | null
    freePlaces: number | null
    waitingDays: number | null
    conditions: string | null
    confirmedOn: IsoDate | null
  }[]
}

/** One service type: what it rests on, which needs it answers, who offers it in the own voivodeship. */
export const readService = defineQuery({
  name: 'catalogue.read',
  input: z.strictObject({ key: z.string().max(60) }),
  subject: anySubject,
  run: async (ctx, { key }): Promise<ServiceView> => {
    const { tx, actor } = ctx
    const here = await catalogueHere(ctx)
    const known = here.known(key)
    if (!known) throw notFound()
    const service = known.type
    const offers = await tx.institutionService.findMany({
      where: {
        serviceKey: key,
        endedOn: null,
        institution: { endedOn: null, wojewodztwoCode: actor.wojewodztwoCode },
      },
      include: { institution: { select: { id: true, name: true } } },
      orderBy: { institution: { name: 'asc' } },
      take: 200,
    })
    const all = categories()
    return {
      ...rowOf(known, here, offers.length),
      nationalKey: known.nationalKey,
      overlay: (await overlayOf(ctx, known.nationalKey)).filter((e) =>
        known.regionalId ? e.id === known.regionalId : true,
      ),
      mayChange: !known.regionalId && may(actor, 'catalogue.rename', { wojewodztwoCode: regionOf(ctx) }),
      today: ctx.today,
      statutoryArea: all.statutoryAreaNames[service.statutoryArea] ?? service.statutoryArea,
      dataCategory:
        all.dataCategories.find((c) => c.key === service.dataCategory)?.namePl ?? service.dataCategory,
      unit: service.unit,
      fullBasis: service.legalBasis,
      basisStatus: service.basisStatus,
      providers: service.providerKinds.map(
        (kind) => institutionKinds().find((k) => k.key === kind)?.namePl ?? kind,
      ),
      needs: needTypes()
        .filter((n) => n.serviceKeys.includes(known.nationalKey))
        .map((n) => n.namePl),
      institutions: offers.map((o) => ({
        id: o.institution.id,
        name: o.institution.name,
        places: o.places,
        freePlaces: o.freePlaces,
        waitingDays: o.waitingDays,
        conditions: o.conditions,
        confirmedOn: fromDbDateOrNull(o.confirmedOn),
      })),
    }
  },
  audit: 'notPersonal',
})
