import type { ProposalKind } from '@/lib/platform/generated/prisma/enums'
import type { Context } from '@/lib/policy/usecase'

export type Proposal = {
  readonly id: string
  readonly kind: ProposalKind
  /** Code of a refusal; where a redirection goes stands in no proposal (domain 3.6). */
  readonly reasonKey: string | null
  readonly note: string
  readonly proposedBy: string | null
  readonly proposedAt: Date
  /** Null while the leader has not answered. */
  readonly accepted: boolean | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly decisionNote: string | null
}

/** What the coordinator proposed and what the leader said, newest first. */
export const proposalsOf = async ({ tx }: Context, caseId: string): Promise<Proposal[]> => {
  const rows = await tx.caseProposal.findMany({
    where: { caseId },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  const people = await tx.userAccount.findMany({
    where: { id: { in: rows.flatMap((r) => [r.proposedById, r.decidedById ?? r.proposedById]) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const nameOf = (id: string | null): string | null => {
    const person = people.find((p) => p.id === id)
    return person ? `${person.givenName} ${person.familyName}` : null
  }
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    reasonKey: r.reasonKey,
    note: r.note,
    proposedBy: nameOf(r.proposedById),
    proposedAt: r.proposedAt,
    accepted: r.accepted,
    decidedBy: nameOf(r.decidedById),
    decidedAt: r.decidedAt,
    decisionNote: r.decisionNote,
  }))
}
