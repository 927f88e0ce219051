import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'

/** A team to which the own institution may refer a family now. */
export type ReferralTeam = {
  readonly id: string
  readonly name: string
  readonly gminaCode: string
  readonly leadInstitutionId: string
}

type Row = { id: string; name: string; gmina_code: string; lead_institution_id: string }

export const referralTeams = async ({ tx }: Context): Promise<ReferralTeam[]> => {
  const rows = await tx.$queryRaw<Row[]>`select * from app.referral_teams()`
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    gminaCode: r.gmina_code,
    leadInstitutionId: r.lead_institution_id,
  }))
}

/** A team of the own institution that takes no family now, and why. */
export type ClosedTeam = {
  readonly id: string
  readonly name: string
  readonly why: 'suspended' | 'notActive' | 'notSigned' | 'expired' | 'notBegun' | 'noLead'
  readonly from: IsoDate | null
  readonly until: IsoDate | null
}

type ClosedRow = Omit<ClosedTeam, 'from' | 'until'> & {
  agreement_from: Date | null
  agreement_to: Date | null
}

/** Teams of the own institution that take no family now, for the words beside the form. */
export const closedTeams = defineQuery({
  name: 'referral.closedTeams',
  input: z.strictObject({}),
  subject: () => ({ ...anySubject(), memberOfTeam: true }),
  run: async ({ tx }): Promise<ClosedTeam[]> => {
    const rows = await tx.$queryRaw<ClosedRow[]>`select * from app.teams_closed_to_referrals()`
    return rows.map(({ agreement_from: from, agreement_to: to, ...team }) => ({
      ...team,
      from: fromDbDateOrNull(from),
      until: fromDbDateOrNull(to),
    }))
  },
  audit: 'notPersonal',
})
