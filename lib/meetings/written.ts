import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'

export type EntryRow = {
  readonly id: string
  readonly body: string
  readonly author: string
  readonly institution: string
  readonly at: Date
  readonly answer: string | null
  readonly answeredBy: string | null
}
export type MinutesRow = {
  readonly body: string
  readonly sentAt: Date | null
  readonly remarksUntil: IsoDate | null
  readonly approvedAt: Date | null
  readonly approvedBy: string | null
  readonly content: string | null
  readonly contentHash: string | null
  readonly version: number
}

type Entry = {
  readonly id: string
  readonly kind: string
  readonly body: string
  readonly authorId: string
  readonly institutionId: string
  readonly createdAt: Date
  readonly answer: string | null
  readonly answeredById: string | null
}
type Kept = Omit<MinutesRow, 'remarksUntil' | 'approvedBy'> & {
  readonly remarksUntil: Date | null
  readonly approvedById: string | null
}
type Names = ReadonlyMap<string, string>

/** Remarks on the minutes, or annexes to them, of a meeting of the team and of one around a family alike. */
export const entryRows = (
  { entries, person, house }: { entries: readonly Entry[]; person: Names; house: Names },
  kind: 'remark' | 'annex',
): EntryRow[] =>
  entries
    .filter((e) => e.kind === kind)
    .map((e) => ({
      id: e.id,
      body: e.body,
      author: person.get(e.authorId) ?? '',
      institution: house.get(e.institutionId) ?? '',
      at: e.createdAt,
      answer: e.answer,
      answeredBy: person.get(e.answeredById ?? '') ?? null,
    }))

/** The minutes with the name of who approved them; null: nothing is written, or it is not shown. */
export const minutesOf = ({ minutes, person }: { minutes: Kept | null; person: Names }): MinutesRow | null =>
  minutes && {
    body: minutes.body,
    sentAt: minutes.sentAt,
    remarksUntil: fromDbDateOrNull(minutes.remarksUntil),
    approvedAt: minutes.approvedAt,
    approvedBy: person.get(minutes.approvedById ?? '') ?? null,
    content: minutes.content,
    contentHash: minutes.contentHash,
    version: minutes.version,
  }
