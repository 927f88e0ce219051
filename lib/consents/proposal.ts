import { type DataCategory, needTypes, serviceTypes } from '@/lib/catalogue'
import type { InstitutionAround } from '@/lib/consents/around'
import type { Pair } from '@/lib/consents/state'
import type { Context } from '@/lib/policy/usecase'

/** Art. 9 and 10 GDPR (app.is_sensitive): in these the owner itself needs consent. */
const sensitive: ReadonlySet<DataCategory> = new Set([
  'BEZPIECZENSTWO',
  'ZDROWIE',
  'PSYCHIKA_UZALEZNIENIA',
  'KARNE',
  'INNE_SZCZEGOLNE',
] satisfies DataCategory[])

export const isSensitive = (category: DataCategory): boolean => sensitive.has(category)

type Asked = {
  readonly needKeys: readonly string[]
  /** Categories of planned lines, and what the family is being asked for or has given already. */
  readonly pairs: readonly Pair[]
}

/** The asked needs, each with the kinds of institutions whose services answer it. */
const answered = (needKeys: readonly string[]): { category: DataCategory; kinds: ReadonlySet<string> }[] => {
  const kindsOf = new Map(serviceTypes().map((service) => [service.key, service.providerKinds]))
  return needTypes()
    .filter((need) => needKeys.includes(need.key))
    .map((need) => ({
      category: need.dataCategory,
      kinds: new Set(need.serviceKeys.flatMap((key) => kindsOf.get(key) ?? [])),
    }))
}

/** Institutions that meet everything the family is about, not only what their own services answer. */
const wide = ({ owner, expert, receiver }: InstitutionAround): boolean => owner || expert || receiver

/**
 * What to ask the family for, as little as does the work (art. 5 ust. 1 lit. c RODO): to each institution the basic data
 * and the categories of those needs that its services answer, of lines already planned with it, and of what a draft or a
 * consent in force already names; to the owner, whose
 * own tasks need no consent (UPS art. 100 ust. 2), the sensitive ones; to a consulted expert, who reads codes alone, all
 * that the question can touch, and so to a unit that is to take the family over. An institution without a reason gets
 * nothing.
 */
export const proposedScope = (institutions: readonly InstitutionAround[], asked: Asked): Pair[] => {
  const needs = answered(asked.needKeys)
  return institutions.flatMap((institution) => {
    if (institution.noPersonalData) return []
    const found = new Set<DataCategory>(
      asked.pairs.filter((pair) => pair.institutionId === institution.id).map((pair) => pair.category),
    )
    for (const need of needs)
      if (wide(institution) || institution.kinds.some((kind) => need.kinds.has(kind)))
        found.add(need.category)
    const wanted = [...found].filter(
      (category) => category !== 'PODSTAWOWE' && (!institution.owner || sensitive.has(category)),
    )
    if (wanted.length === 0 && !wide(institution)) return []
    return (['PODSTAWOWE', ...wanted] as const).map((category) => ({
      institutionId: institution.id,
      category,
    }))
  })
}

/** Needs (referral reasons become needs), planned lines and consents, as far as this actor reads them. */
export const askedOf = async ({ tx }: Context, caseId: string): Promise<Asked> => {
  const needs = await tx.need.findMany({ where: { caseId }, select: { needKey: true } })
  const lines = await tx.basketLine.findMany({
    where: { caseId, status: { notIn: ['declined', 'cancelled'] } },
    select: { providerInstitutionId: true, category: true },
  })
  const scopes = await tx.consentScope.findMany({
    where: { caseId, granted: true, consent: { status: { in: ['draft', 'granted'] } } },
    select: { institutionId: true, category: true },
  })
  return {
    needKeys: needs.map((need) => need.needKey),
    pairs: [
      ...scopes,
      ...lines.flatMap((line) =>
        line.providerInstitutionId
          ? [{ institutionId: line.providerInstitutionId, category: line.category }]
          : [],
      ),
    ],
  }
}
