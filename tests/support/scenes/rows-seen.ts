import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'
import { caseTables } from '@/tests/support/scenes/whole-case'

/** Rows of this case that the database shows, table by table, whatever use case asks. */
export const rowsSeen = async (actor: Actor, caseId: string): Promise<Record<string, number>> => {
  const found: Record<string, number> = {}
  const tables = await caseTables()
  const { rows } = await asOwner().query<{ relname: string }>(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id'
     where c.relname = any ($1) and has_table_privilege($2, c.oid, 'select')`,
    [tables, new URL(process.env.DATABASE_URL ?? '').username],
  )
  await asActor(actor, async (tx) => {
    for (const { relname } of [...rows, { relname: 'family_case' }]) {
      const key = relname === 'family_case' ? 'id' : 'case_id'
      const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(
        `select count(*)::int as n from ${relname} where ${key} = '${caseId}'::uuid`,
      )
      if (row?.n) found[relname] = row.n
    }
  })
  return found
}
