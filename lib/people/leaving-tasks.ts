import type { IsoDate } from '@/lib/format/dates'
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

/** Open tasks of this person in the institution, the most urgent first, for who may end the employment. */
export const leavingTasks = (
  { tx }: Context,
  userId: string,
  institutionId: string,
): Promise<LeavingTask[]> =>
  tx.$queryRaw<LeavingTask[]>`
    select l.id, coalesce(t.title, k.title) as title, coalesce(t.due_on, k.due_on)::text as "dueOn", c.number, m.name as team,
      case when k.id is not null then l.takers end as takers
    from app.leaving_tasks(${userId}::uuid, ${institutionId}::uuid) l
      left join task t on t.id = l.id left join case_task k on k.id = l.id
      left join family_case c on c.id = k.case_id left join team m on m.id = t.team_id
    order by 3 nulls last, l.id`
