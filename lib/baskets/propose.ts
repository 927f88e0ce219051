import { z } from 'zod'
import { grantsOf, silentOf } from '@/lib/baskets/basket'
import { type Candidate, proposalsFor, type Service } from '@/lib/baskets/proposals'
import { staffFor } from '@/lib/baskets/staff'
import { type BasketFact, missingConsents } from '@/lib/baskets/warnings'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import { needsOf, peopleOf } from '@/lib/diagnosis'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { optional, uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

/** Codes under which an institution may say that it serves this gmina: the gmina, its powiat, its voivodeship. */
const codesOf = (gminaCode: string): string[] => [gminaCode, gminaCode.slice(0, 4), gminaCode.slice(0, 2)]

/** Live members of the team and institutions of the region that say they offer one of the services. */
const candidatesOf = async (
  { tx, today }: Context,
  facts: CaseFacts,
  serviceKeys: readonly string[],
): Promise<Candidate[]> => {
  const members = await tx.teamMember.findMany({ where: { teamId: facts.teamId, leftOn: null } })
  const inTeam = new Set(members.map((m) => m.institutionId))
  const offered = {
    serviceKey: { in: [...serviceKeys] },
    OR: [{ endedOn: null }, { endedOn: { gt: toDbDate(today) } }],
  }
  const codes = codesOf(facts.gminaCode)
  const rows = await tx.institution.findMany({
    where: {
      endedOn: null,
      OR: [
        { id: { in: [...inTeam] } },
        { services: { some: offered }, areas: { some: { unitCode: { in: codes } } } },
      ],
    },
    include: { areas: { where: { unitCode: { in: codes } } }, services: { where: offered } },
  })
  return rows.map((i) => ({
    id: i.id,
    name: i.name,
    kindKey: i.kindKey,
    replacesOps: i.replacesOps,
    inTeam: inTeam.has(i.id),
    // a regional body of the team keeps no list of gminas: its voivodeship is its area
    servesHere: i.areas.length > 0 || (i.level === 'wojewodztwo' && i.wojewodztwoCode === codes[2]),
    offers: new Map(
      i.services.map((s) => [s.serviceKey, { waitingDays: s.waitingDays, places: s.places }] as const),
    ),
  }))
}

const servicesFor = async ({ tx }: Context, needKey: string) => {
  const links = await tx.needService.findMany({ where: { needKey }, orderBy: { position: 'asc' } })
  const types = await tx.serviceType.findMany({ where: { key: { in: links.map((l) => l.serviceKey) } } })
  const byKey = new Map(types.map((t) => [t.key, t]))
  return links.flatMap((l) => byKey.get(l.serviceKey) ?? [])
}

const refusedOf = async ({ tx }: Context, caseId: string): Promise<ReadonlySet<string>> => {
  const rows = await tx.basketLine.findMany({ where: { caseId, status: 'declined' } })
  return new Set(rows.map((r) => `${r.providerInstitutionId} ${r.serviceKey}`))
}

type Chosen = { providerId: string; category: DataCategory; personIds: readonly string[] }

/** Which consents the chosen institution lacks, before anybody fills the form for nothing. */
const lackOf = async (ctx: Context, facts: CaseFacts, { providerId, category, personIds }: Chosen) => {
  const grants = await grantsOf(ctx, facts, [providerId], personIds, [category])
  const line: BasketFact = {
    id: '',
    serviceKey: '',
    category,
    providerId,
    responsibleId: null,
    status: 'draft',
    startsOn: ctx.today,
    endsOn: null,
    personIds,
    needIds: [],
    duplicateReason: null,
    outsideAgreementReason: null,
  }
  return missingConsents(line, {
    ownerId: facts.ownerInstitutionId,
    personIds,
    environment: facts.subject === 'environment',
    parties: [],
    agreement: { from: null, to: null },
    plan: null,
    grants,
    silent: new Set(),
  })
}

const planEnd = async ({ tx }: Context, caseId: string): Promise<IsoDate | null> => {
  const plan = await tx.plan.findFirst({
    where: { caseId, status: { in: ['draft', 'approval', 'inForce'] } },
    orderBy: { versionNo: 'desc' },
  })
  return fromDbDateOrNull(plan?.endsOn ?? null)
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
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const need = (await needsOf(ctx, facts.caseId)).find((n) => n.id === input.needId)
    if (!need) throw notFound()
    const types = await servicesFor(ctx, need.needKey)
    const services: Service[] = types.map((t) => ({
      key: t.key,
      name: t.namePl,
      core: t.core,
      providerKinds: t.providerKinds,
    }))
    const candidates = await candidatesOf(
      ctx,
      facts,
      types.map((t) => t.key),
    )
    const proposals = proposalsFor(services, candidates, await refusedOf(ctx, facts.caseId))
    const people = await peopleOf(ctx, facts.caseId)
    const personIds = need.personId ? [need.personId] : people.map((p) => p.id)
    const service = types.find((t) => t.key === input.serviceKey) ?? null
    const providerId = candidates.find((c) => c.id === input.providerId)?.id ?? null
    const silent = providerId
      ? await silentOf(ctx, facts, [{ institutionId: providerId, userId: null }])
      : null
    const inTeam = candidates.find((c) => c.id === providerId)?.inTeam ?? true
    return {
      need,
      proposals,
      people,
      personIds,
      subject: facts.subject,
      chosen:
        service && providerId
          ? {
              serviceKey: service.key,
              service: service.namePl,
              unit: service.unit,
              requiresDecision: service.requiresDecision,
              legalBasis: service.legalBasisShort,
              providerId,
              provider: candidates.find((c) => c.id === providerId)?.name ?? '',
              inTeam,
              staff: await staffFor(ctx, providerId, facts.ownerInstitutionId),
              nobodyAnswers: (silent?.size ?? 0) > 0,
              self: ctx.actor.userId,
              lacks: await lackOf(ctx, facts, { providerId, category: service.dataCategory, personIds }),
            }
          : null,
      planEndsOn: await planEnd(ctx, facts.caseId),
      today: ctx.today,
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type ProposalPage = Awaited<ReturnType<typeof proposeServices.execute>>
