import { z } from 'zod'
import { answerTermDefault } from '@/lib/baskets'
import { deadline } from '@/lib/calendar'
import { longestTimes, meetingTerms, stageTerms, termUnit } from '@/lib/cases'
import { dateInWarsaw, type IsoDate } from '@/lib/format/dates'
import { invalid } from '@/lib/platform/errors'
import type { Team } from '@/lib/platform/generated/prisma/client'
import { optional, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { demandStep, teamFacts } from '@/lib/teams/facts'
import { aboutTeam, changeTeam } from '@/lib/teams/move'

const units = ['calendar', 'business', 'month'] as const
type Unit = (typeof units)[number]
type OwnTerm = { readonly unit: Unit; readonly count: number }

/** Deadlines of domain 4 that a team may set for itself, with their defaults, in the order of the work. */
export const teamTerms = {
  signatures: { unit: 'calendar', count: 60 },
  submitted: stageTerms.submitted,
  screening: stageTerms.screening,
  qualified: stageTerms.qualified,
  awaitingConsent: stageTerms.awaitingConsent,
  diagnosis: stageTerms.diagnosis,
  lineAnswer: answerTermDefault,
  planApproval: stageTerms.planApproval,
  planLength: longestTimes.planLength,
  suspension: longestTimes.suspension,
  transferAnswer: longestTimes.transferAnswer,
  evaluation: stageTerms.evaluation,
  ...meetingTerms,
} as const satisfies Record<string, OwnTerm>
export type TermKey = keyof typeof teamTerms
const termKeys = Object.keys(teamTerms) as TermKey[]

export type TermView = {
  readonly key: TermKey
  readonly standard: OwnTerm
  /** What the team set for itself; null: the default holds. */
  readonly own: OwnTerm | null
}

/** The team's deadlines: each with its default and what the team made of it. */
export const termsOf = async ({ tx }: Context, teamId: string): Promise<TermView[]> => {
  const rows = await tx.teamDeadline.findMany({ where: { teamId } })
  return termKeys.map((key) => {
    const row = rows.find((r) => r.key === key)
    return {
      key,
      standard: teamTerms[key],
      own: row ? { unit: termUnit(row.unit), count: row.count } : null,
    }
  })
}

/** By when the signatures should be there, while they are being collected (4.1). */
export const signaturesDue = (team: Team, terms: readonly TermView[]): IsoDate | null => {
  const term = terms.find((t) => t.key === 'signatures')
  if (team.status !== 'agreement' || !team.agreementSentAt || !term) return null
  return deadline(dateInWarsaw(team.agreementSentAt), term.own ?? term.standard)
}

const termInput = z.strictObject({ count: optional(whole(1, 365)), unit: z.enum(units, { error: 'choose' }) })

const mostMonths = 36

/** What is counted in months stays in months, and nothing else is. */
const demandTerm = (key: TermKey, count: number | null, unit: Unit): void => {
  const inMonths = teamTerms[key].unit === 'month'
  if (inMonths !== (unit === 'month')) throw invalid({ [`terms.${key}.unit`]: 'choose' })
  if (inMonths && (count ?? 0) > mostMonths) throw invalid({ [`terms.${key}.count`]: 'outOfRange' })
}

/** Sets the team's own deadlines; an empty one goes back to the default. What runs already keeps its day. */
export const setDeadlines = defineCommand({
  name: 'team.setDeadlines',
  input: z.strictObject({
    teamId: uuid(),
    version: version(),
    terms: z.partialRecord(z.enum(termKeys, { error: 'choose' }), termInput),
  }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { terms, version: seen }, facts) => {
    await demandStep(ctx, facts, 'team.setDeadlines')
    const { tx } = ctx
    const teamId = facts.team.id
    const given = termKeys.filter((key) => terms[key] !== undefined)
    await tx.teamDeadline.deleteMany({ where: { teamId, key: { in: given } } })
    const own = given.flatMap((key) => {
      const { count = null, unit = teamTerms[key].unit } = terms[key] ?? {}
      demandTerm(key, count, unit)
      const { count: usual, unit: usualUnit } = teamTerms[key]
      return count === null || (count === usual && unit === usualUnit) ? [] : [{ teamId, key, count, unit }]
    })
    await tx.teamDeadline.createMany({ data: own })
    await changeTeam(ctx, facts.team, seen, {})
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})
