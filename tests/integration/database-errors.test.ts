import { beforeAll, describe, expect, it } from 'vitest'
import { listInstitutions } from '@/lib/institutions'
import { asActor, type Tx } from '@/lib/platform/db'
import { AppError, fromDatabase } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
import { makeActor, makeInstitution } from '@/tests/support/world'

useDatabase()

let actor: Actor

beforeAll(async () => {
  actor = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
})

/** What the gateway's error becomes: `code key` of a refusal, or `fault`. */
const becomes = (work: (tx: Tx) => Promise<unknown>): Promise<string> =>
  asActor(actor, work).then(
    () => 'nothing',
    (error: unknown) => {
      const known = fromDatabase(error)
      return known instanceof AppError ? `${known.code} ${known.key}` : 'fault'
    },
  )

describe('an error of the database', () => {
  it('is "forbidden" only when row-level security or a definer function refused', async () => {
    const stranger = '00000000-0000-4000-8000-000000000001'
    expect(
      await becomes((tx) => tx.goal.create({ data: goalOf(stranger) })),
      'an insert that no policy lets through',
    ).toBe('forbidden refusedByDatabase')
    expect(
      await becomes((tx) => tx.$executeRaw`select app.reset_password('x', 'y') from credential`),
      'a table that is closed to the app',
    ).toBe('forbidden refusedByDatabase')
  })

  it.each([
    ['a failed check (23514)', (tx: Tx) => raise(tx, '23514')],
    ['an exclusion (23P01)', (tx: Tx) => raise(tx, '23P01')],
    ['an exception of a function (P0001)', (tx: Tx) => raise(tx, 'P0001')],
    ['a cancelled statement (57014)', (tx: Tx) => raise(tx, '57014')],
    ['a text that the database cannot hold (22021)', (tx: Tx) => tx.$queryRaw`select ${'a\u0000b'}::text`],
    ['a division by zero (22012)', (tx: Tx) => tx.$queryRaw`select 1 / 0`],
  ])('%s is a fault of ours, not a matter of roles', async (_what, work) => {
    expect(await becomes(work)).toBe('fault')
  })

  it.each([
    ['a duplicate (23505)', '23505', 'conflict alreadyExists'],
    ['a row that is gone (23503)', '23503', 'notFound notFound'],
    ['a serialisation failure (40001)', '40001', 'conflict stale'],
    ['a deadlock (40P01)', '40P01', 'conflict stale'],
  ])('%s keeps its word', async (_what, state, word) => {
    expect(await becomes((tx) => raise(tx, state))).toBe(word)
  })
})

describe('a control character in what is typed', () => {
  it('never reaches the database: the search answers as without it', async () => {
    const { rows } = await listInstitutions.execute(actor, { text: 'Insty\u0000tucja\u0007', cursor: '' })
    expect(rows.length).toBe(1)
  })
})

const raise = (tx: Tx, state: string): Promise<unknown> =>
  tx.$executeRawUnsafe(`do $$ begin raise exception 'x' using errcode = '${state}'; end $$`)

const goalOf = (id: string) => ({
  caseId: id,
  teamId: id,
  ownerInstitutionId: id,
  title: 'cel',
  createdById: id,
})
