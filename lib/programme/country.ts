import { z } from 'zod'
import { anySubject, defineQuery } from '@/lib/policy/usecase'
import { type DeclineReason, declineReasons } from '@/lib/programme/recruitment'
import { type StageKey, stageKeys } from '@/lib/programme/stages'
import { unitNames } from '@/lib/territory'

/** The plan of one voivodeship in numbers of gminas, and the answers of institutions. */
export type RegionProgramme = {
  readonly code: string
  readonly name: string
  readonly planned: number
  /** Gminas where this stage or a later one took place. */
  readonly reached: Readonly<Record<StageKey, number>>
  readonly late: number
  readonly invited: number
  readonly agreed: number
  readonly barriers: Readonly<Record<DeclineReason, number>>
}

type Row = Record<StageKey | DeclineReason | 'planned' | 'late' | 'invited' | 'agreed', number> & {
  region: string
}

const pick = <K extends string>(row: Record<K, number>, keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, row[key]])) as Record<K, number>

const viewOf = (row: Row, name: string): RegionProgramme => ({
  code: row.region,
  name,
  planned: row.planned,
  reached: pick(row, stageKeys),
  late: row.late,
  invited: row.invited,
  agreed: row.agreed,
  barriers: pick(row, declineReasons),
})

const numbers = ['planned', 'late', 'invited', 'agreed', ...stageKeys, ...declineReasons] as const

type Key = (typeof numbers)[number]

const totalOf = (rows: readonly Row[]): Row => {
  const sum = (key: Key): number => rows.reduce((all, row) => all + row[key], 0)
  return {
    region: 'PL',
    ...(Object.fromEntries(numbers.map((key) => [key, sum(key)])) as Record<Key, number>),
  }
}

/** Plans of the regions summed for the country: gminas and institutions are counted, none is named. */
export const countryProgramme = defineQuery({
  name: 'programme.country',
  input: z.strictObject({}),
  subject: anySubject,
  run: async ({ tx }) => {
    const rows = await tx.$queryRaw<Row[]>`select * from app.country_programme()`
    const names = await unitNames(
      tx,
      rows.map(({ region }) => region),
    )
    return {
      regions: rows.map((row) => viewOf(row, names.get(row.region) ?? row.region)),
      total: viewOf(totalOf(rows), ''),
    }
  },
  audit: 'notPersonal',
})
export type CountryProgramme = Awaited<ReturnType<typeof countryProgramme.execute>>
