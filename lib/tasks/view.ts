import { workingDaysBetween } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate } from '@/lib/platform/clock'
import type { CaseTask, Task } from '@/lib/platform/generated/prisma/client'
import type { DataCategory } from '@/lib/platform/generated/prisma/enums'
import { may } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

export type TaskStatus = 'open' | 'done' | 'cancelled'

/** One thing to do, of a team, of a case or of nothing. */
export type TaskRow = {
  readonly id: string
  readonly about: 'team' | 'case' | 'nothing'
  readonly title: string
  readonly note: string | null
  readonly dueOn: IsoDate
  /** Working days after the term; 0 within it. */
  readonly over: number
  readonly status: TaskStatus
  readonly endNote: string | null
  readonly endedAt: Date | null
  readonly toUserId: string | null
  readonly to: string | null
  readonly institution: string
  readonly by: string | null
  readonly teamId: string | null
  readonly team: string | null
  /** Only where the reader sees the case. */
  readonly caseId: string | null
  readonly number: string | null
  readonly category: DataCategory | null
  readonly mine: boolean
  readonly version: number
  readonly can: { readonly finish: boolean; readonly cancel: boolean; readonly reassign: boolean }
}

type Any = Task | CaseTask
const caseOf = (row: Any): CaseTask | null => ('caseId' in row ? row : null)
const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))]

/** Names of what the rows point at, as far as the reader sees them. */
const namesFor = async ({ tx, actor }: Context, rows: readonly Any[]) => {
  const users = await tx.userAccount.findMany({
    where: { id: { in: unique(rows.flatMap((r) => [r.toUserId, r.createdById])) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const institutions = await tx.institution.findMany({
    where: { id: { in: unique(rows.map((r) => r.toInstitutionId)) } },
    select: { id: true, name: true },
  })
  const teams = await tx.team.findMany({
    where: { id: { in: unique(rows.map((r) => r.teamId)) } },
    include: { members: { where: { institutionId: actor.institutionId, leftOn: null } } },
  })
  const cases = await tx.familyCase.findMany({
    where: { id: { in: unique(rows.map((r) => caseOf(r)?.caseId ?? null)) } },
    select: { id: true, number: true },
  })
  return {
    person: new Map(users.map((u) => [u.id, `${u.givenName} ${u.familyName}`])),
    institution: new Map(institutions.map((i) => [i.id, i.name])),
    team: new Map(teams.map((t) => [t.id, t])),
    number: new Map(cases.map((c) => [c.id, c.number])),
  }
}
type Names = Awaited<ReturnType<typeof namesFor>>

const factsOf = ({ actor }: Context, row: Any, names: Names) => {
  const holders = {
    providerInstitutionId: row.toInstitutionId,
    responsibleUserId: row.toUserId,
    authorId: row.createdById,
    authorInstitutionId: row.createdInstitutionId,
    teamId: row.teamId,
  }
  const ofCase = caseOf(row)
  if (ofCase) {
    const { caseId, ownerInstitutionId } = ofCase
    return { ...holders, caseId, ownerInstitutionId, open: true }
  }
  const team = names.team.get(row.teamId ?? '')
  const leads =
    team?.leadInstitutionId === actor.institutionId || team?.createdInstitutionId === actor.institutionId
  return { ...holders, memberOfTeam: team !== undefined && (leads || team.members.length > 0) }
}

const rightsTo = (ctx: Context, row: Any, names: Names): TaskRow['can'] => {
  const facts = factsOf(ctx, row, names)
  const kind = caseOf(row) ? 'caseTask' : 'task'
  const can = (step: 'finish' | 'cancel' | 'reassign') =>
    row.status === 'open' && may(ctx.actor, `${kind}.${step}`, facts)
  return { finish: can('finish'), cancel: can('cancel'), reassign: can('reassign') }
}

const viewOf = (ctx: Context, row: Any, names: Names): TaskRow => {
  const { actor, today } = ctx
  const ofCase = caseOf(row)
  const dueOn = fromDbDate(row.dueOn)
  const number = names.number.get(ofCase?.caseId ?? '') ?? null
  return {
    id: row.id,
    about: ofCase ? 'case' : row.teamId ? 'team' : 'nothing',
    title: row.title,
    note: row.note,
    dueOn,
    over: row.status === 'open' && dueOn < today ? workingDaysBetween(dueOn, today) : 0,
    status: row.status as TaskStatus,
    endNote: row.endNote,
    endedAt: row.endedAt,
    toUserId: row.toUserId,
    to: names.person.get(row.toUserId ?? '') ?? null,
    institution: names.institution.get(row.toInstitutionId) ?? '',
    by: names.person.get(row.createdById) ?? null,
    teamId: row.teamId,
    team: names.team.get(row.teamId ?? '')?.name ?? null,
    caseId: number === null ? null : (ofCase?.caseId ?? null),
    number,
    category: ofCase?.category ?? null,
    mine: row.toInstitutionId === actor.institutionId && (row.toUserId ?? actor.userId) === actor.userId,
    version: row.version,
    can: rightsTo(ctx, row, names),
  }
}

/** The rows in words: open ones by their term, the ended ones after them. */
export const taskRows = async (ctx: Context, rows: readonly Any[]): Promise<TaskRow[]> => {
  if (rows.length === 0) return []
  const names = await namesFor(ctx, rows)
  return rows
    .map((row) => viewOf(ctx, row, names))
    .sort(
      (a, b) =>
        Number(a.status !== 'open') - Number(b.status !== 'open') ||
        (a.status === 'open' ? a.dueOn.localeCompare(b.dueOn) : Number(b.endedAt) - Number(a.endedAt)) ||
        a.id.localeCompare(b.id),
    )
}
