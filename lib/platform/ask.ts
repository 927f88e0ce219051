import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/prisma/client'

/**
 * A question to the database whose answer is one row: its columns, and how they are read. Columns come as JSON, dates in
 * them as ISO text.
 */
export type Question<T> = { readonly columns: Prisma.Sql; readonly read: (row: unknown) => T }

/** `R` is what the columns say; the type is taken on trust, as that of every raw question. */
export const question = <R, T>(columns: Prisma.Sql, read: (row: R) => T): Question<T> => ({
  columns,
  read: (row) => read(row as R),
})

/** A question that is not asked: one that others are asked with may have nothing to ask here. */
export const answeredBy = <T>(value: T): Question<T> => question(Prisma.sql`null as nothing`, () => value)

type Answers<Q extends readonly Question<unknown>[]> = {
  [K in keyof Q]: Q[K] extends Question<infer T> ? T : never
}

/** Asks them all in one statement: a way to the database and back costs about as much as what most of them look up. */
export const ask = async <Q extends readonly Question<unknown>[]>(
  tx: Tx,
  ...questions: Q
): Promise<Answers<Q>> => {
  const columns = questions.map((one) => Prisma.sql`(select to_jsonb(q) from (select ${one.columns}) q)`)
  const [row] = await tx.$queryRaw<[{ answers: unknown[] }]>`
    select jsonb_build_array(${Prisma.join(columns)}) as answers`
  return questions.map((one, i) => one.read(row.answers[i])) as Answers<Q>
}
