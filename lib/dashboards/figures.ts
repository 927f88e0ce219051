import type { Tx } from '@/lib/platform/db'

/** A count as the database lets it through (app.suppress): a number, 1 to 4, or hidden so that no other can be derived. */
export type Shown =
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'few' }
  | { readonly kind: 'hidden' }

export type Measure = 'stages' | 'outcomes' | 'services' | 'unmet' | 'returns'
export type Wait = { readonly median: number; readonly ninth: number }

const zero: Shown = { kind: 'count', value: 0 }

/** Reads a cell of app.suppress: digits, '<5' or 'hidden'. */
export const readShown = (text: string): Shown => {
  if (text === '<5') return { kind: 'few' }
  if (text === 'hidden') return { kind: 'hidden' }
  return { kind: 'count', value: Number(text) }
}

/** Cells by unit and column; a cell that is not there is 0. */
export type Table = ReadonlyMap<string, ReadonlyMap<string, Shown>>

export const cellOf = (table: Table, unit: string, column: string): Shown =>
  table.get(unit)?.get(column) ?? zero

/** Share of the part in whole percent; nothing when either count is hidden or the whole is under 5 families. */
export const shareOf = (part: Shown, whole: Shown): number | null =>
  part.kind === 'count' && whole.kind === 'count' && whole.value >= 5
    ? Math.round((100 * part.value) / whole.value)
    : null

type Cell = { unit: string; col: string; shown: string }

const tableOf = (cells: readonly Cell[]): Table => {
  const table = new Map<string, Map<string, Shown>>()
  for (const { unit, col, shown } of cells) {
    const row = table.get(unit) ?? new Map<string, Shown>()
    row.set(col, readShown(shown))
    table.set(unit, row)
  }
  return table
}

/** How deep below the asked unit: codes of this many digits (2 voivodeship, 4 powiat, 7 gmina). */
export type Digits = 2 | 4 | 7

/** Suppressed counts of a unit ('PL' for the country) and of what lies below it. */
export const readFigures = async (tx: Tx, measure: Measure, unit: string, digits: Digits): Promise<Table> =>
  tableOf(await tx.$queryRaw<Cell[]>`select * from app.figures(${measure}, ${unit}, ${digits}::int)`)

/** Working days from referral to the first service; a unit of fewer than 5 families is not there. */
export const readWaits = async (tx: Tx, unit: string, digits: Digits): Promise<ReadonlyMap<string, Wait>> => {
  const rows = await tx.$queryRaw<{ unit: string; median: number; ninth: number }[]>`
    select * from app.waiting_times(${unit}, ${digits}::int)`
  return new Map(rows.map(({ unit: code, median, ninth }) => [code, { median, ninth }]))
}

/** `meeting`, `lines`: of teams at risk by these alone (`app.team_risks`), known to the ROPS only. */
export type TeamState =
  | 'active'
  | 'expiring'
  | 'missing'
  | 'meeting'
  | 'lines'
  | 'suspended'
  | 'forming'
  | 'none'
export type GminaTeam = {
  readonly gmina: string
  readonly state: TeamState
  readonly agreementTo: Date | null
  readonly teamId: string | null
}

/** State of every gmina of a unit; teams are public bodies and never suppressed. */
export const readGminaTeams = async (tx: Tx, unit: string): Promise<readonly GminaTeam[]> => {
  const rows = await tx.$queryRaw<
    { gmina: string; state: TeamState; agreement_to: Date | null; team_id: string | null }[]
  >`select * from app.gmina_teams(${unit})`
  return rows.map((row) => ({
    gmina: row.gmina,
    state: row.state,
    agreementTo: row.agreement_to,
    teamId: row.team_id,
  }))
}

/** One team's own table, by the same suppression. */
export const readTeamFigures = async (
  tx: Tx,
  measure: Measure,
  teamId: string,
): Promise<ReadonlyMap<string, Shown>> => {
  const rows = await tx.$queryRaw<{ col: string; shown: string }[]>`
    select * from app.team_figures(${measure}, ${teamId}::uuid)`
  return new Map(rows.map(({ col, shown }) => [col, readShown(shown)]))
}

export const readTeamWait = async (tx: Tx, teamId: string): Promise<Wait | null> => {
  const [row] = await tx.$queryRaw<Wait[]>`select * from app.team_waiting_time(${teamId}::uuid)`
  return row ?? null
}

export type HelpTime = Wait & { readonly step: 'contact' | 'plan' | 'service' }

/** Median ways from the referral to contact, plan and service; none of fewer than five families. */
export const readTeamHelp = (tx: Tx, teamId: string): Promise<HelpTime[]> =>
  tx.$queryRaw<HelpTime[]>`select step, median, ninth from app.team_help_times(${teamId}::uuid)`

/** Grosze, or hidden: fewer than five families, or another source could be derived. */
export type Amount = number | 'hidden'
type Amounts = { readonly planned: Amount; readonly actual: Amount; readonly coPayment: Amount }
export type TeamMoney = {
  /** by source of funding, in the order of the database; null: nobody said who pays */
  readonly rows: readonly (Amounts & { readonly fundingKey: string | null })[]
  readonly total: Amounts
}

/** What the baskets of one team cost, by who pays (app.team_money). */
export const readTeamMoney = async (tx: Tx, teamId: string): Promise<TeamMoney> => {
  const cells = await tx.$queryRaw<{ funding: string; kind: keyof Amounts; shown: string }[]>`
    select * from app.team_money(${teamId}::uuid)`
  const amount = (funding: string, kind: keyof Amounts): Amount => {
    const cell = cells.find((c) => c.funding === funding && c.kind === kind)
    return cell?.shown === 'hidden' ? 'hidden' : Number(cell?.shown ?? 0)
  }
  const amounts = (funding: string): Amounts => ({
    planned: amount(funding, 'planned'),
    actual: amount(funding, 'actual'),
    coPayment: amount(funding, 'coPayment'),
  })
  const sources = [...new Set(cells.map((c) => c.funding))].filter((f) => f !== 'all')
  return {
    rows: sources.map((f) => ({ fundingKey: f === 'none' ? null : f, ...amounts(f) })),
    total: amounts('all'),
  }
}
