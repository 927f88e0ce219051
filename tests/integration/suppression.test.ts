import { describe, expect, test } from 'vitest'
import { workingDaysBetween } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { asOwner, useDatabase } from '@/tests/support/database'

useDatabase()

type Cell = readonly [unit: string, parent: string | null, col: string, value: number]

const suppress = async (cells: readonly Cell[]): Promise<Record<string, string>> => {
  const column = (n: 0 | 1 | 2 | 3) => cells.map((cell) => cell[n])
  const { rows } = await asOwner().query<{ unit: string; col: string; shown: string }>(
    'select * from app.suppress($1::text[], $2::text[], $3::text[], $4::int[])',
    [column(0), column(1), column(2), column(3)],
  )
  return Object.fromEntries(rows.map((row) => [`${row.unit} ${row.col}`, row.shown]))
}

describe('suppression of small numbers (domain 3.6)', () => {
  test('1 to 4 are hidden, 0 and 5 are shown', async () => {
    const row: Cell[] = [
      ['x', null, 'a', 0],
      ['y', null, 'a', 1],
      ['z', null, 'a', 4],
      ['v', null, 'a', 5],
    ]
    expect(await suppress(row)).toEqual({ 'x a': '0', 'y a': '<5', 'z a': '<5', 'v a': '5' })
  })

  test('one hidden cell beside a shown total: the next smallest is hidden too, not the zero', async () => {
    expect(
      await suppress([
        ['PL', null, 'all', 32],
        ['02', 'PL', 'all', 2],
        ['04', 'PL', 'all', 0],
        ['06', 'PL', 'all', 11],
        ['08', 'PL', 'all', 19],
      ]),
    ).toEqual({ 'PL all': '32', '02 all': '<5', '04 all': '0', '06 all': 'hidden', '08 all': '19' })
  })

  test('two hidden cells whose sum leaves one possibility: a third is hidden', async () => {
    // 13 - 11 = 2, and two counts of at least 1 can only be 1 and 1.
    expect(
      await suppress([
        ['PL', null, 'all', 13],
        ['02', 'PL', 'all', 1],
        ['04', 'PL', 'all', 1],
        ['06', 'PL', 'all', 11],
      ]),
    ).toEqual({ 'PL all': '13', '02 all': '<5', '04 all': '<5', '06 all': 'hidden' })
  })

  test('two hidden cells with several possibilities need no third', async () => {
    expect(
      await suppress([
        ['PL', null, 'all', 16],
        ['02', 'PL', 'all', 3],
        ['04', 'PL', 'all', 2],
        ['06', 'PL', 'all', 11],
      ]),
    ).toEqual({ 'PL all': '16', '02 all': '<5', '04 all': '<5', '06 all': '11' })
  })

  test('a hidden total is not given away by its parts', async () => {
    // Nothing but the zero is left beside the small cell: the total itself is the small cell.
    expect(
      await suppress([
        ['18', null, 'all', 3],
        ['1801', '18', 'all', 3],
        ['1802', '18', 'all', 0],
      ]),
    ).toEqual({ '18 all': '<5', '1801 all': '<5', '1802 all': '0' })
    // 06 is hidden beside 02; its only powiat would give it away one level down.
    const shown = await suppress([
      ['PL', null, 'all', 19],
      ['02', 'PL', 'all', 3],
      ['06', 'PL', 'all', 7],
      ['08', 'PL', 'all', 9],
      ['0601', '06', 'all', 7],
      ['0801', '08', 'all', 9],
    ])
    expect(shown).toMatchObject({ '02 all': '<5', '06 all': 'hidden', '0601 all': 'hidden', '08 all': '9' })
  })

  test('a part of a row cannot be derived from the total of the row', async () => {
    expect(
      await suppress([
        ['18', null, 'all', 30],
        ['18', null, 'achieved', 26],
        ['18', null, 'other', 4],
      ]),
    ).toEqual({ '18 all': '30', '18 achieved': 'hidden', '18 other': '<5' })
  })
})

test('working days in the database are those of the calendar', async () => {
  const { rows } = await asOwner().query<{ day: string; number: number }>(
    `select day::text, number from figures.working_days('2024-01-01', '2028-12-31')`,
  )
  expect(rows).toHaveLength(1827)
  for (const { day, number } of rows) {
    const before = workingDaysBetween('2024-01-01', day as IsoDate)
    // 1.01.2024 is a holiday and counts nothing itself.
    expect(number, day).toBe(before)
  }
})
