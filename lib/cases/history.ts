import { z } from 'zod'
import type { CaseStatus } from '@/lib/cases/facts'
import { type Proposal, proposalsOf } from '@/lib/cases/proposals'
import { bySubject, ofCase } from '@/lib/cases/subject'
import type { ProposalKind } from '@/lib/platform/generated/prisma/enums'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

/** A step from stage to stage, or what was said before one: a proposal, an agreement, a sending back. */
export type CaseEvent = {
  readonly id: string
  readonly at: Date
  readonly what:
    | { readonly kind: 'step'; readonly from: CaseStatus | null; readonly to: CaseStatus }
    | { readonly kind: 'proposed'; readonly proposal: ProposalKind }
    | { readonly kind: 'agreed' | 'sentBack'; readonly proposal: ProposalKind }
  readonly actor: string | null
  readonly institution: string | null
  readonly reasonKey: string | null
  readonly note: string | null
}

const stepsOf = async ({ tx }: Context, caseId: string): Promise<CaseEvent[]> => {
  const rows = await tx.caseTransition.findMany({
    where: { caseId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { words: true },
  })
  const users = await tx.userAccount.findMany({
    where: { id: { in: rows.map((r) => r.actorId) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const institutions = await tx.institution.findMany({
    where: { id: { in: rows.map((r) => r.institutionId) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(users.map((u) => [u.id, `${u.givenName} ${u.familyName}`]))
  const placeOf = new Map(institutions.map((i) => [i.id, i.name]))
  return rows.map((r) => ({
    id: r.id,
    at: r.at,
    what: { kind: 'step', from: r.fromStatus, to: r.toStatus },
    actor: nameOf.get(r.actorId) ?? null,
    institution: placeOf.get(r.institutionId) ?? null,
    reasonKey: r.reasonKey,
    note: r.words?.note ?? null,
  }))
}

/** The proposal itself, and the leader's answer to it. */
const said = (p: Proposal): CaseEvent[] => {
  const proposed: CaseEvent = {
    id: `${p.id} proposed`,
    at: p.proposedAt,
    what: { kind: 'proposed', proposal: p.kind },
    actor: p.proposedBy,
    institution: null,
    reasonKey: p.reasonKey,
    note: p.note,
  }
  if (p.accepted === null || p.decidedAt === null) return [proposed]
  const answered: CaseEvent = {
    id: `${p.id} decided`,
    at: p.decidedAt,
    what: { kind: p.accepted ? 'agreed' : 'sentBack', proposal: p.kind },
    actor: p.decidedBy,
    institution: null,
    reasonKey: null,
    note: p.decisionNote,
  }
  return [answered, proposed]
}

/** Every step of the case with who, where and why, and what was proposed and answered before it; newest first. */
export const caseHistory = defineQuery({
  name: 'case.history',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }): Promise<CaseEvent[]> => {
    const steps = await stepsOf(ctx, caseId)
    const proposals = await proposalsOf(ctx, caseId)
    return [...steps, ...proposals.flatMap(said)].sort((a, b) => b.at.getTime() - a.at.getTime())
  },
  audit: (_events, _input, facts) => ofCase(facts),
})
