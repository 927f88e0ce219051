import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { catalogueHere } from '@/lib/catalogue'
import { areaNames } from '@/lib/diagnosis'
import { roleNames } from '@/lib/messages/pl/roles'
import { throughEyesOf } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { type Names, type Thing, type ThingKind, thingKinds, thingsOf } from '@/lib/sight/things'

/** Roles in which somebody of an institution meets a case. */
export const eyeRoles = [
  'specjalista',
  'wykonawca',
  'decydent',
  'asystent_rodziny',
  'lider_powiatowy',
  'koordynator_zespolu',
  'lider_gminny',
] as const
export type EyeRole = (typeof eyeRoles)[number]

/** A thing that who looks may see, with the names of its people, and whether the other side sees it too. */
export type SeenThing = Thing & { readonly people: readonly string[]; readonly seen: boolean }

export type EyesView = {
  readonly institutionId: string
  readonly institution: string
  readonly role: EyeRole
  /** Nobody holds this role there for this case today: then nobody sees anything in it. */
  readonly nobody: boolean
  readonly kinds: readonly { readonly kind: ThingKind; readonly things: readonly SeenThing[] }[]
}

/** Everything that anybody of the institution in this role sees: asked of the real policies, person by person. */
const seenBy = async (
  ctx: Context,
  caseId: string,
  institutionId: string,
  userIds: readonly string[],
  words: Names,
): Promise<ReadonlySet<string>> => {
  const seen = new Set<string>()
  for (const userId of userIds) {
    const things = await throughEyesOf(ctx.tx, { userId, institutionId }, (theirs) =>
      thingsOf(theirs, caseId, words),
    )
    for (const { kind, id } of things) seen.add(`${kind} ${id}`)
  }
  return seen
}

const namesOf = async ({ tx }: Context, things: readonly Thing[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.person.findMany({
    where: { id: { in: [...new Set(things.flatMap((t) => t.personIds))] } },
    select: { id: true, givenName: true, familyName: true },
  })
  return new Map(rows.map((r) => [r.id, `${r.givenName} ${r.familyName}`]))
}

const lookThrough = async (
  ctx: Context,
  { caseId, variantVersionId }: CaseFacts,
  input: { institutionId: string; role: EyeRole },
): Promise<EyesView> => {
  const { tx } = ctx
  const institution = await tx.institution.findUnique({
    where: { id: input.institutionId },
    select: { name: true },
  })
  if (!institution) throw notFound()
  const eyes = await tx.$queryRaw<{ user_id: string }[]>`
    select user_id from app.eyes_of(${caseId}::uuid, ${input.institutionId}::uuid, ${input.role})`
  // the own things first: nothing is shown that who looks may not see without these eyes
  const words = { here: await catalogueHere(ctx), areas: await areaNames(ctx, variantVersionId) }
  const own = await thingsOf(tx, caseId, words)
  const names = await namesOf(ctx, own)
  const seen = await seenBy(
    ctx,
    caseId,
    input.institutionId,
    eyes.map((e) => e.user_id),
    words,
  )
  const things = own.map((t) => ({
    ...t,
    people: t.personIds.flatMap((id) => names.get(id) ?? []),
    seen: seen.has(`${t.kind} ${t.id}`),
  }))
  return {
    institutionId: input.institutionId,
    institution: institution.name,
    role: input.role,
    nobody: eyes.length === 0,
    kinds: thingKinds
      .map((kind) => ({ kind, things: things.filter((t) => t.kind === kind) }))
      .filter((group) => group.things.length > 0),
  }
}

/**
 * The case as an institution of it sees it, for who coordinates it: the things that both may see, and what is closed to
 * the other side. The audit row says through whose eyes; people of the other institution appear nowhere as readers.
 */
export const lookAs = defineQuery({
  name: 'sight.lookAs',
  input: z.strictObject({
    caseId: uuid(),
    institutionId: uuid(),
    role: z.enum(eyeRoles, { error: 'choose' }),
  }),
  subject: bySubject,
  run: (ctx, input, facts) => lookThrough(ctx, facts, input),
  audit: (view, _input, facts) => ({
    ...ofCase(facts),
    reason: `${view.institution}: ${roleNames[view.role]}`,
  }),
})
