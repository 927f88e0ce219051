import type { CaseFacts } from '@/lib/cases'
import { areas, type DataCategory } from '@/lib/catalogue'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { DiagnosisAreaModel, DiagnosisModel } from '@/lib/platform/generated/prisma/models'
import type { Context } from '@/lib/policy/usecase'
import { modelOf, safetyArea } from '@/lib/variants'

/** The published headings of an area; its strengths, which come first, are things of their own (strengths.ts). */
export const areaTexts = ['causes', 'deficits', 'needs', 'expectations'] as const
export type AreaText = (typeof areaTexts)[number]

/** The criminal part of the area "sprawy prawne" is kept apart: art. 10 GDPR, category KARNE. */
export const criminalKey = 'sprawy_prawne_karne'
const legalKey = 'sprawy_prawne'
/** Required whatever a version says. */
export const safetyKey = safetyArea

export type AreaType = {
  readonly key: string
  readonly name: string
  readonly category: DataCategory
  /** what 0, 1, 2, 3 and 4 mean here, in words */
  readonly levels: readonly string[]
  readonly needKeys: readonly string[]
  readonly alwaysRequired: boolean
  /** The version of the variant leaves it out: what was written before stays readable, nothing is added or asked. */
  readonly outside: boolean
}

/** Areas as the version of the case has them, in its order and under its names; those that it leaves out stand last. */
const areasOfVersion = async (ctx: Context, facts: CaseFacts): Promise<AreaType[]> => {
  const { body } = await modelOf(ctx, { variantKey: '', variantVersionId: facts.variantVersionId })
  const types = await ctx.tx.areaType.findMany({ orderBy: { position: 'asc' } })
  const plain = types.map(
    (t): AreaType => ({
      key: t.key,
      name: t.namePl,
      category: t.category,
      levels: Array.isArray(t.anchors) ? t.anchors.map(String) : [],
      needKeys: t.needKeys,
      alwaysRequired: t.required,
      outside: false,
    }),
  )
  const chosen = body.areas.flatMap(({ key, name, required }) =>
    plain
      .filter((area) => area.key === key)
      .map((area) => ({ ...area, name, alwaysRequired: required || area.alwaysRequired })),
  )
  const left = plain
    .filter(({ key }) => !chosen.some((area) => area.key === key))
    .map((area) => ({ ...area, needKeys: [], alwaysRequired: false, outside: true }))
  return [...withCriminal(chosen), ...withCriminal(left)]
}

const withCriminal = (areas: readonly AreaType[]): AreaType[] => {
  const legal = areas.find((a) => a.key === legalKey)
  const criminal = {
    key: criminalKey,
    category: 'KARNE',
    levels: [],
    needKeys: [],
    alwaysRequired: false,
  } as const
  return legal ? [...areas, { ...legal, ...criminal }] : [...areas]
}

const openAmong = async (
  { tx }: Context,
  facts: CaseFacts,
  areas: readonly AreaType[],
): Promise<AreaType[]> => {
  const open = await tx.$queryRaw<{ category: DataCategory }[]>`
    select c as category from unnest(enum_range(null::data_category)) c
    where app.category_open(${facts.caseId}::uuid, null, c, ${facts.ownerInstitutionId}::uuid)`
  const categories = open.map((row) => row.category)
  return areas.filter((a) => categories.includes(a.category))
}

/**
 * Areas of the case's version that this person may read in this case, in its order. What is closed is simply absent:
 * nobody learns from a gap what the family did not open.
 */
export const openAreas = async (ctx: Context, facts: CaseFacts): Promise<AreaType[]> =>
  openAmong(
    ctx,
    facts,
    (await areasOfVersion(ctx, facts)).filter((area) => !area.outside),
  )

/** The same for reading: with areas that the version leaves out where something was written in them before. */
export const readAreas = async (ctx: Context, facts: CaseFacts): Promise<AreaType[]> => {
  const open = await openAmong(ctx, facts, await areasOfVersion(ctx, facts))
  const left = open.filter((area) => area.outside).map(({ key }) => key)
  if (left.length === 0) return open
  const written = await ctx.tx.diagnosisArea.findMany({
    where: { caseId: facts.caseId, areaKey: { in: left } },
    select: { areaKey: true },
  })
  const kept = new Set(written.map(({ areaKey }) => areaKey))
  return open.filter((area) => !area.outside || kept.has(area.key))
}

/** What areas are called in a case that goes by this version, in its order; one that it leaves out keeps its national name. */
export const areaNames = async (
  ctx: Context,
  variantVersionId: string | null,
): Promise<ReadonlyMap<string, string>> => {
  const { body } = await modelOf(ctx, { variantKey: '', variantVersionId })
  const chosen = new Map(body.areas.map(({ key, name }) => [key, name]))
  for (const { key, namePl } of areas()) if (!chosen.has(key)) chosen.set(key, namePl)
  return chosen
}

/** Data categories of needs that this person may read for one person (null: the whole family). */
export const openCategories = async (
  { tx }: Context,
  facts: CaseFacts,
  personId: string | null,
): Promise<ReadonlySet<DataCategory>> => {
  const rows = await tx.$queryRaw<{ category: DataCategory }[]>`
    select c as category from unnest(enum_range(null::data_category)) c
    where app.category_open(${facts.caseId}::uuid, ${personId}::uuid, c, ${facts.ownerInstitutionId}::uuid)`
  return new Set(rows.map((row) => row.category))
}

/** An area is there when the team scored it; a required one is never "nie dotyczy". */
export const isAnswered = (
  area: { score: number | null; notApplicable: boolean },
  required: boolean,
): boolean => area.score !== null || (area.notApplicable && !required)

/** Bezpieczeństwo always, what the version requires, and every area of it that a need touches (domain 4.2, row 7). */
export const isRequired = (type: AreaType, needKeys: ReadonlySet<string>): boolean =>
  type.alwaysRequired || type.needKeys.some((key) => needKeys.has(key))

export type AreaView = {
  readonly score: number | null
  readonly familyScore: number | null
  readonly notApplicable: boolean
  readonly texts: Readonly<Record<AreaText, string>>
  readonly version: number
}

export const emptyArea: AreaView = {
  score: null,
  familyScore: null,
  notApplicable: false,
  texts: { causes: '', deficits: '', needs: '', expectations: '' },
  version: 0,
}

export const areaView = (row: DiagnosisAreaModel): AreaView => ({
  score: row.score,
  familyScore: row.familyScore,
  notApplicable: row.notApplicable,
  texts: {
    causes: row.causes ?? '',
    deficits: row.deficits ?? '',
    needs: row.needs ?? '',
    expectations: row.expectations ?? '',
  },
  version: row.version,
})

export type Round = {
  readonly id: string
  readonly versionNo: number
  readonly kind: string
  readonly startedOn: string
  readonly completedOn: string | null
}

export const roundView = (row: DiagnosisModel): Round => ({
  id: row.id,
  versionNo: row.versionNo,
  kind: row.kind,
  startedOn: fromDbDate(row.startedOn),
  completedOn: fromDbDateOrNull(row.completedOn),
})

/** All rounds, first one first; the last is the one that people work on. */
export const roundsOf = async ({ tx }: Context, caseId: string): Promise<Round[]> =>
  (await tx.diagnosis.findMany({ where: { caseId }, orderBy: { versionNo: 'asc' } })).map(roundView)
