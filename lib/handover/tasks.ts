import type { IsoDate } from '@/lib/format/dates'
import type { Context } from '@/lib/policy/usecase'
import { type TaskRow, tasksById } from '@/lib/tasks'

/** An open task of somebody; without words where this person may not read it. */
export type HandoverTask = {
  readonly id: string
  readonly ofCase: boolean
  readonly title: string | null
  readonly dueOn: IsoDate | null
  readonly caseId: string | null
  readonly number: string | null
  readonly teamId: string | null
  readonly team: string | null
  /** Why it cannot go to the chosen colleague. */
  readonly refusal: string | null
}

type Row = { id: string; ofCase: boolean; refusal: string | null }

const worded = (rows: readonly Row[], read: readonly TaskRow[]): HandoverTask[] => {
  const order = new Map(read.map((task, at) => [task.id, at]))
  const words = new Map(read.map((task) => [task.id, task]))
  const placed = [...rows].sort(
    (a, b) => (order.get(a.id) ?? read.length) - (order.get(b.id) ?? read.length) || a.id.localeCompare(b.id),
  )
  return placed.map((row) => {
    const task = words.get(row.id)
    return {
      ...row,
      title: task?.title ?? null,
      dueOn: task?.dueOn ?? null,
      caseId: task?.caseId ?? null,
      number: task?.number ?? null,
      teamId: task?.about === 'team' ? task.teamId : null,
      team: task?.about === 'team' ? task.team : null,
    }
  })
}

const withWords = async (ctx: Context, rows: readonly Row[]): Promise<HandoverTask[]> =>
  worded(
    rows,
    await tasksById(
      ctx,
      rows.map(({ id }) => id),
    ),
  )

/** Open tasks of this person, and why the chosen colleague could not take one together with these things. */
export const tasksOf = async (
  ctx: Context,
  from: string,
  to: string | null,
  things: readonly string[] | null,
): Promise<HandoverTask[]> =>
  withWords(
    ctx,
    await ctx.tx.$queryRaw<Row[]>`
      select id, of_case as "ofCase", refusal
      from app.handover_task_preview(${from}::uuid, ${to}::uuid, ${things ? [...things] : null}::uuid[])`,
  )

/** Who of the house has open tasks, with how many. */
export const taskHolders = ({ tx }: Context): Promise<{ userId: string; name: string; tasks: number }[]> =>
  tx.$queryRaw`
    select t.user_id as "userId", u.given_name || ' ' || u.family_name as name, count(*)::int as tasks
    from app.handover_tasks(null) t join user_account u on u.id = t.user_id
    group by 1, 2 order by 2`

/** How many of the chosen tasks may be given on by this person. */
export const countTasks = async (
  { tx }: Context,
  from: string,
  tasks: readonly string[],
): Promise<number> => {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from app.handover_tasks(${from}::uuid) t where t.id = any (${[...tasks]}::uuid[])`
  return row?.n ?? 0
}

/** Tasks that went, or stayed with why, in one hand-over. */
export const handedTasks = async (ctx: Context, handoverId: string): Promise<HandoverTask[]> =>
  withWords(
    ctx,
    await ctx.tx.$queryRaw<Row[]>`
      select w.task_id as id, w.case_id is not null as "ofCase", w.refusal
      from work_handover_task w where w.handover_id = ${handoverId}::uuid`,
  )
