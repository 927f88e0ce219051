import { z } from 'zod'
import { type BlueCard, blueCardOf } from '@/lib/cases/blue-card'
import type { CaseFacts, CaseStatus } from '@/lib/cases/facts'
import { type NextStep, nextStep } from '@/lib/cases/next-step'
import { bySubject, ofCase } from '@/lib/cases/subject'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { ProposalKind } from '@/lib/platform/generated/prisma/enums'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

const asked = [
  'case.history',
  'case.screen',
  'case.checkDuplicates',
  'case.propose',
  'case.decide',
  'case.requestConsent',
  'case.startDiagnosis',
  'case.closeWithoutConsent',
  'case.suspend',
  'case.resume',
  'case.interrupt',
  'case.assign',
  'case.unassign',
  'participant.list',
  'participant.invite',
  'consent.list',
  'diagnosis.read',
  'plan.read',
  'line.list',
  'identity.read',
  'evaluation.read',
  'audit.case',
  'referral.read',
] as const

export type CaseRights = Record<(typeof asked)[number], boolean>

export type Proposal = {
  readonly id: string
  readonly kind: ProposalKind
  readonly reasonKey: string | null
  readonly note: string
  readonly proposedBy: string | null
  readonly proposedAt: Date
  readonly accepted: boolean | null
  readonly decisionNote: string | null
}

const proposalsOf = async ({ tx }: Context, facts: CaseFacts): Promise<Proposal[]> => {
  if (facts.status !== 'screening') return []
  const rows = await tx.caseProposal.findMany({
    where: { caseId: facts.caseId },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: 10,
  })
  const people = await tx.userAccount.findMany({
    where: { id: { in: rows.map((r) => r.proposedById) } },
    select: { id: true, givenName: true, familyName: true },
  })
  return rows.map((r) => {
    const by = people.find(({ id }) => id === r.proposedById)
    return {
      id: r.id,
      kind: r.kind,
      reasonKey: r.reasonKey,
      note: r.note,
      proposedBy: by ? `${by.givenName} ${by.familyName}` : null,
      proposedAt: r.proposedAt,
      accepted: r.accepted,
      decisionNote: r.decisionNote,
    }
  })
}

export type CaseHead = {
  readonly id: string
  readonly number: string
  readonly label: string | null
  readonly status: CaseStatus
  readonly statusSince: IsoDate
  readonly dueOn: IsoDate | null
  readonly reviewOn: IsoDate | null
  readonly subject: CaseFacts['subject']
  readonly version: number
  readonly teamId: string
  readonly teamName: string | null
  readonly ownerName: string
  readonly coordinator: string | null
  readonly referralId: string | null
  /** Of the first stages: what the coordinator proposed and the leader answered, newest first. */
  readonly proposals: readonly Proposal[]
  /** Only for who holds the mark `nk`. */
  readonly blueCard: BlueCard | null
  readonly next: NextStep
  readonly may: CaseRights
}

const headOf = async (ctx: Context, facts: CaseFacts): Promise<CaseHead> => {
  const { tx, actor } = ctx
  const row = await tx.familyCase.findUniqueOrThrow({
    where: { id: facts.caseId },
    include: { family: { select: { label: true } }, team: { select: { name: true } } },
  })
  const owner = await tx.institution.findUniqueOrThrow({
    where: { id: facts.ownerInstitutionId },
    select: { name: true },
  })
  const coordinator = await tx.roleAssignment.findFirst({
    where: { caseId: facts.caseId, role: 'koordynator_rodziny', endedAt: null },
    select: { user: { select: { givenName: true, familyName: true } } },
  })
  const referral = await tx.referral.findFirst({ where: { caseId: facts.caseId }, select: { id: true } })
  return {
    id: facts.caseId,
    number: facts.number,
    label: row.family?.label ?? null,
    status: facts.status,
    statusSince: facts.statusSince,
    dueOn: facts.dueOn,
    reviewOn: fromDbDateOrNull(row.reviewOn),
    subject: facts.subject,
    version: facts.version,
    teamId: facts.teamId,
    teamName: row.team?.name ?? null,
    ownerName: owner.name,
    coordinator: coordinator ? `${coordinator.user.givenName} ${coordinator.user.familyName}` : null,
    referralId: referral?.id ?? null,
    proposals: await proposalsOf(ctx, facts),
    blueCard: await blueCardOf(ctx, facts.caseId),
    next: await nextStep(ctx, facts),
    may: mayAll(actor, facts, ...asked),
  }
}

/** The folder of a case: number, stage, next step in words, and which places of it this person may open. */
export const readCase = defineQuery({
  name: 'case.read',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: (ctx, _input, facts) => headOf(ctx, facts),
  audit: (_head, _input, facts) => ofCase(facts),
})

export type CaseEvent = {
  readonly id: string
  readonly at: Date
  readonly fromStatus: CaseStatus | null
  readonly toStatus: CaseStatus
  readonly actor: string | null
  readonly institution: string | null
  readonly reasonKey: string | null
  readonly note: string | null
}

/** Every step of the case with who, where and why, newest first. */
export const caseHistory = defineQuery({
  name: 'case.history',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async ({ tx }, { caseId }): Promise<CaseEvent[]> => {
    const rows = await tx.caseTransition.findMany({
      where: { caseId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
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
      fromStatus: r.fromStatus,
      toStatus: r.toStatus,
      actor: nameOf.get(r.actorId) ?? null,
      institution: placeOf.get(r.institutionId) ?? null,
      reasonKey: r.reasonKey,
      note: r.note,
    }))
  },
  audit: (_events, _input, facts) => ofCase(facts),
})
