import type { LedgerEntry } from '@/lib/audit/ledger'
import type { IsoDate } from '@/lib/format/dates'

/** What somebody needed the data for, as a family would say it. */
export const purposes = [
  'lead',
  'list',
  'contact',
  'understand',
  'plan',
  'services',
  'consent',
  'advice',
  'watch',
] as const
export type Purpose = (typeof purposes)[number]

const byThing: Readonly<Record<string, Purpose>> = {
  family: 'contact',
  identity: 'contact',
  protection: 'contact',
  print: 'contact',
  diagnosis: 'understand',
  need: 'understand',
  strength: 'understand',
  goal: 'plan',
  plan: 'plan',
  monitoring: 'plan',
  evaluation: 'plan',
  line: 'services',
  service: 'services',
  delivery: 'services',
  consent: 'consent',
  basis: 'consent',
  clause: 'consent',
  sight: 'consent',
  consultation: 'advice',
  audit: 'watch',
  privacy: 'watch',
  destruction: 'watch',
  hold: 'watch',
  search: 'list',
  board: 'list',
}
const byAction: Readonly<Record<string, Purpose>> = {
  'case.list': 'list',
  'service.list': 'list',
  'referral.list': 'list',
  'consultation.list': 'list',
}

/** The purpose of an action; what is about the case itself is leading it. */
export const purposeOf = (action: string): Purpose =>
  byAction[action] ?? byThing[action.split('.')[0] ?? ''] ?? 'lead'

export type LedgerMonth = { readonly month: IsoDate; readonly times: number }

export type LedgerPlace = {
  readonly id: string
  readonly institution: string | null
  readonly roles: readonly LedgerEntry['roles'][number][]
  readonly people: number
  readonly purposes: readonly Purpose[]
  readonly months: readonly LedgerMonth[]
  readonly reads: number
  readonly writes: number
  readonly entries: readonly LedgerEntry[]
}

const sum = (entries: readonly LedgerEntry[]): number => entries.reduce((n, e) => n + e.times, 0)
const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]

const placeOf = (id: string, entries: readonly LedgerEntry[]): LedgerPlace => {
  const used = new Set(entries.map((e) => purposeOf(e.action)))
  return {
    id,
    institution: entries[0]?.institution ?? null,
    roles: unique(entries.flatMap((e) => e.roles)),
    people: unique(entries.map((e) => e.actorId)).length,
    purposes: purposes.filter((purpose) => used.has(purpose)),
    months: unique(entries.map((e) => e.month))
      .sort()
      .map((month) => ({ month, times: sum(entries.filter((e) => e.month === month)) })),
    reads: sum(entries.filter((e) => e.kind === 'read')),
    writes: sum(entries.filter((e) => e.kind === 'write')),
    entries,
  }
}

/** One block an institution, who looked most first. */
export const ledgerPlaces = (entries: readonly LedgerEntry[]): LedgerPlace[] =>
  unique(entries.map((e) => e.institutionId ?? ''))
    .map((id) =>
      placeOf(
        id,
        entries.filter((e) => (e.institutionId ?? '') === id),
      ),
    )
    .sort((a, b) => b.reads + b.writes - (a.reads + a.writes))
