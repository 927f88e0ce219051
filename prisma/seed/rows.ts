import type { Client } from 'pg'

export type Row = Readonly<Record<string, unknown>>

const name = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`

/** Columns that any of the rows names; the others keep their defaults. */
const columnsOf = (rows: readonly Row[]) => [...new Set(rows.flatMap((row) => Object.keys(row)))]

/** One statement a table: PostgreSQL reads the types (arrays, enums, dates) from the table itself. */
const insertSql = (table: string, columns: readonly string[]) => {
  const list = columns.map(name).join(', ')
  return `insert into ${name(table)} (${list}) select ${list} from jsonb_populate_recordset(null::${name(table)}, $1)`
}

/** Inserts all rows; keys are column names. */
export const insertRows = async (client: Client, table: string, rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return
  await client.query(insertSql(table, columnsOf(rows)), [JSON.stringify(rows)])
}

/** Inserts what is missing and mends what differs; `key` are the columns of the primary key. */
export const upsertRows = async (
  client: Client,
  table: string,
  key: readonly string[],
  rows: readonly Row[],
): Promise<void> => {
  if (rows.length === 0) return
  const columns = columnsOf(rows)
  const changes = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${name(column)} = excluded.${name(column)}`)
  const action = changes.length === 0 ? 'do nothing' : `do update set ${changes.join(', ')}`
  await client.query(`${insertSql(table, columns)} on conflict (${key.map(name).join(', ')}) ${action}`, [
    JSON.stringify(rows),
  ])
}
