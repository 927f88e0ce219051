import type { Context } from '@/lib/policy/usecase'
import { termsOf } from '@/lib/teams/deadlines'
import type { TeamFacts } from '@/lib/teams/facts'
import { annexesOf } from '@/lib/teams/history'
import { officesIn } from '@/lib/teams/offices'
import { partiesIn } from '@/lib/teams/party-view'
import { unitNames } from '@/lib/territory'
import { modelOf } from '@/lib/variants'

/** What the papers of a team are filled in from: its row, words of the variant, parties, coordinator, annexes, deadlines. */
export const teamForPapers = async (ctx: Context, { team }: TeamFacts) => {
  const parties = (await partiesIn(ctx, team)).filter((p) => p.leftOn === null)
  const offices = await officesIn(ctx, team, parties, [])
  const names = await unitNames(ctx.tx, [team.gminaCode, team.powiatCode])
  const { words, body } = await modelOf(ctx, team)
  return {
    team,
    words,
    /** Else the team itself works with the family. */
    twoLevels: body.twoLevels,
    gmina: names.get(team.gminaCode) ?? team.gminaCode,
    powiat: names.get(team.powiatCode) ?? team.powiatCode,
    parties,
    lead: parties.find((p) => p.lead)?.name ?? '',
    coordinator: offices.find((o) => o.field === 'coordinator')?.holder?.name ?? '',
    annexes: await annexesOf(ctx, team.id),
    terms: await termsOf(ctx, team),
  }
}

export type TeamForPapers = Awaited<ReturnType<typeof teamForPapers>>
