import { z } from 'zod'
import type { CaseFacts } from '@/lib/cases/facts'
import { one, seen } from '@/lib/cases/stages'
import { ofCase } from '@/lib/cases/subject'
import type { IsoDate } from '@/lib/format/dates'
import { conflict, notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** An ended case of the same team about somebody of this one, at most twelve months before it was opened. */
export type ReturnOf = {
  readonly caseId: string
  readonly number: string
  readonly closedOn: IsoDate
  readonly outcomeKey: string | null
  /** Within six months, and a plan was once in force: the old case may be opened again instead (row 15). */
  readonly reopenable: boolean
  /** Persons of the new case who were recognised. */
  readonly persons: readonly string[]
}

type Row = { caseId: string; number: string }

const returnsOf = ({ tx }: Context, caseId: string): Promise<Row[]> => tx.$queryRaw<Row[]>`
  select case_id as "caseId", number from app.returns_of(${caseId}::uuid)`

/** While nobody has asked the family for consent yet, what a referral continues is still a question. */
const asked: readonly CaseFacts['status'][] = ['submitted', 'screening', 'qualified']

const link = async (ctx: Context, facts: CaseFacts, from: string[], to: string | null): Promise<void> => {
  if (!asked.includes(facts.status)) throw conflict('wrongState')
  const changed = await ctx.tx.familyCase.updateMany({
    where: {
      id: facts.caseId,
      version: facts.version,
      ...(to ? {} : { previousCaseId: { in: from } }),
    },
    data: { previousCaseId: to, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
}

type Linked = { readonly number: string }
const audit = ({ number }: Linked, _input: unknown, facts: CaseFacts) => ({
  ...ofCase(facts),
  reason: number,
})

/** This referral is the return of a family whose case ended: it continues that case. */
export const linkReturn = defineCommand({
  name: 'case.linkReturn',
  input: z.strictObject({ ...one, previousId: uuid() }),
  subject: seen,
  run: async (ctx, { previousId }, facts): Promise<Linked> => {
    const known = await returnsOf(ctx, facts.caseId)
    const previous = known.find(({ caseId }) => caseId === previousId)
    if (!previous) throw notFound()
    await link(ctx, facts, [], previousId)
    return { number: previous.number }
  },
  audit,
})

/** It was another family after all: the referral stands by itself again. */
export const unlinkReturn = defineCommand({
  name: 'case.unlinkReturn',
  input: z.strictObject(one),
  subject: seen,
  run: async (ctx, _input, facts): Promise<Linked> => {
    const known = await returnsOf(ctx, facts.caseId)
    await link(
      ctx,
      facts,
      known.map(({ caseId }) => caseId),
      null,
    )
    return { number: known.map(({ number }) => number).join(', ') }
  },
  audit,
})
