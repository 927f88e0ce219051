import type { IsoDate } from '@/lib/format/dates'
import { type DecidedStep, decidedSteps } from '@/lib/meetings/around/decide'
import type { CaseMeetingFacts } from '@/lib/meetings/around/facts'
import type { MeetingStatus } from '@/lib/meetings/state'
import { type EntryRow, entryRows, type MinutesRow, minutesOf } from '@/lib/meetings/written'
import { fromDbDate } from '@/lib/platform/clock'
import type { CaseDecision } from '@/lib/platform/generated/prisma/client'
import type { DataCategory } from '@/lib/platform/generated/prisma/enums'
import type { Context } from '@/lib/policy/usecase'
import { type TaskRow, taskRows } from '@/lib/tasks'

export type CaseDecisionRow = {
  readonly id: string
  readonly body: string
  readonly becomes: 'task' | 'line' | 'step'
  readonly task: TaskRow | null
  /** The line that it became; null: not yet. */
  readonly lineId: string | null
  readonly stepKey: DecidedStep | null
  /** The case went there after the meeting. */
  readonly stepTaken: boolean
}

/** A meeting around a case with everything that belongs to it, as far as this reader sees it. */
export type WholeCaseMeeting = {
  readonly id: string
  readonly caseId: string
  readonly teamId: string
  readonly number: string
  readonly category: DataCategory
  readonly status: MeetingStatus
  readonly heldOn: IsoDate
  readonly startsAt: string
  readonly place: string | null
  readonly link: string | null
  readonly withFamily: boolean
  readonly familyCame: boolean | null
  readonly calledAt: Date | null
  readonly shortNoticeReason: string | null
  readonly cancelReason: string | null
  readonly summary: string | null
  /** Null: the words are not shown to this institution. */
  readonly agenda: string | null
  readonly parties: readonly {
    readonly id: string
    readonly institution: string
    readonly cameName: string | null
  }[]
  readonly decisions: readonly CaseDecisionRow[]
  readonly minutes: MinutesRow | null
  readonly remarks: readonly EntryRow[]
  readonly annexes: readonly EntryRow[]
  readonly version: number
}

const load = async ({ tx }: Context, { row }: CaseMeetingFacts) => {
  const where = { meetingId: row.id }
  const entries = await tx.caseMeetingEntry.findMany({ where, orderBy: { createdAt: 'asc' } })
  const minutes = await tx.caseMeetingMinutes.findUnique({ where })
  const parties = await tx.caseMeetingParty.findMany({ where })
  const people = [
    ...entries.flatMap((e) => [e.authorId, e.answeredById]),
    minutes?.approvedById ?? null,
  ].flatMap((id) => id ?? [])
  const houses = [
    ...row.invitedIds,
    ...parties.map((p) => p.institutionId),
    ...entries.map((e) => e.institutionId),
  ]
  const users = await tx.userAccount.findMany({ where: { id: { in: people } } })
  const institutions = await tx.institution.findMany({ where: { id: { in: houses } } })
  return {
    entries,
    minutes,
    parties,
    agenda: await tx.caseMeetingAgenda.findUnique({ where }),
    person: new Map(users.map((u) => [u.id, `${u.givenName} ${u.familyName}`])),
    house: new Map(institutions.map((i) => [i.id, i.name])),
  }
}

const stepOf = (row: CaseDecision): DecidedStep | null =>
  row.stepKey && row.stepKey in decidedSteps ? (row.stepKey as DecidedStep) : null

/** Each decision with what became of it: looked up where it is, never copied. */
const decisionRows = async ({ tx, ...ctx }: Context, meetingId: string, caseId: string) => {
  const rows = await tx.caseDecision.findMany({
    where: { caseMeetingId: meetingId },
    include: { line: true },
    orderBy: { createdAt: 'asc' },
  })
  const taskIds = rows.flatMap((r) => r.taskId ?? [])
  const tasks = await taskRows({ tx, ...ctx }, await tx.caseTask.findMany({ where: { id: { in: taskIds } } }))
  const steps = rows.some((r) => r.becomes === 'step')
    ? await tx.caseTransition.findMany({ where: { caseId }, select: { toStatus: true, at: true } })
    : []
  return rows.map((r): CaseDecisionRow => {
    const stepKey = stepOf(r)
    return {
      id: r.id,
      body: r.body,
      becomes: r.becomes as CaseDecisionRow['becomes'],
      task: tasks.find((t) => t.id === r.taskId) ?? null,
      lineId: r.line?.lineId ?? null,
      stepKey,
      stepTaken:
        stepKey !== null && steps.some((s) => s.toStatus === decidedSteps[stepKey] && s.at >= r.createdAt),
    }
  })
}

export const wholeAround = async (ctx: Context, facts: CaseMeetingFacts): Promise<WholeCaseMeeting> => {
  const { row, number } = facts
  const loaded = await load(ctx, facts)
  return {
    id: row.id,
    caseId: row.caseId,
    teamId: row.teamId,
    number,
    category: row.category,
    status: row.status as MeetingStatus,
    heldOn: fromDbDate(row.heldOn),
    startsAt: row.startsAt,
    place: row.place,
    link: row.link,
    withFamily: row.withFamily,
    familyCame: row.familyCame,
    calledAt: row.calledAt,
    shortNoticeReason: row.shortNoticeReason,
    cancelReason: row.cancelReason,
    summary: row.summary,
    agenda: loaded.agenda?.body ?? null,
    parties: loaded.parties.map((p) => ({
      id: p.id,
      institution: loaded.house.get(p.institutionId) ?? '',
      cameName: p.cameName,
    })),
    decisions: await decisionRows(ctx, row.id, row.caseId),
    minutes: minutesOf(loaded),
    remarks: entryRows(loaded, 'remark'),
    annexes: entryRows(loaded, 'annex'),
    version: row.version,
  }
}
