import type { Tx } from '@/lib/platform/db'

/** Which of these events, questions and consultations of the model this person may read. */
export const readableThings = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from school_event where id = any (${[...ids]}::uuid[])
    union all select id from team_question where id = any (${[...ids]}::uuid[])
    union all select id from model_consultation where id = any (${[...ids]}::uuid[])`
  return new Set(rows.map(({ id }) => id))
}
