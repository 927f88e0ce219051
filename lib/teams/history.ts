import type { IsoDate } from '@/lib/format/dates'
import { namesOf } from '@/lib/people'
import { fromDbDate } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'
import type { TeamStatus } from '@/lib/teams/state'

export const annexKinds = ['accession', 'withdrawal', 'extension'] as const
export type AnnexKind = (typeof annexKinds)[number]

export type AnnexView = {
  readonly id: string
  readonly kind: AnnexKind
  readonly number: string
  readonly signedOn: IsoDate
  readonly signedByName: string | null
  readonly party: string | null
  readonly effectiveOn: IsoDate
  readonly note: string | null
  readonly by: string | null
  readonly at: string
}

/** Annexes of the agreement, newest first. */
export const annexesOf = async ({ tx }: Context, teamId: string): Promise<AnnexView[]> => {
  const rows = await tx.teamAnnex.findMany({ where: { teamId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const names = await namesOf(
    tx,
    rows.map((r) => r.recordedById),
  )
  const institutions = await tx.institution.findMany({
    where: { id: { in: rows.flatMap((r) => r.institutionId ?? []) } },
    select: { id: true, name: true },
  })
  return rows.flatMap((r) => {
    const kind = annexKinds.find((known) => known === r.kind)
    if (!kind) return []
    return {
      id: r.id,
      kind,
      number: r.number,
      signedOn: fromDbDate(r.signedOn),
      signedByName: r.signedByName,
      party: institutions.find((i) => i.id === r.institutionId)?.name ?? null,
      effectiveOn: fromDbDate(r.effectiveOn),
      note: r.note,
      by: names.get(r.recordedById) ?? null,
      at: r.at.toISOString(),
    }
  })
}

export type Step = {
  readonly id: string
  readonly from: TeamStatus | null
  readonly to: TeamStatus
  readonly at: string
  readonly by: string | null
  readonly reason: string | null
}

/** States that the team went through, newest first. */
export const historyOf = async ({ tx }: Context, teamId: string): Promise<Step[]> => {
  const rows = await tx.teamTransition.findMany({
    where: { teamId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const names = await namesOf(
    tx,
    rows.map((r) => r.actorId),
  )
  return rows.map((r) => ({
    id: r.id,
    from: r.fromStatus,
    to: r.toStatus,
    at: r.at.toISOString(),
    by: names.get(r.actorId) ?? null,
    reason: r.reason,
  }))
}
