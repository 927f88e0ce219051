import type { Context } from '@/lib/policy/usecase'

/** A place in a team that somebody holds for the house. */
export type HandoverSeat = {
  /** `kind:team` */
  readonly key: string
  readonly kind: string
  /** Null: a leader of every team of the institution. */
  readonly team: string | null
  readonly refusal: string | null
}

type Row = { kind: string; teamId: string | null; team: string | null; refusal: string | null }

const seatOf = ({ kind, teamId, team, refusal }: Row): HandoverSeat => ({
  key: `${kind}:${teamId ?? ''}`,
  kind,
  team,
  refusal,
})

/** Places in teams of this person, and what the chosen colleague could not take. Empty for who does not head the house. */
export const seatsOf = async ({ tx }: Context, from: string, to: string | null): Promise<HandoverSeat[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    select s.kind, s.team_id as "teamId", s.team_name as team,
      case when ${to}::uuid is not null
        then app.handover_seat_refusal(${from}::uuid, s.kind, s.team_id, ${to}::uuid) end as refusal
    from app.handover_seats(${from}::uuid) s`
  return rows.map(seatOf)
}

/** Who of the house has a place in a team, with how many. */
export const seatHolders = ({ tx }: Context): Promise<{ userId: string; name: string; seats: number }[]> =>
  tx.$queryRaw`
    select s.user_id as "userId", u.given_name || ' ' || u.family_name as name, count(*)::int as seats
    from app.handover_seats(null) s join user_account u on u.id = s.user_id
    group by 1, 2 order by 2`

/** Places that went, or stayed with why, in one hand-over. */
export const handedSeats = async ({ tx }: Context, handoverId: string): Promise<HandoverSeat[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    select s.kind, s.team_id as "teamId", t.name as team, s.refusal
    from work_handover_seat s left join team t on t.id = s.team_id
    where s.handover_id = ${handoverId}::uuid order by t.name nulls first, s.kind`
  return rows.map(seatOf)
}
