import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import type { PlanModel } from '@/lib/platform/generated/prisma/models'
import { uuid, whole } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

const words = z.string().nullish().default(null)
const day = z.custom<IsoDate>((v) => typeof v === 'string')

/** What app.plan_body writes: the content of a version word for word. */
const content = z.object({
  case: z.string(),
  goals: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      indicator: words,
      baseline: words,
      target: words,
      due: day.nullable(),
    }),
  ),
  lines: z.array(
    z.object({
      id: z.string(),
      service: z.string(),
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
      weekday: z.number().nullish(),
      atTime: z.string().nullish(),
      beside: z.array(z.string()).nullish(),
      coPayment: z.number().nullable(),
      persons: z.array(z.string()),
      goals: z.array(z.string()),
    }),
  ),
})
type Content = z.output<typeof content>

/** Of a version that was signed what was sealed; of one that waits for signatures what would be sealed now. */
const bodyOf = async ({ tx }: Context, plan: PlanModel): Promise<{ body: string; sealed: boolean }> => {
  const kept = await tx.planContent.findUnique({ where: { planId: plan.id } })
  if (kept && plan.contentHash) return { body: kept.body, sealed: true }
  if (plan.status !== 'approval') throw notFound()
  const [row] = await tx.$queryRaw<{ body: string | null }[]>`
    select app.plan_draft_body(${plan.id}::uuid) as body`
  if (!row?.body) throw notFound()
  return { body: row.body, sealed: false }
}

/** Names for the ids that the content keeps. */
const namesFor = async ({ tx }: Context, { lines }: Content) => {
  const providers = lines.flatMap((l) => [l.provider, ...(l.beside ?? [])])
  const institutions = await tx.institution.findMany({ where: { id: { in: providers } } })
  const services = await tx.serviceType.findMany({ where: { key: { in: lines.map((l) => l.service) } } })
  const people = await tx.person.findMany({ where: { id: { in: lines.flatMap((l) => l.persons) } } })
  return {
    institution: new Map(institutions.map((i) => [i.id, i.name])),
    service: new Map(services.map((s) => [s.key, s])),
    person: new Map(people.map((p) => [p.id, `${p.givenName} ${p.familyName}`])),
  }
}

const linesOf = async (ctx: Context, body: Content) => {
  const names = await namesFor(ctx, body)
  return body.lines.map((l) => ({
    id: l.id,
    service: l.title ?? names.service.get(l.service)?.namePl ?? l.service,
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
    unit: l.unit ?? names.service.get(l.service)?.unit ?? '',
    weekday: l.weekday ?? null,
    atTime: l.atTime ?? null,
    coPayment: l.coPayment,
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
    const { body, sealed } = await bodyOf(ctx, plan)
    const said = content.parse(JSON.parse(body))
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
      intact: sealed && createHash('sha256').update(body).digest('hex') === plan.contentHash,
      goals: said.goals,
      lines,
      signers: await signersOf(ctx, facts),
      institutions: [...new Set(lines.map((l) => l.provider))].sort((a, b) => a.localeCompare(b, 'pl')),
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type PlanSheet = Awaited<ReturnType<typeof planSheet.execute>>
