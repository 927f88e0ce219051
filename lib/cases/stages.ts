import { z } from 'zod'
import { addCalendarDays } from '@/lib/calendar'
import type { CaseFacts } from '@/lib/cases/facts'
import { moveCase } from '@/lib/cases/move'
import { missingFor } from '@/lib/cases/next-step'
import { bySubject, ofCase } from '@/lib/cases/read'
import { toDbDate } from '@/lib/platform/clock'
import { AppError, conflict, invalid, sqlState } from '@/lib/platform/errors'
import { date, line, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const one = { caseId: uuid(), version: version() }

/** A form that was opened before somebody else's change says so instead of deciding twice. */
export const seen = async (ctx: Context, input: { caseId: string; version: number }): Promise<CaseFacts> => {
  const facts = await bySubject(ctx, input)
  return { ...facts, version: input.version }
}

const demand = async (ctx: Context, facts: CaseFacts): Promise<void> => {
  const missing = await missingFor(ctx, facts)
  if (missing[0]) throw conflict(`missing.${missing[0]}`)
}

const audit = (_r: unknown, _i: unknown, facts: CaseFacts) => ofCase(facts)

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

/** Row 3: submitted → screening, once duplicates were checked. */
export const screenCase = defineCommand({
  name: 'case.screen',
  input: z.strictObject(one),
  subject: seen,
  run: async (ctx, _input, facts) => {
    await demand(ctx, facts)
    await moveCase(ctx, facts, 'screening')
  },
  audit,
})

const targets = { qualify: 'qualified', reject: 'rejected', redirect: 'redirected' } as const

/** Rows 4a–4c: the coordinator proposes; who is leader too decides in the same step. */
export const proposeDecision = defineCommand({
  name: 'case.propose',
  input: z
    .strictObject({
      ...one,
      kind: z.enum(['qualify', 'reject', 'redirect'], { error: 'choose' }),
      reasonKey: optional(line(60)),
      note: prose(2000),
    })
    .refine((i) => i.kind === 'qualify' || i.reasonKey !== null, { path: ['reasonKey'], message: 'choose' }),
  subject: seen,
  run: async ({ tx, actor }, input, facts) => {
    if (facts.status !== 'screening') throw conflict('wrongState')
    const open = await tx.caseProposal.count({ where: { caseId: facts.caseId, decidedAt: null } })
    if (open > 0) throw conflict('proposalWaits')
    // a redirection to the Blue Card procedure is written where only the mark `nk` reads it
    const protectedTarget = input.kind === 'redirect' && input.reasonKey === 'nk'
    if (protectedTarget)
      await tx.nkFlag.createMany({
        data: [
          { caseId: facts.caseId, teamId: facts.teamId, kind: 'redirected', recordedById: actor.userId },
        ],
      })
    await tx.caseProposal.create({
      data: {
        caseId: facts.caseId,
        teamId: facts.teamId,
        kind: input.kind,
        reasonKey: input.kind === 'redirect' ? null : input.reasonKey,
        note: input.note,
        proposedById: actor.userId,
      },
    })
  },
  audit,
})

/** The leader accepts or sends back what the coordinator proposed. */
export const decideProposal = defineCommand({
  name: 'case.decide',
  input: z.strictObject({
    ...one,
    accepted: z.enum(['yes', 'no'], { error: 'choose' }),
    note: optional(prose(2000)),
  }),
  subject: seen,
  run: async (ctx, input, facts) => {
    const { tx, actor, now, today } = ctx
    const proposal = await tx.caseProposal.findFirst({ where: { caseId: facts.caseId, decidedAt: null } })
    if (!proposal) throw conflict('missing.proposal')
    const accepted = input.accepted === 'yes'
    if (!accepted && !input.note) throw invalid({ note: 'required' })
    const decided = await tx.caseProposal.updateMany({
      where: { id: proposal.id, decidedAt: null },
      data: { decidedById: actor.userId, decidedAt: now, accepted, decisionNote: input.note },
    })
    if (decided.count !== 1) throw conflict('stale')
    if (!accepted) return
    await moveCase(ctx, facts, targets[proposal.kind], {
      reasonKey: proposal.reasonKey,
      note: proposal.note,
      set:
        proposal.kind === 'qualify'
          ? { qualifiedOn: toDbDate(today) }
          : { closedOn: toDbDate(today), closingReasonKey: proposal.reasonKey },
    })
  },
  audit,
})

/** Row 5: a family coordinator is named and every person got the information clause. */
export const requestConsent = defineCommand({
  name: 'case.requestConsent',
  input: z.strictObject(one),
  subject: seen,
  run: async (ctx, _input, facts) => {
    await demand(ctx, facts)
    await moveCase(ctx, facts, 'awaitingConsent')
  },
  audit,
})

/** Row 6: consent of everybody who takes part, and at least two institutions in the family team. */
export const startDiagnosis = defineCommand({
  name: 'case.startDiagnosis',
  input: z.strictObject(one),
  subject: seen,
  run: async (ctx, _input, facts) => {
    await demand(ctx, facts)
    await moveCase(ctx, facts, 'diagnosis', { set: { consentOn: toDbDate(ctx.today) } })
  },
  audit,
})

/** Row 6x: the family refused, or 30 days passed in silence. */
export const closeWithoutConsent = defineCommand({
  name: 'case.closeWithoutConsent',
  input: z.strictObject({
    ...one,
    reasonKey: z.enum(['brak_zgody', 'brak_odpowiedzi'], { error: 'choose' }),
    note: optional(prose(2000)),
  }),
  subject: seen,
  run: async (ctx, { reasonKey, note }, facts) => {
    if (reasonKey === 'brak_odpowiedzi' && addCalendarDays(facts.statusSince, 30) > ctx.today)
      throw invalid({ reasonKey: 'silenceTooShort' })
    const set = {
      closedOn: toDbDate(ctx.today),
      closingReasonKey: reasonKey,
      outcomeKey: 'przerwane_przez_rodzine',
    }
    await moveCase(ctx, facts, 'closed', { reasonKey, note, set })
  },
  audit,
})

/** Row 11: work stops for a while, with a day of review at most 90 days ahead. */
export const suspendCase = defineCommand({
  name: 'case.suspend',
  input: z.strictObject({ ...one, note: prose(2000), reviewOn: date() }),
  subject: seen,
  run: async (ctx, { note, reviewOn }, facts) => {
    if (reviewOn <= ctx.today || reviewOn > addCalendarDays(ctx.today, 90))
      throw invalid({ reviewOn: 'reviewWithin90' })
    await moveCase(ctx, facts, 'suspended', { note, dueOn: reviewOn, set: { reviewOn: toDbDate(reviewOn) } })
  },
  audit,
})

export const resumeCase = defineCommand({
  name: 'case.resume',
  input: z.strictObject(one),
  subject: seen,
  run: (ctx, _input, facts) => moveCase(ctx, facts, 'inProgress', { set: { reviewOn: null } }),
  audit,
})

const interruptions = [
  'wycofanie_zgody',
  'wyprowadzka',
  'smierc',
  'utrata_kontaktu',
  'bezpieczenstwo',
] as const

/** Row 14: any open stage ends early. Withdrawal of consent has stopped the sharing already, by itself. */
export const interruptCase = defineCommand({
  name: 'case.interrupt',
  input: z.strictObject({ ...one, reasonKey: z.enum(interruptions, { error: 'choose' }), note: prose(2000) }),
  subject: seen,
  run: async (ctx, { reasonKey, note }, facts) => {
    const outcomeKey = reasonKey === 'wycofanie_zgody' ? 'przerwane_przez_rodzine' : 'przerwane_inne'
    await moveCase(ctx, facts, 'closed', {
      reasonKey,
      note,
      set: { closedOn: toDbDate(ctx.today), closingReasonKey: reasonKey, outcomeKey },
    })
  },
  audit,
})
