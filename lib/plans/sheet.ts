import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { keptBody, namesIn, type PlanBody, parseBody } from '@/lib/plans/content'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { uuid, whole } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

const linesOf = async (ctx: Context, body: PlanBody) => {
  const names = await namesIn(ctx, body.lines)
  return body.lines.map((l) => ({
    id: l.id,
    service: l.title ?? names.service(l.service)?.name ?? l.service,
    scope: l.scope,
    place: l.place,
    provider: names.institution.get(l.provider) ?? '',
    beside: (l.beside ?? []).map((id) => names.institution.get(id) ?? ''),
    persons: l.persons.map((id) => names.person.get(id) ?? ''),
    goals: l.goals.flatMap((id) => {
      const at = body.goals.findIndex((g) => g.id === id)
      return at < 0 ? [] : [at + 1]
    }),
    startsOn: l.from,
    endsOn: l.to,
    frequency: l.frequency,
    quantity: l.quantity === null ? null : Math.round(l.quantity * 100),
    unit: l.unit ?? names.service(l.service)?.type.unit ?? '',
    weekday: l.weekday,
    atTime: l.atTime,
    coPayment: l.coPayment,
  }))
}

/** Goals with the name of whose each is, where it is one person's and this reader knows the person. */
const goalsOn = async ({ tx }: Context, { goals }: PlanBody) => {
  const ids = goals.flatMap((g) => g.person ?? [])
  const people = await tx.person.findMany({ where: { id: { in: ids } } })
  const names = new Map(people.map((p) => [p.id, `${p.givenName} ${p.familyName}`]))
  return goals.map((g) => ({
    ...g,
    who: g.person ? (names.get(g.person) ?? null) : null,
    strengths: g.strengths ?? [],
  }))
}

/** Who signs: the adults who take part, the family's coordinator, the institutions of the services. */
const signersOf = async ({ tx }: Context, facts: CaseFacts) => {
  const links = await tx.casePerson.findMany({
    where: { caseId: facts.caseId, takesPart: true, leftOn: null },
  })
  const people = await tx.person.findMany({
    where: { id: { in: links.map((l) => l.personId) }, isMinor: false },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
  })
  return people.map((p) => `${p.givenName} ${p.familyName}`)
}

const headOf = async ({ tx }: Context, facts: CaseFacts) => {
  const row = await tx.familyCase.findUniqueOrThrow({
    where: { id: facts.caseId },
    include: { family: { select: { label: true } }, team: { select: { name: true, variantKey: true } } },
  })
  const variant = await tx.modelVariant.findUnique({ where: { key: row.team?.variantKey ?? '' } })
  const coordinator = await tx.roleAssignment.findFirst({
    where: { caseId: facts.caseId, role: 'koordynator_rodziny', endedAt: null },
    select: { user: { select: { givenName: true, familyName: true } } },
  })
  return {
    title: variant?.planLabel ?? '',
    family: row.family?.label ?? null,
    team: row.team?.name ?? '',
    coordinator: coordinator ? `${coordinator.user.givenName} ${coordinator.user.familyName}` : '',
  }
}

/** One version of the plan as a sheet to be signed, or as it was signed. */
export const planSheet = defineQuery({
  name: 'plan.print',
  input: z.strictObject({ caseId: uuid(), versionNo: whole(1, 10_000) }),
  subject: bySubject,
  run: async (ctx, { versionNo }, facts) => {
    const plan = await ctx.tx.plan.findUnique({
      where: { caseId_versionNo: { caseId: facts.caseId, versionNo } },
    })
    if (!plan) throw notFound()
    const { body, sealed, intact } = await keptBody(ctx, plan)
    const said = parseBody(body)
    const lines = await linesOf(ctx, said)
    return {
      ...(await headOf(ctx, facts)),
      number: said.case,
      versionNo,
      startsOn: fromDbDateOrNull(plan.startsOn),
      endsOn: fromDbDateOrNull(plan.endsOn),
      signedOn: fromDbDateOrNull(plan.familySignedOn),
      signedBy: plan.familySignedBy,
      sealed,
      hash: plan.contentHash,
      /** what is kept is what was sealed */
      intact,
      goals: await goalsOn(ctx, said),
      lines,
      signers: await signersOf(ctx, facts),
      institutions: [...new Set(lines.map((l) => l.provider))].sort((a, b) => a.localeCompare(b, 'pl')),
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type PlanSheet = Awaited<ReturnType<typeof planSheet.execute>>
