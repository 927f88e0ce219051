import { z } from 'zod'
import { earlierCaseOf } from '@/lib/cases/elsewhere'
import type { CaseFacts } from '@/lib/cases/facts'
import { moveCase } from '@/lib/cases/move'
import { demand, one, seen } from '@/lib/cases/stages'
import { bySubject, ofCase } from '@/lib/cases/subject'
import { leadersOf, teamCoordinators } from '@/lib/cases/whom'
import { redirectTargets, rejectionReasons } from '@/lib/catalogue'
import { tell } from '@/lib/notifications'
import { toDbDate } from '@/lib/platform/clock'
import { AppError, conflict, invalid, sqlState } from '@/lib/platform/errors'
import type { ProposalKind } from '@/lib/platform/generated/prisma/enums'
import { line, optional, prose, uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const audit = (_r: unknown, _i: unknown, facts: CaseFacts) => ofCase(facts)
const news = (kind: string, { teamId, caseId }: CaseFacts) => ({ kind, teamId, caseId })

/** Row 3's condition: is a person known elsewhere? Answers institutions only; logged with its reason. */
export const checkDuplicates = defineCommand({
  name: 'case.checkDuplicates',
  input: z.strictObject({ caseId: uuid(), reason: line(300) }),
  subject: bySubject,
  run: async ({ tx }, { caseId, reason }): Promise<{ knownTo: string[] }> => {
    try {
      const [row] = await tx.$queryRaw<
        { known: string[] }[]
      >`select app.check_duplicates(${caseId}::uuid, ${reason}) as known`
      const found = await tx.institution.findMany({
        where: { id: { in: row?.known ?? [] } },
        select: { name: true },
      })
      return { knownTo: found.map(({ name }) => name) }
    } catch (error) {
      if (sqlState(error) === '55000') throw conflict('wrongState')
      if (sqlState(error) === '54000') throw new AppError('limited', 'duplicateLimit')
      throw error
    }
  },
  audit: (_r, { reason }, facts) => ({ ...ofCase(facts), reason }),
})

/** Row 3: submitted → screening, once duplicates were checked. What had to be looked at the same day stays so (4c). */
export const screenCase = defineCommand({
  name: 'case.screen',
  input: z.strictObject(one),
  subject: seen,
  run: async (ctx, _input, facts) => {
    await demand(ctx, facts, 'submitted')
    const atOnce = facts.dueOn === facts.statusSince
    await moveCase(ctx, facts, 'screening', atOnce ? { dueOn: ctx.today } : {})
  },
  audit,
})

const kinds = ['qualify', 'reject', 'redirect'] as const
const targets = { qualify: 'qualified', reject: 'rejected', redirect: 'redirected' } as const

/** Which reasons go with which proposal: a code for a refusal, a direction for a redirection, none else. */
const reasonFits = (kind: ProposalKind, reasonKey: string | null): boolean => {
  if (kind === 'qualify') return true
  const known = kind === 'reject' ? rejectionReasons() : redirectTargets()
  return known.some(({ key }) => key === reasonKey)
}

/** Domain 5.3.3: one open case a person and gmina as its main person. */
export const demandFreeMain = async ({ tx }: Context, facts: CaseFacts): Promise<void> => {
  // two decisions about the same person at two desks come one after the other, so that the second sees the first
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`main ${facts.gminaCode}`}))::text`
  const [row] = await tx.$queryRaw<
    { taken: boolean }[]
  >`select app.main_elsewhere(${facts.caseId}::uuid) as taken`
  if (row?.taken) throw conflict('mainElsewhere')
}

type Proposal = { id: string; kind: ProposalKind; reasonKey: string | null; note: string }

/** Row 4b: who referred is told that the team decided, and reads on the own list what (never where it was redirected). */
const tellReferrer = async (ctx: Context, { caseId, teamId }: CaseFacts): Promise<void> => {
  const referral = await ctx.tx.referral.findFirst({
    where: { caseId },
    select: { authorId: true, institutionId: true },
  })
  if (!referral) return
  const told = [{ userId: referral.authorId, institutionId: referral.institutionId }]
  await tell(ctx, told, { kind: 'referral.decided', teamId })
}

/** The leader's answer, and the step that follows from a yes. */
const settle = async (
  ctx: Context,
  facts: CaseFacts,
  proposal: Proposal,
  accepted: boolean,
  note: string | null,
): Promise<void> => {
  const { tx, actor, now, today } = ctx
  const decided = await tx.caseProposal.updateMany({
    where: { id: proposal.id, decidedAt: null },
    data: { decidedById: actor.userId, decidedAt: now, accepted, decisionNote: note },
  })
  if (decided.count !== 1) throw conflict('stale')
  if (!accepted) return
  if (proposal.kind === 'qualify') await demandFreeMain(ctx, facts)
  // what was handed over by another unit, or linked already, continues that case
  const free = await tx.familyCase.count({ where: { id: facts.caseId, previousCaseId: null } })
  const earlier = proposal.kind === 'qualify' && free > 0 ? await earlierCaseOf(ctx, facts) : null
  await moveCase(ctx, facts, targets[proposal.kind], {
    as: 'case.decide',
    reasonKey: proposal.reasonKey,
    note: proposal.note,
    set:
      proposal.kind === 'qualify'
        ? { qualifiedOn: toDbDate(today), ...(earlier ? { previousCaseId: earlier } : {}) }
        : { closedOn: toDbDate(today), closingReasonKey: proposal.reasonKey },
  })
  await tellReferrer(ctx, facts)
}

/**
 * Where a redirection goes is written where only the mark `nk` reads it, for every direction alike: so the Blue Card
 * procedure cannot be told from another gmina (domain 3.6).
 */
const hideTarget = async (
  { tx, actor }: Context,
  facts: CaseFacts,
  targetKey: string | null,
): Promise<void> => {
  await tx.nkFlag.createMany({
    data: [
      {
        caseId: facts.caseId,
        teamId: facts.teamId,
        kind: targetKey === 'nk' ? 'redirected' : 'redirectedElsewhere',
        targetKey,
        recordedById: actor.userId,
      },
    ],
  })
}

/**
 * Rows 4a-4c: the coordinator proposes. A person who is leader of the owner too decides in the same step; `decided`
 * says so.
 */
export const proposeDecision = defineCommand({
  name: 'case.propose',
  input: z
    .strictObject({
      ...one,
      kind: z.enum(kinds, { error: 'choose' }),
      reasonKey: optional(line(60)),
      note: prose(2000),
    })
    .refine((i) => reasonFits(i.kind, i.reasonKey), { path: ['reasonKey'], message: 'choose' }),
  subject: seen,
  run: async (ctx, input, facts): Promise<{ decided: boolean }> => {
    const { tx, actor } = ctx
    if (facts.status !== 'screening') throw conflict('wrongState')
    const open = await tx.caseProposal.count({ where: { caseId: facts.caseId, decidedAt: null } })
    if (open > 0) throw conflict('proposalWaits')
    if (input.kind === 'qualify') await demandFreeMain(ctx, facts)
    if (input.kind === 'redirect') await hideTarget(ctx, facts, input.reasonKey)
    const proposal = await tx.caseProposal.create({
      data: {
        caseId: facts.caseId,
        teamId: facts.teamId,
        kind: input.kind,
        reasonKey: input.kind === 'reject' ? input.reasonKey : null,
        note: input.note,
        proposedById: actor.userId,
        proposedAt: ctx.now,
      },
    })
    const decided = may(actor, 'case.decide', facts)
    if (decided) await settle(ctx, facts, proposal, true, null)
    else await tell(ctx, await leadersOf(ctx, facts.ownerInstitutionId), news('case.proposed', facts))
    return { decided }
  },
  audit,
})

/** The leader accepts, or sends back with a reason, what the coordinator proposed. */
export const decideProposal = defineCommand({
  name: 'case.decide',
  input: z.strictObject({
    ...one,
    accepted: z.enum(['yes', 'no'], { error: 'choose' }),
    note: optional(prose(2000)),
  }),
  subject: seen,
  run: async (ctx, input, facts) => {
    if (facts.status !== 'screening') throw conflict('wrongState')
    const proposal = await ctx.tx.caseProposal.findFirst({
      where: { caseId: facts.caseId, decidedAt: null },
    })
    if (!proposal) throw conflict('missing.proposal')
    const accepted = input.accepted === 'yes'
    if (!accepted && !input.note) throw invalid({ note: 'required' })
    await settle(ctx, facts, proposal, accepted, input.note)
    const kind = accepted ? 'case.decided' : 'case.sentBack'
    await tell(ctx, await teamCoordinators(ctx, facts.teamId), news(kind, facts))
  },
  audit,
})
