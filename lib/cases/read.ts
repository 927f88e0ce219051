import { z } from 'zod'
import { type BlueCard, blueCardOf } from '@/lib/cases/blue-card'
import {
  type DuplicateSearch,
  type EarlierCase,
  type OtherCase,
  otherCasesOf,
  previousOf,
  searchesOf,
} from '@/lib/cases/elsewhere'
import type { CaseFacts, CaseStatus } from '@/lib/cases/facts'
import { type NextStep, nextStep } from '@/lib/cases/next-step'
import { type Proposal, proposalsOf } from '@/lib/cases/proposals'
import { bySubject, ofCase } from '@/lib/cases/subject'
import { lastReview } from '@/lib/cases/terms'
import { type VariantWords, variantWords } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

const asked = [
  'case.history',
  'case.screen',
  'case.checkDuplicates',
  'case.propose',
  'case.decide',
  'case.requestConsent',
  'case.startDiagnosis',
  'case.closeWithoutConsent',
  'case.suspend',
  'case.resume',
  'case.interrupt',
  'case.assign',
  'case.unassign',
  'case.flagNk',
  'participant.list',
  'participant.invite',
  'consent.list',
  'consultation.case',
  'diagnosis.read',
  'plan.read',
  'line.list',
  'note.list',
  'note.write',
  'identity.read',
  'evaluation.read',
  'audit.case',
  'referral.read',
] as const

export type CaseRights = Record<(typeof asked)[number], boolean>

export type CaseHead = {
  readonly id: string
  readonly number: string
  readonly label: string | null
  readonly status: CaseStatus
  readonly statusSince: IsoDate
  readonly dueOn: IsoDate | null
  readonly reviewOn: IsoDate | null
  /** Until when work could be suspended today, for who may suspend it. */
  readonly lastReview: IsoDate | null
  /** Ended without the family's consent: contacts and descriptions were removed (row 6x). */
  readonly minimised: boolean
  readonly subject: CaseFacts['subject']
  readonly version: number
  readonly teamId: string
  readonly teamName: string | null
  readonly words: VariantWords
  readonly ownerName: string
  readonly coordinator: string | null
  readonly referralId: string | null
  /** Of the first stages: what the coordinator proposed and the leader answered, newest first. */
  readonly proposals: readonly Proposal[]
  /** For who decides about the referral: persons of it in other open cases, and what the searches answered. */
  readonly others: readonly OtherCase[]
  readonly searches: readonly DuplicateSearch[]
  /** The ended case that this one continues. */
  readonly previous: EarlierCase | null
  /** Only for who holds the mark `nk`. */
  readonly blueCard: BlueCard | null
  readonly next: NextStep
  readonly may: CaseRights
}

type HeadRow = {
  label: string | null
  teamName: string | null
  variantKey: string | null
  ownerName: string
  coordinator: string | null
  referralId: string | null
  reviewOn: Date | null
  closingReasonKey: string | null
  previousCaseId: string | null
  marked: boolean
}

/** Names around the case, as far as this person may see each of them, in one question. */
const headRow = async ({ tx }: Context, { caseId }: CaseFacts): Promise<HeadRow> => {
  const [row] = await tx.$queryRaw<HeadRow[]>`
    select f.label, t.name as "teamName", t.variant_key as "variantKey", i.name as "ownerName",
      (select u.given_name || ' ' || u.family_name from role_assignment r join user_account u on u.id = r.user_id
        where r.case_id = c.id and r.role = 'koordynator_rodziny' and r.ended_at is null limit 1) as coordinator,
      (select r.id from referral r where r.case_id = c.id limit 1) as "referralId",
      c.review_on as "reviewOn", c.closing_reason_key as "closingReasonKey", c.previous_case_id as "previousCaseId",
      app.has_nk_mark() as marked
    from family_case c join institution i on i.id = c.owner_institution_id
      left join family f on f.id = c.family_id left join team t on t.id = c.team_id
    where c.id = ${caseId}::uuid`
  if (!row) throw notFound()
  return row
}

const headOf = async (ctx: Context, facts: CaseFacts): Promise<CaseHead> => {
  const { actor } = ctx
  const row = await headRow(ctx, facts)
  const rights = mayAll(actor, facts, ...asked)
  const entering = facts.status === 'submitted' || facts.status === 'screening'
  const deciding = entering && (rights['case.propose'] || rights['case.decide'])
  return {
    id: facts.caseId,
    number: facts.number,
    label: row.label,
    status: facts.status,
    statusSince: facts.statusSince,
    dueOn: facts.dueOn,
    reviewOn: fromDbDateOrNull(row.reviewOn),
    lastReview: rights['case.suspend'] ? await lastReview(ctx, facts.teamId) : null,
    minimised:
      facts.status === 'closed' &&
      (row.closingReasonKey === 'brak_zgody' || row.closingReasonKey === 'brak_odpowiedzi'),
    subject: facts.subject,
    version: facts.version,
    teamId: facts.teamId,
    teamName: row.teamName,
    words: variantWords(row.variantKey),
    ownerName: row.ownerName,
    coordinator: row.coordinator,
    referralId: row.referralId,
    proposals: facts.status === 'screening' ? await proposalsOf(ctx, facts.caseId) : [],
    others: deciding ? await otherCasesOf(ctx, facts) : [],
    searches: deciding ? await searchesOf(ctx, facts.caseId) : [],
    previous: await previousOf(ctx, row.previousCaseId),
    blueCard: row.marked ? await blueCardOf(ctx, facts) : null,
    next: await nextStep(ctx, facts),
    may: rights,
  }
}

/** The folder of a case: number, stage, next step in words, and which places of it this person may open. */
export const readCase = defineQuery({
  name: 'case.read',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: (ctx, _input, facts) => headOf(ctx, facts),
  audit: (_head, _input, facts) => ofCase(facts),
})
