import type { Context } from '@/lib/policy/usecase'

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
