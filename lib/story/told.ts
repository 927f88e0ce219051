import type { NoTalkKey } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import type { NoteView } from '@/lib/notes'
import type {
  CaseStatus,
  ConsentStatus,
  LegalBasis,
  LineStatus,
  ProposalKind,
  Role,
} from '@/lib/platform/generated/prisma/enums'
import type { EventRow, Source } from '@/lib/story/events'

/** What happened, in the words of the object that it happened to. */
export type What =
  | { readonly kind: 'step'; readonly from: CaseStatus | null; readonly to: CaseStatus }
  | { readonly kind: 'proposed' | 'agreed' | 'sentBack'; readonly proposal: ProposalKind }
  | { readonly kind: 'note'; readonly note: NoteView }
  | {
      readonly kind: 'delivery'
      readonly service: string
      readonly lineId: string
      /** hundredths */
      readonly quantity: number
      readonly unit: string | null
      readonly cancelled: boolean
    }
  | {
      readonly kind: 'line'
      readonly service: string
      readonly lineId: string
      readonly from: LineStatus | null
      readonly to: LineStatus
    }
  | { readonly kind: 'planMade' | 'planInForce' | 'planOver'; readonly versionNo: number }
  | { readonly kind: 'monitoring'; readonly nextOn: IsoDate | null }
  | { readonly kind: 'evaluation' | 'talk' | 'personLinked' | 'personUnlinked' }
  | { readonly kind: 'noTalk'; readonly why: NoTalkKey }
  | {
      readonly kind: 'goalLook'
      readonly goalId: string
      readonly goal: string
      readonly level: number | null
      readonly final: boolean
    }
  | {
      readonly kind:
        | 'transferAsked'
        | 'transferAccepted'
        | 'transferDeclined'
        | 'transferWithdrawn'
        | 'transferPassed'
    }
  | { readonly kind: 'diagnosisBegun' | 'diagnosisCompleted'; readonly round: string }
  | { readonly kind: 'consentAnswered' | 'consentWithdrawn'; readonly status: ConsentStatus }
  | {
      readonly kind: 'handover'
      readonly from: string
      readonly to: string
      /** the role on the case; null: a service */
      readonly role: Role | null
    }
  /** Numbers of the versions; null: the national model. */
  | { readonly kind: 'variantMoved'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'basisStarted' | 'basisEnded'; readonly basis: LegalBasis }
  | {
      readonly kind: 'meetingCalled' | 'meetingHeld' | 'meetingCancelled' | 'meetingApproved'
      readonly meetingId: string
      readonly on: IsoDate
    }
  /** Null: decided at a meeting of the team, in its part about this case. */
  | { readonly kind: 'decision'; readonly meetingId: string | null }
  | { readonly kind: 'scan'; readonly scanId: string; readonly versionNo: number }

export type Told = {
  readonly what: What
  readonly reasonKey: string | null
  /** Free words, as far as this reader is shown them. */
  readonly words: string | null
}

export const told = (what: What, words: string | null = null, reasonKey: string | null = null): Told => ({
  what,
  words,
  reasonKey,
})

/** Ids of the rows that come from one of these sources, each once. */
export const idsOf = (rows: readonly EventRow[], ...wanted: Source[]): string[] => [
  ...new Set(rows.filter((r) => wanted.includes(r.source)).map((r) => r.id)),
]

/** One object may give several events, so its id alone is no key. */
export const keyed = (source: Source, id: string): string => `${source} ${id}`
