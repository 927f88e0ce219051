import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate } from '@/lib/platform/clock'
import { anySubject, defineQuery } from '@/lib/policy/usecase'
import { regionOf } from '@/lib/programme/facts'
import { type DeclineReason, declineReasons } from '@/lib/programme/recruitment'
import { kindEntry } from '@/lib/teams'
import { unitNames } from '@/lib/territory'

export type Refusal = {
  readonly id: string
  readonly institutionId: string
  readonly name: string
  readonly kindKey: string
  readonly kind: string
  readonly gminaCode: string
  readonly gmina: string
  readonly powiatCode: string
  readonly powiat: string
  readonly on: IsoDate
  readonly reason: DeclineReason
  readonly words: string | null
}

type Counted = { readonly key: string; readonly name: string; readonly count: number }

export type Barriers = {
  readonly all: number
  readonly invited: number
  readonly agreed: number
  readonly reasons: readonly { readonly key: DeclineReason; readonly count: number }[]
  readonly kinds: readonly Counted[]
  readonly powiats: readonly Counted[]
  readonly refusals: readonly Refusal[]
}

/** How many refusals bear each key, the most first. */
const countBy = (
  refusals: readonly Refusal[],
  pick: (one: Refusal) => { key: string; name: string },
): Counted[] => {
  const counts = new Map<string, Counted>()
  for (const one of refusals) {
    const { key, name } = pick(one)
    counts.set(key, { key, name, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'pl'))
}

/** Why institutions of the region declined: counts, and the refusals behind those that were asked for. */
export const listBarriers = defineQuery({
  name: 'recruit.barriers',
  input: z.strictObject({
    reason: z.string().max(30).optional(),
    kind: z.string().max(60).optional(),
    powiat: z.string().max(4).optional(),
  }),
  subject: anySubject,
  run: async ({ tx, actor }, { reason, kind, powiat }): Promise<Barriers> => {
    const where = { wojewodztwoCode: regionOf(actor), endedOn: null }
    const rows = await tx.recruitment.findMany({
      where: { ...where, status: 'declined' },
      include: { institution: { select: { name: true } } },
      orderBy: [{ answeredOn: 'desc' }, { id: 'asc' }],
    })
    const names = await unitNames(
      tx,
      rows.flatMap((row) => [row.gminaCode, row.powiatCode]),
    )
    const refusals = rows.flatMap((row): Refusal[] => {
      const why = declineReasons.find((one) => one === row.reason)
      if (!why || !row.answeredOn) return []
      return [
        {
          id: row.id,
          institutionId: row.institutionId,
          name: row.institution.name,
          kindKey: row.kindKey,
          kind: kindEntry(row.kindKey)?.namePl ?? row.kindKey,
          gminaCode: row.gminaCode,
          gmina: names.get(row.gminaCode) ?? row.gminaCode,
          powiatCode: row.powiatCode,
          powiat: names.get(row.powiatCode) ?? row.powiatCode,
          on: fromDbDate(row.answeredOn),
          reason: why,
          words: row.reasonText,
        },
      ]
    })
    const byReason = declineReasons.map((key) => ({
      key,
      count: refusals.filter((one) => one.reason === key).length,
    }))
    return {
      all: refusals.length,
      invited: await tx.recruitment.count({ where }),
      agreed: await tx.recruitment.count({ where: { ...where, status: 'agreed' } }),
      reasons: byReason.sort((a, b) => b.count - a.count),
      kinds: countBy(refusals, (one) => ({ key: one.kindKey, name: one.kind })),
      powiats: countBy(refusals, (one) => ({ key: one.powiatCode, name: one.powiat })),
      refusals: refusals.filter(
        (one) =>
          (!reason || one.reason === reason) &&
          (!kind || one.kindKey === kind) &&
          (!powiat || one.powiatCode === powiat),
      ),
    }
  },
  audit: 'notPersonal',
})
