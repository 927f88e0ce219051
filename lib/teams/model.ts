import { z } from 'zod'
import { dateInWarsaw } from '@/lib/format/dates'
import { namesOf } from '@/lib/people'
import { uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { kindEntry, missingKinds } from '@/lib/teams/composition'
import { termsOf } from '@/lib/teams/deadlines'
import { partiesOf, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam } from '@/lib/teams/move'
import { teamTable } from '@/lib/teams/state'
import { modelOf, nationalVersion, type VersionMove, versionChoice, versionsFor } from '@/lib/variants'

/** How often the team was moved to another version, newest first. */
export const variantMovesOf = async ({ tx }: Context, teamId: string): Promise<VersionMove[]> => {
  const rows = await tx.teamVariantMove.findMany({
    where: { teamId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  if (rows.length === 0) return []
  const names = await namesOf(
    tx,
    rows.map((r) => r.byId),
  )
  const versions = await tx.variantVersion.findMany({
    where: { id: { in: rows.flatMap((r) => [r.fromVersionId, r.toVersionId].flatMap((id) => id ?? [])) } },
    select: { id: true, number: true },
  })
  const number = (id: string | null) => versions.find((v) => v.id === id)?.number ?? null
  return rows.map((r) => ({
    id: r.id,
    from: number(r.fromVersionId),
    to: number(r.toVersionId),
    reason: r.reason,
    by: names.get(r.byId) ?? null,
    at: r.at.toISOString(),
  }))
}

const kindName = (key: string): string => kindEntry(key)?.namePl ?? key

/** What a version says, and which kinds that it requires the team does not have. */
const ofTarget = async (ctx: Context, { team }: TeamFacts, id: string | null) => {
  const { body } = await modelOf(ctx, { variantKey: team.variantKey, variantVersionId: id })
  const parties = body.requiredKinds.length > 0 ? await partiesOf(ctx, team.id) : []
  return { body, lacks: missingKinds(body.requiredKinds, parties).map(kindName) }
}

/** Open cases that keep another version: digits, '<5' or 'hidden', as a figure of the team is shown. */
const leftBehind = async ({ tx }: Context, teamId: string): Promise<string> => {
  const [row] = await tx.$queryRaw<{ shown: string }[]>`
    select app.team_cases_left_behind(${teamId}::uuid) as shown`
  return row?.shown ?? '0'
}

/** The version of the variant that the team goes by, what it says, and to which one it could be moved. */
export const readTeamModel = defineQuery({
  name: 'team.model',
  input: z.strictObject({ teamId: uuid(), compare: versionChoice().optional().catch(undefined) }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { teamId, compare }, facts) => {
    const { team } = facts
    const model = await modelOf(ctx, team)
    const choices = await versionsFor(ctx, team)
    const moves = await variantMovesOf(ctx, teamId)
    const current = choices.find(({ id }) => id === team.variantVersionId)
    const target = choices.find(({ choice }) => choice === compare && choice !== current?.choice)
    return {
      body: model.body,
      words: model.words,
      kinds: {
        required: model.body.requiredKinds.map(kindName),
        recommended: model.body.recommendedKinds.map(kindName),
      },
      current: current ?? nationalVersion,
      since: moves[0] ? dateInWarsaw(new Date(moves[0].at)) : dateInWarsaw(team.createdAt),
      moves,
      /** A version published after the one that the team goes by. */
      newer: choices.find(({ number }) => (number ?? 0) > (current?.number ?? 0)) ?? null,
      others: choices.filter(({ choice }) => choice !== current?.choice),
      /** The one whose changes are looked at before the team is moved. */
      target: target ? { ...target, ...(await ofTarget(ctx, facts, target.id)) } : null,
      terms: await termsOf(ctx, team),
      leftBehind: may(ctx.actor, 'figures.team', facts) ? await leftBehind(ctx, teamId) : null,
      mayMove:
        'team.moveVariantVersion' in teamTable[team.status] &&
        may(ctx.actor, 'team.moveVariantVersion', facts),
    }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

export type TeamModelView = Awaited<ReturnType<typeof readTeamModel.execute>>
