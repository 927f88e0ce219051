import type { IsoDate } from '@/lib/format/dates'
import { writeAudit } from '@/lib/platform/audit'
import type { Context } from '@/lib/policy/usecase'

/** An open task of who leaves the house; without words where this person may not read it. */
export type LeavingTask = {
  readonly id: string
  readonly title: string | null
  readonly dueOn: IsoDate | null
  readonly number: string | null
  readonly team: string | null
  /** Of a case: who could take it today. Null: anybody, or not for this reader to know. */
  readonly takers: readonly string[] | null
}

type Row = LeavingTask & { readonly caseId: string | null }

/** Words of a case were read: who looks for who read of a family finds it there. */
const auditCases = async ({ tx, actor }: Context, rows: readonly Row[]): Promise<void> => {
  const read = rows.flatMap(({ caseId, title }) => (caseId && title !== null ? [caseId] : []))
  if (read.length === 0) return
  const subject = { subjectKind: 'case', subjectIds: [...new Set(read)] }
  await writeAudit(tx, actor, [{ action: 'people.read', kind: 'read', subject }])
}

/** Open tasks of this person in the institution, the most urgent first, for who may end the employment. */
export const leavingTasks = async (
  ctx: Context,
  userId: string,
  institutionId: string,
): Promise<LeavingTask[]> => {
  const rows = await ctx.tx.$queryRaw<Row[]>`
    select l.id, coalesce(t.title, k.title) as title, coalesce(t.due_on, k.due_on)::text as "dueOn", c.number, m.name as team,
      case when k.id is not null then l.takers end as takers, k.case_id as "caseId"
    from app.leaving_tasks(${userId}::uuid, ${institutionId}::uuid) l
      left join task t on t.id = l.id left join case_task k on k.id = l.id
      left join family_case c on c.id = k.case_id left join team m on m.id = t.team_id
    order by 3 nulls last, l.id`
  await auditCases(ctx, rows)
  return rows.map(({ caseId: _caseId, ...task }) => task)
}
