import { z } from 'zod'
import type { CaseStatus, SubjectKind } from '@/lib/cases/facts'
import { casesCalled } from '@/lib/cases/find'
import { conditionsIn, type NextStep, type StepFacts, stepsFrom } from '@/lib/cases/next-step'
import { openStages } from '@/lib/cases/state'
import type { IsoDate } from '@/lib/format/dates'
import { ask, question } from '@/lib/platform/ask'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import { CaseStatus as statuses } from '@/lib/platform/generated/prisma/enums'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'

export const caseOrders = ['changed', 'due', 'opened'] as const
export type CaseOrder = (typeof caseOrders)[number]

const pageSize = 50

const input = z.strictObject({
  q: z.string().trim().max(120).optional(),
  stage: z.union([z.literal('open'), z.literal('all'), z.enum(statuses)]).catch('open'),
  order: z.enum(caseOrders).catch('changed'),
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
  /** Day agreed for the next look at the work, where it has come. */
  readonly monitorDue: IsoDate | null
}

export type CaseList = { readonly rows: CaseRow[]; readonly next: string | null }

const orders = {
  changed: [{ updatedAt: 'desc' }, { id: 'desc' }],
  due: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  opened: [{ openedOn: 'desc' }, { id: 'desc' }],
} as const satisfies Record<CaseOrder, Prisma.FamilyCaseOrderByWithRelationInput[]>

const filterOf = async (
  { tx }: Context,
  { q, stage }: { q?: string; stage: string },
): Promise<Prisma.FamilyCaseWhereInput> => ({
  ...(stage === 'open' ? { status: { in: [...openStages] } } : {}),
  ...(stage !== 'open' && stage !== 'all' ? { status: stage as CaseStatus } : {}),
  ...(q ? { id: { in: await casesCalled(tx, q) } } : {}),
})

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
}

/** Of these cases: whose answers are waited for, who coordinates, and which let the own institution in from outside. */
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
        where i = any ((select app.shared_case_ids())::uuid[])) as shared`,
    (row: Beside) => ({
      answers: new Map(row.answers?.map((one) => [one.caseId, one])),
      coordinators: new Map(row.coordinators?.map((one) => [one.caseId, one.name])),
      shared: new Set(row.shared),
    }),
  )

const askedOf = (answers: Answers | undefined): CaseRow['asked'] =>
  answers ? { institution: answers.institution, on: answers.on, dueOn: answers.dueOn } : null

type Listed = {
  id: string
  teamId: string
  ownerInstitutionId: string
  status: CaseStatus
  subject: SubjectKind
}

/** What policy asks of each case of the page: whether the institution takes part and is let in. */
const stepFacts = ({ actor }: Context, page: readonly Listed[], shared: ReadonlySet<string>): StepFacts[] =>
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

type Found = Prisma.FamilyCaseGetPayload<{
  include: { family: { select: { label: true } }; team: { select: { name: true } } }
}>
type BesideCase = {
  readonly coordinators: ReadonlyMap<string, string>
  readonly answers: Answers | undefined
  readonly step: NextStep | undefined
}

const rowOf = ({ today }: Context, c: Found, { coordinators, answers, step }: BesideCase): CaseRow => {
  const monitorOn = step?.monitorOn ?? null
  const dueOn = fromDbDateOrNull(c.dueOn)
  return {
    id: c.id,
    number: c.number,
    label: c.family?.label ?? null,
    status: c.status,
    statusSince: fromDbDate(c.statusSince),
    dueOn,
    late: dueOn !== null && dueOn < today,
    teamName: c.team?.name ?? null,
    coordinator: coordinators.get(c.id) ?? null,
    waitingAnswers: answers?.waiting ?? 0,
    lateAnswers: answers?.late ?? 0,
    asked: askedOf(answers),
    waitsForMe: step?.waitsForMe ?? false,
    renewBy: step?.renewBy ?? null,
    monitorDue: monitorOn !== null && monitorOn <= today ? monitorOn : null,
  }
}

/**
 * Cases that this person may see, by what changed last (keyset paging, 50 a page), found by number or by the family's
 * name without diacritics. Row-level security is the filter; nothing here repeats it.
 */
export const listCases = defineQuery({
  name: 'case.list',
  input,
  subject: anySubject,
  run: async (ctx, { q, stage, order, after }): Promise<CaseList> => {
    const found = await ctx.tx.familyCase.findMany({
      where: await filterOf(ctx, { q, stage }),
      orderBy: [...orders[order]],
      take: pageSize + 1,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
      include: { family: { select: { label: true } }, team: { select: { name: true } } },
    })
    const page = found.slice(0, pageSize)
    const [{ answers, coordinators, shared }, conditions] = await ask(
      ctx.tx,
      besideOf(page.map(({ id }) => id)),
      conditionsIn(page.map(({ id, status }) => ({ caseId: id, status }))),
    )
    const steps = stepsFrom(ctx, stepFacts(ctx, page, shared), conditions)
    const rows = page.map((c) =>
      rowOf(ctx, c, { coordinators, answers: answers.get(c.id), step: steps.get(c.id) }),
    )
    return { rows, next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null }
  },
  audit: ({ rows }) => ({ subjectKind: 'case', subjectIds: rows.map(({ id }) => id) }),
})
