import type { CaseFacts } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { DiagnosisAreaModel, DiagnosisModel } from '@/lib/platform/generated/prisma/models'
import type { Context } from '@/lib/policy/usecase'

/** The published headings of an area; its strengths, which come first, are things of their own (strengths.ts). */
export const areaTexts = ['causes', 'deficits', 'needs', 'expectations'] as const
export type AreaText = (typeof areaTexts)[number]

/** The criminal part of the area "sprawy prawne" is kept apart: art. 10 GDPR, category KARNE. */
export const criminalKey = 'sprawy_prawne_karne'
const legalKey = 'sprawy_prawne'

export type AreaType = {
  readonly key: string
  readonly name: string
  readonly category: DataCategory
  /** what 0, 1, 2, 3 and 4 mean here, in words */
  readonly levels: readonly string[]
  readonly needKeys: readonly string[]
  readonly alwaysRequired: boolean
}

/**
 * Areas that this person may read in this case, in the order of the reference. What is closed is simply absent:
 * nobody learns from a gap what the family did not open.
 */
export const openAreas = async ({ tx }: Context, facts: CaseFacts): Promise<AreaType[]> => {
  const open = await tx.$queryRaw<{ category: DataCategory }[]>`
    select c as category from unnest(enum_range(null::data_category)) c
    where app.category_open(${facts.caseId}::uuid, null, c, ${facts.ownerInstitutionId}::uuid)`
  const categories = open.map((row) => row.category)
  const types = await tx.areaType.findMany({ orderBy: { position: 'asc' } })
  const areas = types.map((t) => ({
    key: t.key,
    name: t.namePl,
    category: t.category,
    levels: Array.isArray(t.anchors) ? t.anchors.map(String) : [],
    needKeys: t.needKeys,
    alwaysRequired: t.required,
  }))
  const legal = areas.find((a) => a.key === legalKey)
  const criminal: AreaType[] = legal
    ? [{ ...legal, key: criminalKey, category: 'KARNE', levels: [], needKeys: [], alwaysRequired: false }]
    : []
  return [...areas, ...criminal].filter((a) => categories.includes(a.category))
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

/** Bezpieczeństwo always, and every area that a need touches (domain 4.2, row 7). */
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
