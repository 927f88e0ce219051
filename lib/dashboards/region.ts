import { z } from 'zod'
import { addCalendarDays } from '@/lib/calendar'
import { type CatalogueHere, catalogueHere } from '@/lib/catalogue'
import type { GminaTeam, Shown, Table, TeamState } from '@/lib/dashboards/figures'
import { type Overview, readOverview, type Unit, unitCode, unitNamed } from '@/lib/dashboards/units'
import { sortPolish } from '@/lib/format/collate'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/errors'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { expiringDays, readRisks } from '@/lib/teams'

/** A thing of the region that somebody should do something about. */
export type GminaTask = {
  readonly gmina: string
  readonly name: string
  /** Where another gmina of the same powiat bears the name too. */
  readonly kind: number | null
  /** Null where this person may not open the team. */
  readonly teamId: string | null
}
export type RegionTasks = {
  readonly expiring: readonly (GminaTask & { readonly agreementTo: IsoDate })[]
  /** Teams without a body of the core (gmina and powiat) or a kind that their version requires. */
  readonly missingCore: readonly GminaTask[]
  /** Services that families need and nobody of the team gives. */
  readonly unmet: readonly (GminaTask & { readonly service: string; readonly families: Shown })[]
  readonly forming: readonly GminaTask[]
  /** Teams that this person may open. */
  readonly visibleTeams: ReadonlySet<string>
}

/** What is missing in each gmina of a unit, from the same ladder as its total: nothing can be derived from both. */
const unmetByGmina = (here: CatalogueHere, table: Table) => {
  return [...table].flatMap(([gmina, cells]) =>
    gmina.length < 7
      ? []
      : [...cells].flatMap(([key, families]) => {
          const service = here.known(key)?.name
          return service ? [{ gmina, service, families }] : []
        }),
  )
}

/** The other risks of teams that work, of those that this person sees: the map says the same as the figures beside it. */
const withRisks = async (tx: Tx, overview: Overview): Promise<Overview> => {
  const risks = await readRisks(tx)
  const stateOf = <T extends { state: TeamState | null; teamId: string | null }>(one: T): T => {
    if (one.state !== 'active' && one.state !== 'suspended') return one
    const own = risks.filter(({ teamId }) => teamId === one.teamId).map(({ risk }) => risk)
    const state = own.includes('meeting') ? 'meeting' : own.includes('lines') ? 'lines' : one.state
    return { ...one, state }
  }
  return { ...overview, teams: overview.teams.map(stateOf), parts: overview.parts.map(stateOf) }
}

/** Names of the gminas below a unit, with the kind of those that share their name within a powiat. */
const gminaNames = async (tx: Tx, code: string) => {
  const rows = await tx.territoryUnit.findMany({
    where: { level: 'gmina', validTo: null, wojewodztwoCode: code.slice(0, 2), code: { startsWith: code } },
    select: { code: true, name: true, kind: true },
  })
  const key = (row: { code: string; name: string }) => `${row.code.slice(0, 4)} ${row.name}`
  const bearers = new Map<string, number>()
  for (const row of rows) bearers.set(key(row), (bearers.get(key(row)) ?? 0) + 1)
  return new Map(
    rows.map((row) => [
      row.code,
      { name: row.name, kind: (bearers.get(key(row)) ?? 0) > 1 ? row.kind : null },
    ]),
  )
}

const readTasks = async (
  ctx: Context,
  code: string,
  { teams, unmetBelow }: Overview,
): Promise<RegionTasks> => {
  const { tx, today } = ctx
  const names = await gminaNames(tx, code)
  const visible = new Set((await tx.team.findMany({ select: { id: true } })).map((team) => team.id))
  const task = (team: GminaTeam): GminaTask => ({
    gmina: team.gmina,
    name: names.get(team.gmina)?.name ?? team.gmina,
    kind: names.get(team.gmina)?.kind ?? null,
    teamId: team.teamId && visible.has(team.teamId) ? team.teamId : null,
  })
  const unmet = unmetByGmina(await catalogueHere(ctx), unmetBelow)
  return {
    expiring: teams.flatMap((team) => {
      const until = team.agreementTo ? fromDbDate(team.agreementTo) : null
      if (!until || team.state === 'forming' || until > addCalendarDays(today, expiringDays)) return []
      return [{ ...task(team), agreementTo: until }]
    }),
    missingCore: teams.filter((team) => team.state === 'missing').map(task),
    unmet: sortPolish(unmet, (row) => row.service).flatMap(({ gmina, service, families }) => {
      const team = teams.find((one) => one.gmina === gmina)
      return team ? [{ ...task(team), service, families }] : []
    }),
    forming: teams.filter((team) => team.state === 'forming').map(task),
    visibleTeams: visible,
  }
}

/** A voivodeship or a powiat: figures one level down, the state of every gmina, and what needs action. */
export const regionFigures = defineQuery({
  name: 'figures.region',
  input: z.strictObject({ code: unitCode() }),
  subject: async (ctx, { code }) => {
    if (code === 'PL' || code.length === 7) throw notFound()
    await unitNamed(ctx.tx, code)
    return { wojewodztwoCode: code.slice(0, 2) }
  },
  run: async (ctx, { code }) => {
    const above: Unit | null = code.length === 4 ? await unitNamed(ctx.tx, code.slice(0, 2)) : null
    const overview = await withRisks(ctx.tx, await readOverview(ctx.tx, code))
    return { ...overview, above, tasks: await readTasks(ctx, code, overview) }
  },
  audit: 'notPersonal',
})
