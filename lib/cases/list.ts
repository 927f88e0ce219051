import { z } from 'zod'
import { windowState } from '@/lib/calendar'
import type { CaseStatus } from '@/lib/cases/facts'
import {
  type CaseWaits,
  caseOrders,
  caseWaits,
  type SavedFilter,
  savedFilter,
  stageChoice,
} from '@/lib/cases/filters'
import { type Found, foundCases } from '@/lib/cases/listed'
import { conditionsIn, type StepFacts, stepsFrom } from '@/lib/cases/next-step'
import type { IsoDate } from '@/lib/format/dates'
import { ask, question } from '@/lib/platform/ask'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import { may } from '@/lib/policy/decide'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'

const pageSize = 50
/** So many cases are looked through for who waits for whom; nobody works on more at once. */
const lookedThrough = 300

const input = z.strictObject({
  q: z.string().trim().max(120).optional(),
  stage: stageChoice().catch('open'),
  order: z.enum(caseOrders).catch('changed'),
  waits: z.enum(caseWaits).optional().catch(undefined),
  teamId: z.uuid().optional().catch(undefined),
  /** id of the last case of the page before */
  after: z.uuid().optional().catch(undefined),
})

export type CaseRow = {
  readonly id: string
  readonly number: string
  /** Null where only the number may be shown. */
  readonly label: string | null
  readonly status: CaseStatus
  readonly statusSince: IsoDate
  readonly dueOn: IsoDate | null
  readonly late: boolean
  readonly teamId: string
  readonly teamName: string | null
  readonly coordinator: string | null
  /** Lines sent to a provider and not answered yet; `lateAnswers` past their date. */
  readonly waitingAnswers: number
  readonly lateAnswers: number
  /** Whose answer is the most pressing of them, asked on which day, due by which. */
  readonly asked: {
    readonly institution: string
    readonly on: IsoDate
    readonly dueOn: IsoDate | null
  } | null
  /** The next thing is this person's: the step itself, or what it still lacks. */
  readonly waitsForMe: boolean
  /** End of the plan in force, where it is near or past. */
  readonly renewBy: IsoDate | null
  /** Day planned for the next look at the work, where its week went by. */
  readonly monitorDue: IsoDate | null
  /** The same, where its week is this one and the look is this person's. */
  readonly reviewNow: IsoDate | null
}

export type CaseList = {
  readonly rows: CaseRow[]
  readonly next: string | null
  /** All open cases, for who waits for whom; only on the first page of the unfiltered list. */
  readonly all: CaseRow[]
  /** More cases than were looked through. */
  readonly cut: boolean
  /** The person's own filters. */
  readonly filters: SavedFilter[]
}

/** Past a day: the stage's own, an answer's, or the day agreed for the next look at the work. */
export const isLate = (r: CaseRow): boolean => r.late || r.lateAnswers > 0 || r.monitorDue !== null

/** The three columns of "who waits for whom". */
export const waitsAs: Readonly<Record<CaseWaits, (row: CaseRow) => boolean>> = {
  late: isLate,
  mine: (r) => (r.waitsForMe || r.reviewNow !== null) && !r.late,
  others: (r) => r.waitingAnswers > 0,
}

type Answers = {
  caseId: string
  waiting: number
  late: number
  institution: string
  on: IsoDate
  dueOn: IsoDate | null
}

type Beside = {
  answers: Answers[] | null
  coordinators: { caseId: string; name: string }[] | null
  shared: string[]
  filters: FilterRow[] | null
}

/**
 * Of these cases: whose answers are waited for, who coordinates, and which let the own institution in from outside; and
 * beside them the own filters.
 */
const besideOf = (ids: readonly string[]) =>
  question(
    Prisma.sql`
      (select json_agg(a) from (
        select distinct on (l.case_id) l.case_id as "caseId", i.name as institution,
          coalesce((l.sent_at at time zone 'Europe/Warsaw')::date, l.status_since) as "on", l.answer_due_on as "dueOn",
          (count(*) over of_case)::int as waiting,
          (count(*) filter (where l.answer_due_on < app.today()) over of_case)::int as late
        from basket_line l join institution i on i.id = l.provider_institution_id
        where l.case_id = any (${ids as string[]}::uuid[]) and l.status = 'proposed'
        window of_case as (partition by l.case_id)
        order by l.case_id, l.answer_due_on nulls last, l.sent_at, l.id) a) as answers,
      (select json_agg(json_build_object('caseId', r.case_id, 'name', u.given_name || ' ' || u.family_name))
        from role_assignment r join user_account u on u.id = r.user_id
        where r.case_id = any (${ids as string[]}::uuid[]) and r.role = 'koordynator_rodziny' and r.ended_at is null)
        as coordinators,
      array(select i from unnest(${ids as string[]}::uuid[]) i
        where i = any ((select app.shared_case_ids())::uuid[])) as shared,
      (select json_agg(json_build_object('id', f.id, 'name', f.name, 'stage', f.stage, 'waits', f.waits, 'sort', f.sort,
          'teamId', f.team_id, 'isDefault', f.is_default, 'version', f.version) order by f.created_at, f.id)
        from case_filter f) as filters`,
    (row: Beside) => ({
      answers: new Map(row.answers?.map((one) => [one.caseId, one])),
      coordinators: new Map(row.coordinators?.map((one) => [one.caseId, one.name])),
      shared: new Set(row.shared),
      filters: (row.filters ?? []).map(savedFilter),
    }),
  )

const askedOf = (answers: Answers | undefined): CaseRow['asked'] =>
  answers ? { institution: answers.institution, on: answers.on, dueOn: answers.dueOn } : null

type FilterRow = Parameters<typeof savedFilter>[0]

/** What policy asks of each case of the page: whether the institution takes part and is let in. */
const stepFacts = ({ actor }: Context, page: readonly Found[], shared: ReadonlySet<string>): StepFacts[] =>
  page.map((c) => {
    const reached = c.ownerInstitutionId === actor.institutionId || shared.has(c.id)
    return {
      caseId: c.id,
      teamId: c.teamId,
      ownerInstitutionId: c.ownerInstitutionId,
      status: c.status,
      subject: c.subject,
      participates: reached,
      open: reached,
    }
  })

/** A look at the work belongs to a week: in it nobody is late. */
const reviewOf = (
  { actor, today }: Context,
  facts: StepFacts | undefined,
  planned: IsoDate | null,
): Pick<CaseRow, 'monitorDue' | 'reviewNow'> => {
  const state = planned && windowState(planned, today)
  const mine = state === 'now' && facts !== undefined && may(actor, 'monitoring.record', facts)
  return { monitorDue: state === 'after' ? planned : null, reviewNow: mine ? planned : null }
}

const rowsOf = async (
  ctx: Context,
  found: readonly Found[],
): Promise<{ rows: CaseRow[]; filters: SavedFilter[] }> => {
  const [{ answers, coordinators, shared, filters }, conditions] = await ask(
    ctx.tx,
    besideOf(found.map(({ id }) => id)),
    conditionsIn(found.map(({ id, status }) => ({ caseId: id, status }))),
  )
  const facts = stepFacts(ctx, found, shared)
  const steps = stepsFrom(ctx, facts, conditions)
  const rows = found.map((c, i): CaseRow => {
    const step = steps.get(c.id)
    const dueOn = fromDbDateOrNull(c.dueOn)
    return {
      id: c.id,
      number: c.number,
      label: c.label,
      status: c.status,
      statusSince: fromDbDate(c.statusSince),
      dueOn,
      late: dueOn !== null && dueOn < ctx.today,
      teamId: c.teamId,
      teamName: c.teamName,
      coordinator: coordinators.get(c.id) ?? null,
      waitingAnswers: answers.get(c.id)?.waiting ?? 0,
      lateAnswers: answers.get(c.id)?.late ?? 0,
      asked: askedOf(answers.get(c.id)),
      waitsForMe: step?.waitsForMe ?? false,
      renewBy: step?.renewBy ?? null,
      ...reviewOf(ctx, facts[i], step?.monitorOn ?? null),
    }
  })
  return { rows, filters }
}

type Asked = z.output<typeof input>

/** The first page of the open cases says who waits for whom, so it looks at all of them. */
const isFirst = ({ q, stage, waits, teamId, after }: Asked): boolean =>
  stage === 'open' && !q && !waits && !teamId && !after

/**
 * Cases that this person may see, by what changed last (keyset paging, 50 a page), found by number or by the family's
 * name without diacritics, by team, and by whose turn it is. Row-level security is the filter; nothing here repeats it.
 */
export const listCases = defineQuery({
  name: 'case.list',
  input,
  subject: anySubject,
  run: async (ctx, asked): Promise<CaseList> => {
    const { after, waits, teamId } = asked
    if (teamId && (await ctx.tx.team.count({ where: { id: teamId } })) === 0) throw notFound()
    const first = isFirst(asked)
    const most = waits || first ? lookedThrough : pageSize
    const found = await foundCases(ctx, { ...asked, after: waits ? undefined : after, most: most + 1 })
    const { rows: all, filters } = await rowsOf(ctx, found.slice(0, most))
    const rows = waits ? all.filter(waitsAs[waits]) : all.slice(0, pageSize)
    const more = !waits && found.length > pageSize
    return {
      rows,
      next: more ? (rows.at(-1)?.id ?? null) : null,
      all: first ? all : [],
      cut: found.length > lookedThrough,
      filters,
    }
  },
  audit: ({ rows, all }) => ({
    subjectKind: 'case',
    subjectIds: [...new Set([...rows, ...all].map(({ id }) => id))],
  }),
})
