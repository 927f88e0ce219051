import { z } from 'zod'
import type { CaseFacts, CaseStatus } from '@/lib/cases/facts'
import { moveCase, planEnd } from '@/lib/cases/move'
import { missingFor } from '@/lib/cases/next-step'
import { isOpen } from '@/lib/cases/state'
import { bySubject, ofCase } from '@/lib/cases/subject'
import { demandTalk, noTalkKeys } from '@/lib/cases/talk'
import { lastReview, silenceUntil } from '@/lib/cases/terms'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid } from '@/lib/platform/errors'
import { date, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

export const one = { caseId: uuid(), version: version() }

/** A form that was opened before somebody else's change says so instead of deciding twice. */
export const seen = async (ctx: Context, input: { caseId: string; version: number }): Promise<CaseFacts> => {
  const facts = await bySubject(ctx, input)
  return { ...facts, version: input.version }
}

/** Refuses a step from another stage, and while a condition of the step is missing, naming the first. */
export const demand = async (ctx: Context, facts: CaseFacts, from: CaseStatus): Promise<void> => {
  if (facts.status !== from) throw conflict('wrongState')
  const missing = await missingFor(ctx, facts)
  if (missing[0]) throw conflict(`missing.${missing[0]}`)
}

const audit = (_r: unknown, _i: unknown, facts: CaseFacts) => ofCase(facts)

/** Row 5: a family coordinator is named and every person got the information clause. */
export const requestConsent = defineCommand({
  name: 'case.requestConsent',
  input: z.strictObject(one),
  subject: seen,
  run: async (ctx, _input, facts) => {
    await demand(ctx, facts, 'qualified')
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
    await demand(ctx, facts, 'awaitingConsent')
    await moveCase(ctx, facts, 'diagnosis', { set: { consentOn: toDbDate(ctx.today) } })
  },
  audit,
})

const wasRefused = async ({ tx }: Context, caseId: string): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ refused: boolean }[]>`
    select app.consent_was_refused(${caseId}::uuid) as refused`
  return row?.refused ?? false
}

/**
 * Row 6x: the family refused (and the refusal or the withdrawal is recorded), or its time to answer passed in silence. The data of
 * the case are minimised in the same moment: bases and grants end, contacts and descriptions go (app.minimise_case).
 */
export const closeWithoutConsent = defineCommand({
  name: 'case.closeWithoutConsent',
  input: z.strictObject({
    ...one,
    reasonKey: z.enum(['brak_zgody', 'brak_odpowiedzi'], { error: 'choose' }),
    note: optional(prose(2000)),
  }),
  subject: seen,
  run: async (ctx, { reasonKey, note }, facts) => {
    if (facts.status !== 'awaitingConsent') throw conflict('wrongState')
    const silence = reasonKey === 'brak_odpowiedzi' ? await silenceUntil(ctx, facts) : ctx.today
    if (silence > ctx.today) throw invalid({ reasonKey: `silenceUntil:${silence}` })
    if (reasonKey === 'brak_zgody' && !(await wasRefused(ctx, facts.caseId)))
      throw invalid({ reasonKey: 'refusalNotRecorded' })
    const set = {
      closedOn: toDbDate(ctx.today),
      closingReasonKey: reasonKey,
      outcomeKey: 'przerwane_przez_rodzine',
    }
    await moveCase(ctx, facts, 'closed', { reasonKey, note, set })
    await ctx.tx.$queryRaw`select app.minimise_case(${facts.caseId}::uuid)::text`
  },
  audit,
})

/** Row 11: work stops for a while, with a day of review at most as far ahead as the term that holds (90 days by default). */
export const suspendCase = defineCommand({
  name: 'case.suspend',
  input: z.strictObject({ ...one, note: prose(2000), reviewOn: date() }),
  subject: seen,
  run: async (ctx, { note, reviewOn }, facts) => {
    const last = await lastReview(ctx, facts)
    if (reviewOn <= ctx.today || reviewOn > last) throw invalid({ reviewOn: `reviewUntil:${last}` })
    await moveCase(ctx, facts, 'suspended', { note, dueOn: reviewOn, set: { reviewOn: toDbDate(reviewOn) } })
  },
  audit,
})

/** Back to work; what is due again is the end of the plan. */
export const resumeCase = defineCommand({
  name: 'case.resume',
  input: z.strictObject(one),
  subject: seen,
  run: async (ctx, _input, facts) =>
    moveCase(ctx, facts, 'inProgress', { dueOn: await planEnd(ctx, facts.caseId), set: { reviewOn: null } }),
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
  input: z.strictObject({
    ...one,
    reasonKey: z.enum(interruptions, { error: 'choose' }),
    note: prose(2000),
    noTalkKey: optional(z.enum(noTalkKeys, { error: 'choose' })),
  }),
  subject: seen,
  run: async (ctx, { reasonKey, note, noTalkKey }, facts) => {
    if (!isOpen(facts.status)) throw conflict('wrongState')
    await demandTalk(ctx, facts, noTalkKey)
    const outcomeKey = reasonKey === 'wycofanie_zgody' ? 'przerwane_przez_rodzine' : 'przerwane_inne'
    await moveCase(ctx, facts, 'closed', {
      reasonKey,
      note,
      set: { closedOn: toDbDate(ctx.today), closingReasonKey: reasonKey, outcomeKey },
    })
  },
  audit,
})
