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
import { type CaseFacts, type CaseStatus, factsWith } from '@/lib/cases/facts'
import { type NextStep, nextStep } from '@/lib/cases/next-step'
import { type Proposal, proposalsOf } from '@/lib/cases/proposals'
import type { ReturnOf } from '@/lib/cases/returns'
import { ofCase } from '@/lib/cases/subject'
import { lastReview } from '@/lib/cases/terms'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery, loadedOnce } from '@/lib/policy/usecase'
import { modelOf, type VariantModel, type VariantWords } from '@/lib/variants'

const asked = [
  'caseTask.list',
  'caseMeeting.list',
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
  'case.linkReturn',
  'case.restrict',
  'case.variant',
  'case.moveVariantVersion',
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

/** What stands on every page of the case. */
export type CaseFolder = Omit<
  CaseHead,
  | 'next'
  | 'returns'
  | 'linked'
  | 'cameFromElsewhere'
  | 'lastReview'
  | 'proposals'
  | 'others'
  | 'searches'
  | 'previous'
  | 'blueCard'
>

export type LinkedCase = { readonly id: string; readonly number: string }

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
  /** A family team stands apart from the institutional one; else the team itself works with the family; null: not known. */
  readonly twoLevels: boolean | null
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
  /** For who decides about the referral: the family comes back within twelve months. */
  readonly returns: readonly ReturnOf[]
  /** Cases of the same family that was recorded twice (linked). */
  readonly linked: readonly LinkedCase[]
  /** It continues a case of another unit, whose folder stays there. */
  readonly cameFromElsewhere: boolean
  /** Only for who holds the mark `nk`. */
  readonly blueCard: BlueCard | null
  /** Only named people see it: told to the owner's named people. */
  readonly restricted: boolean
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
  returns: ReturnOf[] | null
  linked: LinkedCase[] | null
  marked: boolean
  restricted: boolean
}

/** The facts of a case and the names around it, as far as this person may see each of them, in one question. */
const loadFolder = (ctx: Context, caseId: string) =>
  factsWith<HeadRow>(
    ctx,
    caseId,
    Prisma.sql`, f.label, t.name as "teamName", t.variant_key as "variantKey", i.name as "ownerName",
      (select u.given_name || ' ' || u.family_name from role_assignment r join user_account u on u.id = r.user_id
        where r.case_id = c.id and r.role = 'koordynator_rodziny' and r.ended_at is null limit 1) as coordinator,
      (select r.id from referral r where r.case_id = c.id limit 1) as "referralId",
      c.review_on as "reviewOn", c.closing_reason_key as "closingReasonKey", c.previous_case_id as "previousCaseId",
      case when c.status in ('submitted', 'screening', 'qualified') then (
        select jsonb_agg(jsonb_build_object('caseId', r.case_id, 'number', r.number, 'closedOn', r.closed_on,
          'outcomeKey', r.outcome_key, 'reopenable', r.reopenable, 'persons', r.persons))
        from app.returns_of(c.id) r) end as returns,
      (select jsonb_agg(jsonb_build_object('id', x.id, 'number', x.number) order by x.number)
        from family_link y join family_case x on x.family_id in (y.kept_id, y.other_id) and x.id <> c.id
        where y.unlinked_at is null and c.family_id in (y.kept_id, y.other_id)) as linked,
      app.has_nk_mark() as marked,
      exists (select from case_restriction z where z.case_id = c.id and z.ended_at is null) as restricted`,
    Prisma.sql`join institution i on i.id = c.owner_institution_id
      left join family f on f.id = c.family_id left join team t on t.id = c.team_id`,
  )

/** The same, asked once where the folder and the page of it read together; the page needs its facts no more. */
const folderRow = (ctx: Context, caseId: string) =>
  loadedOnce(ctx, `folder ${caseId}`, async () => {
    const found = await loadFolder(ctx, caseId)
    ctx.loaded?.set(`case ${caseId}`, Promise.resolve(found.facts))
    return found
  })

const byFolder = async (ctx: Context, { caseId }: { caseId: string }): Promise<CaseFacts> =>
  (await folderRow(ctx, caseId)).facts

/** By what the case goes; the version came with its facts. */
const modelFor = (ctx: Context, facts: CaseFacts, { variantKey }: HeadRow): Promise<VariantModel> =>
  modelOf(ctx, { variantKey: variantKey ?? '', variantVersionId: facts.variantVersionId })

const folderOf = (facts: CaseFacts, row: HeadRow, rights: CaseRights, model: VariantModel): CaseFolder => ({
  id: facts.caseId,
  number: facts.number,
  label: row.label,
  status: facts.status,
  statusSince: facts.statusSince,
  dueOn: facts.dueOn,
  reviewOn: fromDbDateOrNull(row.reviewOn),
  minimised:
    facts.status === 'closed' &&
    (row.closingReasonKey === 'brak_zgody' || row.closingReasonKey === 'brak_odpowiedzi'),
  subject: facts.subject,
  version: facts.version,
  teamId: facts.teamId,
  teamName: row.teamName,
  words: model.words,
  // of a team that this reader does not see only its version could tell
  twoLevels: row.variantKey === null && model.version === null ? null : model.body.twoLevels,
  ownerName: row.ownerName,
  coordinator: row.coordinator,
  referralId: row.referralId,
  restricted: row.restricted,
  may: rights,
})

/** A case of the own unit may be hidden too, when it is restricted: that is not told as one of another unit. */
const cameFrom = async ({ tx }: Context, { caseId }: CaseFacts): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ passed: boolean }[]>`
    select app.transfer_origin(${caseId}::uuid) is not null as passed`
  return row?.passed ?? false
}

const headOf = async (ctx: Context, facts: CaseFacts): Promise<CaseHead> => {
  const { row } = await folderRow(ctx, facts.caseId)
  const rights = mayAll(ctx.actor, facts, ...asked)
  const entering = facts.status === 'submitted' || facts.status === 'screening'
  const deciding = entering && (rights['case.propose'] || rights['case.decide'])
  const previous = await previousOf(ctx, row.previousCaseId)
  return {
    ...folderOf(facts, row, rights, await modelFor(ctx, facts, row)),
    lastReview: rights['case.suspend'] ? await lastReview(ctx, facts) : null,
    proposals: facts.status === 'screening' ? await proposalsOf(ctx, facts.caseId) : [],
    others: deciding ? await otherCasesOf(ctx, facts) : [],
    searches: deciding ? await searchesOf(ctx, facts.caseId) : [],
    previous,
    returns: row.returns ?? [],
    linked: row.linked ?? [],
    cameFromElsewhere: row.previousCaseId !== null && previous === null && (await cameFrom(ctx, facts)),
    blueCard: row.marked ? await blueCardOf(ctx, facts) : null,
    next: await nextStep(ctx, facts),
  }
}

/** The folder of a case: number, stage, next step in words, and which places of it this person may open. */
export const readCase = defineQuery({
  name: 'case.read',
  input: z.strictObject({ caseId: uuid() }),
  subject: byFolder,
  run: (ctx, _input, facts) => headOf(ctx, facts),
  audit: (_head, _input, facts) => ofCase(facts),
})

/** The folder alone, for the pages inside it: who and where, and which places this person may open. */
export const readFolder = defineQuery({
  name: 'case.folder',
  input: z.strictObject({ caseId: uuid() }),
  subject: byFolder,
  run: async (ctx, _input, facts): Promise<CaseFolder> => {
    const { row } = await folderRow(ctx, facts.caseId)
    return folderOf(facts, row, mayAll(ctx.actor, facts, ...asked), await modelFor(ctx, facts, row))
  },
  // the page inside says what of the case was read
  audit: (_folder, _input, facts) => ofCase(facts),
})
