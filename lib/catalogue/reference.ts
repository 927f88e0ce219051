import { z } from 'zod'
import * as schema from '@/lib/catalogue/reference-schema'
import areasJson from '@/prisma/reference/areas.json'
import categoriesJson from '@/prisma/reference/categories.json'
import closingReasonsJson from '@/prisma/reference/closing-reasons.json'
import declineReasonsJson from '@/prisma/reference/decline-reasons.json'
import fundingSourcesJson from '@/prisma/reference/funding-sources.json'
import institutionKindsJson from '@/prisma/reference/institution-kinds.json'
import modelVariantsJson from '@/prisma/reference/model-variants.json'
import needsJson from '@/prisma/reference/needs.json'
import outcomeCodesJson from '@/prisma/reference/outcome-codes.json'
import redirectTargetsJson from '@/prisma/reference/redirect-targets.json'
import rejectionReasonsJson from '@/prisma/reference/rejection-reasons.json'
import relationsJson from '@/prisma/reference/relations.json'
import rolesJson from '@/prisma/reference/roles.json'
import servicesJson from '@/prisma/reference/service-catalogue.json'
import serviceConflictsJson from '@/prisma/reference/service-conflicts.json'
import serviceNamesJson from '@/prisma/reference/service-names.json'
import servicesAtHomeJson from '@/prisma/reference/services-at-home.json'
import servicesForNeedsJson from '@/prisma/reference/services-for-needs.json'

/** Reads a list once, at the first question; a file that does not fit its schema throws a ZodError. */
const list = <T extends z.ZodType<{ key: string }>>(
  json: unknown,
  item: T,
): (() => readonly z.output<T>[]) => {
  let read: readonly z.output<T>[] | undefined
  return () => {
    if (read) return read
    const items = z.array(item).min(1).parse(json)
    const keys = items.map(({ key }) => key)
    const twice = keys.find((key, index) => keys.indexOf(key) !== index)
    if (twice !== undefined) throw new Error(`reference data: the key ${twice} stands twice`)
    read = items
    return items
  }
}

export const institutionKinds = list(institutionKindsJson, schema.institutionKind)
export const areas = list(areasJson, schema.area)
export const modelVariants = list(modelVariantsJson, schema.modelVariant)
export const fundingSources = list(fundingSourcesJson, schema.namedEntry)
export const outcomeCodes = list(outcomeCodesJson, schema.outcomeCode)
export const closingReasons = list(closingReasonsJson, schema.closingReason)
export const relations = list(relationsJson, schema.relation)
export const declineReasons = list(declineReasonsJson, schema.namedEntry)
export const rejectionReasons = list(rejectionReasonsJson, schema.namedEntry)
export const redirectTargets = list(redirectTargetsJson, schema.redirectTarget)
export const roles = list(rolesJson, schema.role)
export const serviceConflicts = list(serviceConflictsJson, schema.serviceConflict)
export const servicesAtHome = list(servicesAtHomeJson, schema.serviceAtHome)
/** Plain Ukrainian and English names of all 125 services. */
export const serviceNames = list(serviceNamesJson, schema.serviceName)

const rawServices = list(servicesJson, schema.rawService)
const rawNeeds = list(needsJson, schema.rawNeed)

export type InstitutionKindEntry = z.output<typeof schema.institutionKind>
export type AreaEntry = z.output<typeof schema.area>
export type ModelVariantEntry = z.output<typeof schema.modelVariant>
export type RelationEntry = z.output<typeof schema.relation>
export type RoleEntry = z.output<typeof schema.role>
export type ServiceConflict = z.output<typeof schema.serviceConflict>
export type Categories = z.output<typeof schema.categories>
export type ServiceTypeEntry = z.output<typeof schema.rawService> & {
  readonly dataCategory: schema.DataCategory
  readonly statutoryArea: string
}
export type NeedTypeEntry = z.output<typeof schema.rawNeed> & {
  readonly dataCategory: schema.DataCategory
  /** Diagnosis areas that this need touches, so that they must be assessed (domain 4.2 row 7). */
  readonly areaKeys: readonly string[]
  /** Service types that answer this need, best first. */
  readonly serviceKeys: readonly string[]
}

/** The data categories with their names, and which one every service type, need and area bears. */
export const categories = (): Categories => {
  knownCategories ??= schema.categories.parse(categoriesJson)
  return knownCategories
}
/** The twelve categories of domain 5.5 with their Polish names, for forms. */
export const dataCategoryNames = (): { value: schema.DataCategory; label: string }[] =>
  categories().dataCategories.map(({ key, namePl }) => ({ value: key as schema.DataCategory, label: namePl }))
let knownCategories: Categories | undefined

const demand = <T>(record: Readonly<Record<string, T>>, key: string): T => {
  const value = record[key]
  if (value === undefined) throw new Error(`reference data: ${key} has no category`)
  return value
}

/** The 125 service types, each with its one data category and its statutory area of the CUS act. */
export const serviceTypes = (): readonly ServiceTypeEntry[] => {
  knownServices ??= rawServices().map((service) => ({
    ...service,
    dataCategory: demand(categories().services, service.key),
    statutoryArea: demand(categories().statutoryAreas, service.category),
  }))
  return knownServices
}
let knownServices: readonly ServiceTypeEntry[] | undefined

/** The 31 needs, each with its one data category, the areas it touches and the services that answer it. */
export const needTypes = (): readonly NeedTypeEntry[] => {
  knownNeeds ??= readNeeds()
  return knownNeeds
}
let knownNeeds: readonly NeedTypeEntry[] | undefined

const readNeeds = (): NeedTypeEntry[] => {
  const answers = schema.servicesForNeeds.parse(servicesForNeedsJson)
  return rawNeeds().map((need) => ({
    ...need,
    dataCategory: demand(categories().needs, need.key),
    areaKeys: areas()
      .filter((area) => area.needs.includes(need.key))
      .map((area) => area.key),
    serviceKeys: demand(answers, need.key),
  }))
}
