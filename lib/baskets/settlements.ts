import type { BasketData } from '@/lib/baskets/basket'
import { answerOf, type LineWarning } from '@/lib/baskets/warnings'
import { peopleOf } from '@/lib/diagnosis'
import type { Context } from '@/lib/policy/usecase'

/** Why a warning may stand. `id` and who wrote it are known of a settlement, not of a reason that stands on the line. */
export type Settlement = {
  readonly id: string | null
  readonly reason: string
  readonly who: string | null
  readonly at: Date | null
}

export type WarningView = LineWarning & {
  /** the reason that counts now */
  readonly settlement: Settlement | null
  /** whose week it is about; null: the lines, or the household together */
  readonly who: string | null
  /** what was written before the facts changed */
  readonly earlier: string | null
}

const sameLines = (warning: LineWarning, ids: readonly string[]): boolean => {
  const own = [warning.lineId, ...warning.otherIds]
  return own.length === ids.length && own.every((id) => ids.includes(id))
}

const personOf = (warning: LineWarning): string | null => ('personId' in warning ? warning.personId : null)

/** The reason that stands on one of the lines themselves (duplicates, institutions from outside). */
const justified = (warning: LineWarning, { lines }: BasketData): Settlement | null => {
  if (answerOf[warning.kind] !== 'justify' || warning.blocking) return null
  const own = lines.filter((l) => [warning.lineId, ...warning.otherIds].includes(l.id))
  const reasons = own.flatMap(
    (l) => (warning.kind === 'duplicate' ? l.duplicateReason : l.outsideAgreementReason) ?? [],
  )
  return reasons[0] ? { id: null, reason: reasons[0], who: null, at: null } : null
}

/** Warnings with the reasons that people wrote for them, as far as this person reads them. */
export const withReasons = async (
  ctx: Context,
  caseId: string,
  warnings: readonly LineWarning[],
  data: BasketData,
): Promise<WarningView[]> => {
  const { tx } = ctx
  if (warnings.length === 0) return []
  const rows = await tx.lineWarningSettlement.findMany({
    where: { caseId, undoneAt: null },
    orderBy: [{ settledAt: 'desc' }, { id: 'asc' }],
  })
  const users =
    rows.length === 0
      ? []
      : await tx.userAccount.findMany({ where: { id: { in: rows.map((r) => r.settledById) } } })
  const nameOf = new Map(users.map((u) => [u.id, `${u.givenName} ${u.familyName}`]))
  const people = warnings.some(personOf) ? await peopleOf(ctx, caseId) : []
  return warnings.map((warning) => {
    const live = rows.find((r) => r.fingerprint === warning.key)
    const before = rows.find(
      (r) =>
        r.kind === warning.kind &&
        r.personId === personOf(warning) &&
        sameLines(warning, r.lineIds) &&
        r !== live,
    )
    return {
      ...warning,
      who: people.find((p) => p.id === personOf(warning))?.name ?? null,
      settlement: live
        ? { id: live.id, reason: live.reason, who: nameOf.get(live.settledById) ?? null, at: live.settledAt }
        : justified(warning, data),
      earlier: live ? null : (before?.reason ?? null),
    }
  })
}
