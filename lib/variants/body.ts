import { z } from 'zod'
import { areas, institutionKinds, modelVariants, roleKeys, type VariantKey } from '@/lib/catalogue'
import { type AskedDocument, askable, documentStepKeys } from '@/lib/variants/steps'
import { fitsUnit, longestTerm, standardTerms, termKeys, termUnits } from '@/lib/variants/terms'

const label = z.string().min(1).max(120)
const termOf = z.strictObject({ unit: z.enum(termUnits), count: z.number().int().min(1) })

/** Kinds that a region may require or recommend: those with a place in a team, without the core that domain 4.1 asks for. */
export const choosableKinds = (): readonly string[] =>
  institutionKinds()
    .filter((kind) => kind.gpzkRole !== 'rdzen' && kind.gpzkRole !== 'powiazany_proces')
    .map(({ key }) => key)

/** The area that no region leaves out (domain 4.2 row 7). */
export const safetyArea = 'bezpieczenstwo'

/** The whole of a variant, as one version holds it: complete, so that what comes later changes nothing in it. */
const shape = z.strictObject({
  labels: z.strictObject({
    teamLabel: label,
    teamShort: label,
    familyTeamLabel: label,
    familyTeamShort: label,
    planLabel: label,
    planShort: label,
  }),
  /** Only the roles that the variant names in its own way. */
  roles: z.partialRecord(z.enum(roleKeys), label),
  /** Two levels: a family team stands apart from the institutional team; else the team itself works with the family. */
  twoLevels: z.boolean(),
  terms: z.record(z.enum(termKeys), termOf),
  requiredKinds: z.array(z.string()),
  recommendedKinds: z.array(z.string()),
  documents: z.partialRecord(z.enum(documentStepKeys), z.array(z.string())),
  /** Areas of the diagnosis in their order; the key is national, so that figures stay comparable. */
  areas: z.array(z.strictObject({ key: z.string(), name: label, required: z.boolean() })).min(1),
})

/** What may be saved and published: everything it names is in the reference, and safety is never left out. */
export const variantBody = shape.superRefine((body, ctx) => {
  const refuse = (path: (string | number)[], message: string) =>
    ctx.addIssue({ code: 'custom', path, message })
  const kinds = choosableKinds()
  for (const key of [...body.requiredKinds, ...body.recommendedKinds])
    if (!kinds.includes(key)) refuse(['kinds', key], 'choose')
  for (const key of body.requiredKinds)
    if (body.recommendedKinds.includes(key)) refuse(['kinds', key], 'twice')
  for (const key of termKeys) {
    const { unit, count } = body.terms[key]
    if (!fitsUnit(key, unit)) refuse(['terms', key, 'unit'], 'choose')
    if (count > longestTerm[unit]) refuse(['terms', key, 'count'], 'outOfRange')
  }
  for (const step of documentStepKeys)
    for (const document of body.documents[step] ?? [])
      if (!askable(step).includes(document as AskedDocument)) refuse(['documents', step], 'choose')
  const known = areas().map(({ key }) => key)
  for (const { key } of body.areas) if (!known.includes(key)) refuse(['areas', key], 'choose')
  if (new Set(body.areas.map(({ key }) => key)).size !== body.areas.length) refuse(['areas'], 'twice')
  if (!body.areas.some(({ key, required }) => key === safetyArea && required))
    refuse(['areas', safetyArea], 'safetyArea')
})
export type VariantBody = z.output<typeof variantBody>

/**
 * A version as it was stored. What a later release of the reference no longer knows is left out, a deadline that it added
 * has its default: no release makes a running team or case unreadable.
 */
export const readBody = (stored: unknown): VariantBody => {
  const { terms, ...rest } = z.looseObject({ terms: z.record(z.string(), z.unknown()) }).parse(stored)
  const known = Object.fromEntries(termKeys.map((key) => [key, terms[key] ?? standardTerms[key]]))
  const body = shape.parse({ ...rest, terms: known })
  const kinds = choosableKinds()
  const areaKeys = areas().map(({ key }) => key)
  return {
    ...body,
    requiredKinds: body.requiredKinds.filter((key) => kinds.includes(key)),
    recommendedKinds: body.recommendedKinds.filter((key) => kinds.includes(key)),
    areas: body.areas.filter(({ key }) => areaKeys.includes(key)),
  }
}

/** The published model of the country (prisma/reference), as every region begins with it. Throws for an unknown key. */
export const nationalBody = (key: VariantKey): VariantBody => {
  const known = national.get(key)
  if (known) return known
  const variant = modelVariants().find((v) => v.key === key)
  if (!variant) throw new Error(`no model variant ${key}`)
  const body = variantBody.parse({
    labels: {
      teamLabel: variant.teamLabel,
      teamShort: variant.teamShort,
      familyTeamLabel: variant.familyTeamLabel,
      familyTeamShort: variant.familyTeamShort,
      planLabel: variant.planLabel,
      planShort: variant.planShort,
    },
    roles: variant.roles,
    twoLevels: variant.twoLevels,
    terms: standardTerms,
    requiredKinds: [],
    recommendedKinds: institutionKinds()
      .filter((kind) => kind.gpzkRole === 'czesto')
      .map((kind) => kind.key),
    documents: {},
    areas: areas().map((area) => ({ key: area.key, name: area.namePl, required: area.required })),
  })
  national.set(key, body)
  return body
}
const national = new Map<VariantKey, VariantBody>()
