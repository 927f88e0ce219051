import { z } from 'zod'
import {
  categories,
  institutionKinds,
  needTypes,
  type ServiceTypeEntry,
  serviceTypes,
} from '@/lib/catalogue/reference'
import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { anySubject, defineQuery } from '@/lib/policy/usecase'

export type ServiceRow = {
  readonly key: string
  readonly name: string
  readonly category: string
  readonly basis: string
  readonly core: boolean
  readonly needsDecision: boolean
  /** Institutions of the own voivodeship that offer it. */
  readonly offers: number
}

const rowOf = (s: ServiceTypeEntry, offers: number): ServiceRow => ({
  key: s.key,
  name: s.namePl,
  category: categories().serviceCategories[s.category] ?? s.category,
  basis: s.legalBasisShort,
  core: s.core,
  needsDecision: s.requiresDecision,
  offers,
})

/** The national catalogue, found by words without diacritics, by area and by whether it belongs to the core. */
export const listServices = defineQuery({
  name: 'catalogue.list',
  input: z.strictObject({ q: z.string().max(120).catch(''), category: z.string().max(60).catch('') }),
  subject: anySubject,
  run: async ({ tx, actor }, { q, category }) => {
    const offers = await tx.institutionService.groupBy({
      by: ['serviceKey'],
      where: { endedOn: null, institution: { endedOn: null, wojewodztwoCode: actor.wojewodztwoCode } },
      _count: true,
    })
    const count = new Map(offers.map((o) => [o.serviceKey, o._count]))
    const words = fold(q).split(/\s+/u).filter(Boolean)
    const rows = serviceTypes()
      .filter((s) => !category || s.category === category)
      .filter((s) => words.every((word) => fold(`${s.namePl} ${s.legalBasis}`).includes(word)))
      .map((s) => rowOf(s, count.get(s.key) ?? 0))
    return {
      rows,
      categories: Object.entries(categories().serviceCategories).map(([key, namePl]) => ({ key, namePl })),
    }
  },
  audit: 'notPersonal',
})

export type ServiceView = ServiceRow & {
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
  run: async ({ tx, actor }, { key }): Promise<ServiceView> => {
    const service = serviceTypes().find((s) => s.key === key)
    if (!service) throw notFound()
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
      ...rowOf(service, offers.length),
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
        .filter((n) => n.serviceKeys.includes(key))
        .map((n) => n.namePl),
      institutions: offers.map((o) => ({
        id: o.institution.id,
        name: o.institution.name,
        places: o.places,
        waitingDays: o.waitingDays,
        conditions: o.conditions,
        confirmedOn: fromDbDateOrNull(o.confirmedOn),
      })),
    }
  },
  audit: 'notPersonal',
})
