import { z } from 'zod'
import { catalogueHere } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { notFound } from '@/lib/platform/errors'
import type { Context } from '@/lib/policy/usecase'

const words = z.string().nullish().default(null)
const day = z.custom<IsoDate>((v) => typeof v === 'string')
const amount = z.number().nullish().default(null)

const goal = z.object({
  id: z.string(),
  title: z.string(),
  indicator: words,
  baseline: words,
  target: words,
  due: day.nullable(),
  // sealed before goals had them: absent
  unit: words,
  person: words,
  familyWords: words,
  strengths: z.array(z.string()).nullish(),
})

const signedLine = z.object({
  id: z.string(),
  service: z.string(),
  // a service of the voivodeship's own; sealed before there were any: absent
  regional: words,
  provider: z.string(),
  title: words,
  scope: words,
  place: words,
  from: day,
  to: day.nullable(),
  frequency: z.string(),
  quantity: z.number().nullable(),
  unit: words,
  // sealed before a service had a day and an hour: absent
  weekday: amount,
  atTime: words,
  beside: z.array(z.string()).nullish(),
  cost: amount,
  coPayment: z.number().nullable(),
  funding: words,
  persons: z.array(z.string()),
  goals: z.array(z.string()),
})
const line = signedLine.transform(({ regional, ...rest }) => ({ ...rest, service: regional ?? rest.service }))

/** What app.plan_body writes: the content of a version word for word. */
const content = z.object({
  case: z.string(),
  from: day.nullish().default(null),
  to: day.nullish().default(null),
  goals: z.array(goal),
  lines: z.array(line),
})
export type PlanBody = z.output<typeof content>
export type SignedGoal = z.output<typeof goal>
export type SignedLine = z.output<typeof line>

/** What a version says, from its text. */
export const parseBody = (body: string): PlanBody => content.parse(JSON.parse(body))

export type KeptBody = { readonly body: string; readonly sealed: boolean; readonly intact: boolean }

/**
 * Of a version that was signed what was sealed; of one that waits for signatures what would be sealed now. The database
 * leaves hour and place out where a protected person takes part and this reader is not to know (domain 8.2 d), and says
 * whether what is kept is still what was sealed.
 */
export const keptBody = async ({ tx }: Context, { id }: { readonly id: string }): Promise<KeptBody> => {
  const [kept] = await tx.$queryRaw<KeptBody[]>`select body, sealed, intact from app.plan_text(${id}::uuid)`
  if (!kept) throw notFound()
  return kept
}

/** Names for the ids that these contents keep. */
export const namesIn = async (ctx: Context, lines: readonly SignedLine[]) => {
  const { tx } = ctx
  const providers = lines.flatMap((l) => [l.provider, ...(l.beside ?? [])])
  const institutions = await tx.institution.findMany({ where: { id: { in: providers } } })
  const here = await catalogueHere(ctx)
  const people = await tx.person.findMany({ where: { id: { in: lines.flatMap((l) => l.persons) } } })
  return {
    institution: new Map(institutions.map((i) => [i.id, i.name])),
    service: here.known,
    person: new Map(people.map((p) => [p.id, `${p.givenName} ${p.familyName}`])),
  }
}
export type BodyNames = Awaited<ReturnType<typeof namesIn>>
