import { z } from 'zod'
import { deadline } from '@/lib/calendar'
import { dateInWarsaw, type IsoDate } from '@/lib/format/dates'
import { invalid } from '@/lib/platform/errors'
import type { Team } from '@/lib/platform/generated/prisma/client'
import { optional, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { demandStep, teamFacts } from '@/lib/teams/facts'
import { aboutTeam, changeTeam } from '@/lib/teams/move'
import {
  type ChosenTerm,
  fitsUnit,
  longestTerm,
  modelOf,
  type Pinned,
  type TermKey,
  termKeys,
  termUnit,
  termUnits,
} from '@/lib/variants'

export type TermView = {
  readonly key: TermKey
  /** By the version of the variant that the team goes by. */
  readonly standard: ChosenTerm
  /** What the team set for itself; null: the standard holds. */
  readonly own: ChosenTerm | null
}

/** The team's deadlines: each with what its variant gives and what the team made of it. */
export const termsOf = async (ctx: Context, team: Pinned & { readonly id: string }): Promise<TermView[]> => {
  const { terms } = (await modelOf(ctx, team)).body
  const rows = await ctx.tx.teamDeadline.findMany({ where: { teamId: team.id } })
  return termKeys.map((key) => {
    const row = rows.find((r) => r.key === key)
    return {
      key,
      standard: terms[key],
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

const termInput = z.strictObject({
  count: optional(whole(1, longestTerm.calendar)),
  unit: z.enum(termUnits, { error: 'choose' }),
})

/** What is counted in months stays in months, and nothing else is. */
const demandTerm = (key: TermKey, count: number | null, unit: ChosenTerm['unit']): void => {
  if (!fitsUnit(key, unit)) throw invalid({ [`terms.${key}.unit`]: 'choose' })
  if ((count ?? 0) > longestTerm[unit]) throw invalid({ [`terms.${key}.count`]: 'outOfRange' })
}

/** Sets the team's own deadlines; an empty one goes back to what the variant gives. What runs already keeps its day. */
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
    const standard = (await modelOf(ctx, facts.team)).body.terms
    const given = termKeys.filter((key) => terms[key] !== undefined)
    await tx.teamDeadline.deleteMany({ where: { teamId, key: { in: given } } })
    const own = given.flatMap((key) => {
      const { count = null, unit = standard[key].unit } = terms[key] ?? {}
      demandTerm(key, count, unit)
      const { count: usual, unit: usualUnit } = standard[key]
      return count === null || (count === usual && unit === usualUnit) ? [] : [{ teamId, key, count, unit }]
    })
    await tx.teamDeadline.createMany({ data: own })
    await changeTeam(ctx, facts.team, seen, {})
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})
