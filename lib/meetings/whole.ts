import { sortPolish } from '@/lib/format/collate'
import type { IsoDate } from '@/lib/format/dates'
import { seatsOf } from '@/lib/meetings/attendance'
import type { MeetingFacts } from '@/lib/meetings/facts'
import { type Quorum, quorumOf } from '@/lib/meetings/quorum'
import type { MeetingStatus } from '@/lib/meetings/state'
import { type EntryRow, entryRows, type MinutesRow, minutesOf } from '@/lib/meetings/written'
import { fromDbDate } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'
import { type TaskRow, taskRows } from '@/lib/tasks'

export type PartyRow = {
  readonly id: string
  readonly institutionId: string
  readonly institution: string
  readonly representative: string | null
  readonly deputy: string | null
  readonly came: 'representative' | 'deputy' | 'other' | null
  readonly cameName: string | null
}
export type DecisionRow = {
  readonly id: string
  readonly itemId: string | null
  readonly body: string
  readonly task: TaskRow | null
}
export type ItemRow =
  | { readonly id: string; readonly kind: 'team'; readonly position: number; readonly title: string }
  | {
      readonly id: string
      readonly kind: 'case'
      readonly position: number
      readonly reason: string
      readonly caseId: string
      readonly number: string
    }

/** A meeting with everything that belongs to it, as far as this reader sees it: for its page and for its documents. */
export type WholeMeeting = {
  readonly id: string
  readonly teamId: string
  readonly team: string
  readonly gmina: string
  readonly status: MeetingStatus
  readonly heldOn: IsoDate
  readonly startsAt: string
  readonly place: string | null
  readonly link: string | null
  readonly quorumShare: number
  readonly shortNoticeReason: string | null
  readonly cancelReason: string | null
  readonly calledAt: Date | null
  readonly items: readonly ItemRow[]
  readonly parties: readonly PartyRow[]
  readonly quorum: Quorum
  readonly decisions: readonly DecisionRow[]
  readonly minutes: MinutesRow | null
  readonly remarks: readonly EntryRow[]
  readonly annexes: readonly EntryRow[]
  readonly version: number
}

type Loaded = Awaited<ReturnType<typeof load>>

const load = async ({ tx }: Context, { row, team }: MeetingFacts) => {
  const where = { meetingId: row.id }
  const live = { ...where, droppedAt: null }
  const caseItems = await tx.meetingCaseItem.findMany({ where: live })
  const entries = await tx.meetingEntry.findMany({ where, orderBy: { createdAt: 'asc' } })
  const minutes = await tx.meetingMinutes.findUnique({ where })
  const parties = await tx.meetingParty.findMany({ where })
  const people = [
    ...entries.flatMap((e) => [e.authorId, e.answeredById]),
    minutes?.approvedById ?? null,
  ].flatMap((id) => id ?? [])
  const houses = [...parties.map((p) => p.institutionId), ...entries.map((e) => e.institutionId)]
  const users = await tx.userAccount.findMany({ where: { id: { in: people } } })
  const institutions = await tx.institution.findMany({ where: { id: { in: houses } } })
  const cases = await tx.familyCase.findMany({
    where: { id: { in: caseItems.map((i) => i.caseId) } },
    select: { id: true, number: true },
  })
  return {
    items: await tx.meetingItem.findMany({ where: live }),
    caseItems,
    entries,
    minutes,
    parties,
    decisions: await tx.meetingDecision.findMany({ where, orderBy: { createdAt: 'asc' } }),
    gmina: await tx.territoryUnit.findUnique({ where: { code: team.gminaCode }, select: { name: true } }),
    person: new Map(users.map((u) => [u.id, `${u.givenName} ${u.familyName}`])),
    house: new Map(institutions.map((i) => [i.id, i.name])),
    number: new Map(cases.map((c) => [c.id, c.number])),
  }
}

const itemRows = ({ items, caseItems, number }: Loaded): ItemRow[] =>
  [
    ...items.map(({ id, position, title }) => ({ id, kind: 'team' as const, position, title })),
    ...caseItems.flatMap(({ id, position, reason, caseId }) => {
      const known = number.get(caseId)
      return known ? [{ id, kind: 'case' as const, position, reason, caseId, number: known }] : []
    }),
  ].sort((a, b) => a.position - b.position || a.id.localeCompare(b.id))

const partyRows = async (ctx: Context, teamId: string, { parties, house }: Loaded): Promise<PartyRow[]> => {
  const seats = await seatsOf(ctx, teamId)
  const rows = parties.map((p) => ({
    id: p.id,
    institutionId: p.institutionId,
    institution: house.get(p.institutionId) ?? '',
    representative: seats.get(p.institutionId)?.representative ?? null,
    deputy: seats.get(p.institutionId)?.deputy ?? null,
    came: p.came as PartyRow['came'],
    cameName: p.cameName,
  }))
  return sortPolish(rows, (r) => r.institution)
}

const decisionRows = async (ctx: Context, { decisions }: Loaded): Promise<DecisionRow[]> => {
  const tasks = await taskRows(
    ctx,
    await ctx.tx.task.findMany({ where: { id: { in: decisions.map((d) => d.taskId) } } }),
  )
  return decisions.map((d) => ({
    id: d.id,
    itemId: d.itemId,
    body: d.body,
    task: tasks.find((t) => t.id === d.taskId) ?? null,
  }))
}

export const wholeOf = async (ctx: Context, facts: MeetingFacts): Promise<WholeMeeting> => {
  const { row, team } = facts
  const loaded = await load(ctx, facts)
  const parties = await partyRows(ctx, row.teamId, loaded)
  const present = parties.filter((p) => p.came !== null).length
  return {
    id: row.id,
    teamId: row.teamId,
    team: team.name,
    gmina: loaded.gmina?.name ?? '',
    status: row.status as MeetingStatus,
    heldOn: fromDbDate(row.heldOn),
    startsAt: row.startsAt,
    place: row.place,
    link: row.link,
    quorumShare: row.quorumShare,
    shortNoticeReason: row.shortNoticeReason,
    cancelReason: row.cancelReason,
    calledAt: row.calledAt,
    items: itemRows(loaded),
    parties,
    quorum: quorumOf(present, parties.length, row.quorumShare),
    decisions: await decisionRows(ctx, loaded),
    minutes: minutesOf(loaded),
    remarks: entryRows(loaded, 'remark'),
    annexes: entryRows(loaded, 'annex'),
    version: row.version,
  }
}
