import { z } from 'zod'
import { openTo } from '@/lib/baskets/basket'
import { candidatesOf, refusedOf, servicesFor } from '@/lib/baskets/candidates'
import { formChoices } from '@/lib/baskets/choices'
import { proposalsFor, type Service } from '@/lib/baskets/proposals'
import { answerDue } from '@/lib/baskets/send'
import { staffFor } from '@/lib/baskets/staff'
import { missingConsents } from '@/lib/baskets/warnings'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { catalogueHere } from '@/lib/catalogue'
import { needsAreOpen, needsOf, peopleOf, unmetOf } from '@/lib/diagnosis'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { optional, uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

/** Whether the institution belongs to the family team today (the owner always does), and why it was invited. */
const participation = async ({ tx, today }: Context, facts: CaseFacts, institutionId: string) => {
  const row = await tx.caseParticipant.findFirst({
    where: {
      caseId: facts.caseId,
      institutionId,
      OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
    },
  })
  return {
    participates: row !== null || institutionId === facts.ownerInstitutionId,
    purpose: row?.purpose ?? null,
  }
}

type Wanted = {
  serviceKey: string | null
  providerId: string | null
  personIds: readonly string[]
  lineId: string | null
}

/** What the form shows of a chosen service and institution: any of the catalogue, any of the registry. */
const chosenOf = async (ctx: Context, facts: CaseFacts, asked: Wanted) => {
  const { serviceKey, providerId, personIds } = asked
  if (!serviceKey || !providerId) return null
  const here = await catalogueHere(ctx)
  // a draft may keep what is offered no longer
  const service = asked.lineId ? here.known(serviceKey) : here.find(serviceKey)
  const provider = await ctx.tx.institution.findUnique({ where: { id: providerId } })
  if (!service || !provider || provider.endedOn) return null
  const member = await ctx.tx.teamMember.count({
    where: { teamId: facts.teamId, leftOn: null, institutionId: providerId },
  })
  const wanted = { providerId, responsibleId: null, category: service.type.dataCategory, personIds }
  const { grants, silent } = await openTo(ctx, facts, wanted)
  return {
    serviceKey: service.key,
    service: service.name,
    unit: service.type.unit,
    requiresDecision: service.type.requiresDecision,
    legalBasis: service.type.legalBasisShort,
    providerId,
    provider: provider.name,
    inTeam: member > 0,
    ...(await participation(ctx, facts, providerId)),
    staff: await staffFor(ctx, providerId, facts.ownerInstitutionId),
    nobodyAnswers: silent.size > 0,
    self: ctx.actor.userId,
    // told before anybody fills the form for nothing
    lacks: missingConsents(wanted, {
      ownerId: facts.ownerInstitutionId,
      personIds,
      environment: facts.subject === 'environment',
      grants,
    }),
  }
}

const planEnd = async ({ tx }: Context, caseId: string): Promise<IsoDate | null> => {
  const plan = await tx.plan.findFirst({
    where: { caseId, status: { in: ['draft', 'approval', 'inForce'] } },
    orderBy: { versionNo: 'desc' },
  })
  return fromDbDateOrNull(plan?.endsOn ?? null)
}

/** Who offers what for one need here, the best first. */
export const proposed = async (ctx: Context, facts: CaseFacts, needKey: string) => {
  const types = await servicesFor(ctx, needKey)
  const services: Service[] = types.map((t) => ({
    key: t.key,
    name: t.name,
    core: t.type.core,
    providerKinds: t.type.providerKinds,
  }))
  const candidates = await candidatesOf(
    ctx,
    facts,
    types.map((t) => t.key),
  )
  return proposalsFor(services, candidates, await refusedOf(ctx, facts.caseId))
}

/**
 * For one need: services that answer it with institutions of the team that offer them here, core ones first; once a
 * service and an institution are chosen, also who could be named and which consents are missing.
 */
export const proposeServices = defineQuery({
  name: 'line.propose',
  input: z.strictObject({
    caseId: uuid(),
    needId: uuid(),
    serviceKey: optional(z.string().max(60)),
    providerId: optional(uuid()),
    /** the draft that is being changed: it neither waits for itself nor competes with itself */
    lineId: optional(uuid()),
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const needs = await needsOf(ctx, facts.caseId)
    const need = needs.find((n) => n.id === input.needId)
    if (!need) throw notFound()
    const people = await peopleOf(ctx, facts.caseId)
    const personIds = need.personId ? [need.personId] : people.map((p) => p.id)
    return {
      need,
      proposals: await proposed(ctx, facts, need.needKey),
      /** noted as given by nobody here, and still so */
      unmet: await unmetOf(ctx, need.id),
      mayUnmet: may(ctx.actor, 'need.unmet', facts) && needsAreOpen(facts) && need.closedOn === null,
      people,
      personIds,
      subject: facts.subject,
      chosen: await chosenOf(ctx, facts, { ...input, personIds }),
      choices: await formChoices(ctx, facts, { needs, needId: need.id, lineId: input.lineId }),
      planEndsOn: await planEnd(ctx, facts.caseId),
      answerDueOn: await answerDue(ctx, facts),
      mayCreate: may(ctx.actor, 'line.create', facts),
      mayInvite: may(ctx.actor, 'participant.invite', facts),
      today: ctx.today,
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type ProposalPage = Awaited<ReturnType<typeof proposeServices.execute>>
