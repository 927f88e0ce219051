import { z } from 'zod'
import { areas, type RoleKey } from '@/lib/catalogue'
import { conflict, invalid } from '@/lib/platform/errors'
import { line, many, optional, whole } from '@/lib/platform/input'
import { defineCommand } from '@/lib/policy/usecase'
import { readBody, safetyArea, type VariantBody, variantBody } from '@/lib/variants/body'
import { demandDraft, target, touched } from '@/lib/variants/draft'
import { variantKeyOf, versionFacts } from '@/lib/variants/facts'
import { longestTerm, termKeys, termUnits } from '@/lib/variants/terms'

/** Roles that the published models name in their own way. */
export const namedRoles = [
  'animator',
  'ekspert',
  'lider_gminny',
  'lider_powiatowy',
  'koordynator_zespolu',
  'koordynator_rodziny',
  'specjalista',
] as const satisfies readonly RoleKey[]

const name = () => line(120)
const names = z.strictObject({
  labels: z.strictObject({
    teamLabel: name(),
    teamShort: name(),
    familyTeamLabel: name(),
    familyTeamShort: name(),
    planLabel: name(),
    planShort: name(),
  }),
  /** An empty one goes by the common name. */
  roles: z.partialRecord(z.enum(namedRoles, { error: 'choose' }), optional(name())),
  levels: z.enum(['one', 'two'], { error: 'choose' }),
})

const terms = z.partialRecord(
  z.enum(termKeys, { error: 'choose' }),
  z.strictObject({ count: whole(1, longestTerm.calendar), unit: z.enum(termUnits, { error: 'choose' }) }),
)

const kinds = z.record(z.string(), z.enum(['none', 'recommended', 'required'], { error: 'choose' }))

/** `team.activate` as a form nests it. */
const documents = z.record(z.string(), z.record(z.string(), many(z.string())))

const area = z.strictObject({
  name: name(),
  use: z.enum(['no', 'asked', 'always'], { error: 'choose' }),
  /** Where it stands among the others. */
  place: optional(whole(1, 99)),
})
const areaForms = z.record(z.string(), area)
type AreaForms = z.output<typeof areaForms>

const sections = {
  names: names.optional(),
  terms: terms.optional(),
  kinds: kinds.optional(),
  documents: documents.optional(),
  areas: areaForms.optional(),
}
type Sections = z.output<z.ZodObject<typeof sections>>

const demandOwnNames = (forms: AreaForms): void => {
  const used = Object.entries(forms).filter(([, { use }]) => use !== 'no')
  const twice = used.filter(([, one], i) => used.slice(0, i).some(([, other]) => other.name === one.name))
  if (twice.length > 0)
    throw invalid(Object.fromEntries(twice.map(([key]) => [`areas.${key}.name`, 'areaNameTaken'])))
}

const chosenAreas = (forms: AreaForms): VariantBody['areas'] => {
  demandOwnNames(forms)
  if (forms[safetyArea] && forms[safetyArea].use !== 'always')
    throw invalid({ [`areas.${safetyArea}.use`]: 'safetyArea' })
  const national = areas().map(({ key }) => key)
  return Object.entries(forms)
    .filter(([, { use }]) => use !== 'no')
    .sort(
      ([a, one], [b, other]) =>
        (one.place ?? 99) - (other.place ?? 99) || national.indexOf(a) - national.indexOf(b),
    )
    .map(([key, { name: called, use }]) => ({ key, name: called, required: use === 'always' }))
}

const keysOf = (forms: z.output<typeof kinds>, wanted: string): string[] =>
  Object.entries(forms)
    .filter(([, use]) => use === wanted)
    .map(([key]) => key)

const given = <T extends object>(entries: T): T =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null)) as T

/** The body with what one or more sections say; what they leave out stays. */
const changed = (body: VariantBody, sections: Sections): unknown => ({
  ...body,
  ...(sections.names && {
    labels: sections.names.labels,
    roles: { ...body.roles, ...sections.names.roles },
    twoLevels: sections.names.levels === 'two',
  }),
  ...(sections.terms && { terms: { ...body.terms, ...sections.terms } }),
  ...(sections.kinds && {
    requiredKinds: keysOf(sections.kinds, 'required'),
    recommendedKinds: keysOf(sections.kinds, 'recommended'),
  }),
  ...(sections.documents && {
    documents: Object.fromEntries(
      Object.entries(sections.documents).flatMap(([of, steps]) =>
        Object.entries(steps)
          .filter(([, asked]) => asked.length > 0)
          .map(([step, asked]) => [`${of}.${step}`, asked]),
      ),
    ),
  }),
  ...(sections.areas && { areas: chosenAreas(sections.areas) }),
})

/** What the whole refuses, beside the field of its form. */
const demandBody = (wanted: unknown): VariantBody => {
  const parsed = variantBody.safeParse(wanted)
  if (parsed.success) return parsed.data
  throw invalid(
    Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [
        path[0] === 'areas' && path.length > 1 ? `areas.${String(path[1])}.use` : path.join('.'),
        message,
      ]),
    ),
  )
}

/** One or more sections of the draft. */
export const saveDraft = defineCommand({
  name: 'variant.saveDraft',
  input: z.strictObject({ ...target, ...sections }),
  subject: versionFacts,
  run: async ({ tx }, { versionId: _, version: seen, ...wanted }, { row }) => {
    demandDraft(row)
    const before = readBody(row.body)
    const next = changed(before, wanted) as { roles: object }
    const body = demandBody({ ...next, roles: given(next.roles) })
    const { count } = await tx.variantVersion.updateMany({
      where: { id: row.id, version: seen, publishedAt: null },
      data: { body, version: { increment: 1 } },
    })
    if (count !== 1) throw conflict('stale')
    return { key: variantKeyOf(row.variantKey) }
  },
  audit: touched,
})
