import type { Succession, TercComparison, TercProblem, TercReason, TercUnit } from '@/lib/territory'
import type { Followers } from '@/scripts/territory/read'

const reasons: Readonly<Record<TercReason, string>> = {
  header: 'the header is not that of a TERC file (WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA)',
  columns: 'wrong number of columns',
  encoding: 'the file is not UTF-8',
  wojewodztwo: 'not the code of a voivodeship',
  powiat: 'not the number of a powiat',
  gmina: 'not the number of a gmina',
  kind: 'not a kind of gmina (RODZ)',
  level: 'the level does not fit the code',
  code: 'not a TERYT code',
  name: 'no name',
  date: 'not a date (YYYY-MM-DD)',
  mixedDates: 'another date than in the first row',
  duplicate: 'this code stood in the file before',
  parent: 'the unit above it is not in the file',
  centre: 'coordinates outside Poland',
  empty: 'the file holds no units',
}

const shownProblems = 20

/** "Line 12, RODZ: not a kind of gmina (7)". */
export const problemLines = (problems: readonly TercProblem[]): string[] => {
  const lines = problems
    .slice(0, shownProblems)
    .map(
      ({ line, column, reason, value }) =>
        `Line ${line}${column === '' ? '' : `, ${column}`}: ${reasons[reason]}${value === '' ? '' : ` (${value})`}`,
    )
  const more = problems.length - shownProblems
  return more > 0 ? [...lines, `… and ${more} more`] : lines
}

const kinds = { 1: 'urban', 2: 'rural', 3: 'urban-rural' } as const

const nameOf = ({ code, name, kind, level }: TercUnit): string => {
  const what = kind === null ? (level === 'powiat' ? 'powiat' : 'voivodeship') : kinds[kind]
  return `${code} ${name} (${what})`
}

const pairOf = ({ from, to }: Succession): string => `${nameOf(from)} -> ${nameOf(to)}`

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `${title} (${lines.length}):`, ...lines.map((line) => `  ${line}`)]

const undecided = ({ unresolved }: TercComparison): string[] =>
  unresolved.map(({ ended, candidates }) => {
    const likely = candidates.slice(0, 3).map((unit) => nameOf(unit))
    return `${nameOf(ended)}: ${likely.length > 0 ? `perhaps ${likely.join(' or ')}` : 'no new unit of its level'}`
  })

/** What the file changes, for a person to read before anything is written. */
export const reportLines = (
  comparison: TercComparison,
  unitsInForce: number,
  followers: readonly Followers[],
): string[] => {
  const waiting = new Set(comparison.unresolved.map(({ ended }) => ended.code))
  const simplyEnded = comparison.ended.filter(({ code }) => !waiting.has(code))
  const noCentre = comparison.added.filter(({ centre }) => centre === null)
  return [
    `TERC of ${comparison.statedOn}, compared with ${unitsInForce} units in force.`,
    ...section(
      'Added',
      comparison.added.map((unit) => nameOf(unit)),
    ),
    ...section(
      'Renamed',
      comparison.renamed.map(({ code, from, to }) => `${code} ${from} -> ${to}`),
    ),
    ...section(
      'Changed kind, same place: the successor inherits the centre',
      comparison.changedKind.map(pairOf),
    ),
    ...section('Succeeded by a chosen pair', comparison.succeeded.map(pairOf)),
    ...section(
      'Ended without a successor',
      simplyEnded.map((unit) => nameOf(unit)),
    ),
    ...section('Ended, and a pair must be chosen by hand', undecided(comparison)),
    ...section(
      'Follow the successor',
      followers.map(({ table, count }) => `${table}: ${count}`),
    ),
    ...(noCentre.length > 0
      ? [
          '',
          `${noCentre.length} added without a centre point: the file knows none; the schematic map leaves them out.`,
        ]
      : []),
  ]
}
