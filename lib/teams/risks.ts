import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

/** Why somebody of the ROPS should look at a team. */
export const teamRisks = ['meeting', 'expiring', 'core', 'lines'] as const
export type TeamRisk = (typeof teamRisks)[number]

/** From so many days before its end an agreement is a risk; `app.team_risks` and `app.gmina_teams` say the same. */
export const expiringDays = 90

export type AtRisk = { readonly teamId: string; readonly risk: TeamRisk; readonly since: IsoDate | null }

/** Teams at risk among those that this person sees; nothing for who is not of a ROPS. */
export const readRisks = async (tx: Tx): Promise<AtRisk[]> => {
  const rows = await tx.$queryRaw<
    { team_id: string; risk: TeamRisk; since: Date | null }[]
  >`select * from app.team_risks()`
  return rows.map((row) => ({ teamId: row.team_id, risk: row.risk, since: fromDbDateOrNull(row.since) }))
}
