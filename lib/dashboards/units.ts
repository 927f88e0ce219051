import { z } from 'zod'
import {
  cellOf,
  type Digits,
  type GminaTeam,
  readFigures,
  readGminaTeams,
  readWaits,
  type Shown,
  shareOf,
  type Table,
  type TeamState,
  type Wait,
} from '@/lib/dashboards/figures'
import { sortPolish } from '@/lib/format/collate'
import type { Tx } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/errors'

/** The whole country, a voivodeship (2 digits), a powiat (4) or a gmina (7). */
export const unitCode = () => z.string({ error: 'notFound' }).regex(/^(PL|\d{2}|\d{4}|\d{7})$/, 'notFound')

export type Unit = {
  readonly code: string
  readonly name: string
  /** 1 town, 2 rural, 3 urban-rural, for a gmina whose name another one of the same powiat bears too. */
  readonly kind?: number | null
}

/** One line of figures: a unit and what may be known about it. */
export type UnitFigures = Unit & {
  readonly gminas: number
  /** Gminas whose team works (whatever it lacks), is being founded, and those without one. */
  readonly working: number
  readonly forming: number
  readonly without: number
  /** Only for a single gmina. */
  readonly state: TeamState | null
  readonly teamId: string | null
  readonly families: Shown
  readonly finished: Shown
  /** Share of cooperation that reached its aim, in percent, twelve months. */
  readonly successShare: number | null
  readonly wait: Wait | null
}

export type Overview = {
  readonly total: UnitFigures
  readonly parts: readonly UnitFigures[]
  readonly stages: ReadonlyMap<string, Shown>
  readonly services: ReadonlyMap<string, Shown>
  /** By service: families that need it and nobody here gives it. */
  readonly unmet: ReadonlyMap<string, Shown>
  /** The same of every gmina below, but of the country. */
  readonly unmetBelow: Table
  readonly teams: readonly GminaTeam[]
}

type Counts = { gminas: number; working: number; forming: number; without: number }

const workingStates: readonly TeamState[] = ['active', 'expiring', 'missing', 'meeting', 'lines', 'suspended']

const digitsBelow = (code: string): Digits => (code === 'PL' ? 2 : code.length === 2 ? 4 : 7)

/** Name of a unit by its code; throws notFound for a code that is not in the register. */
export const unitNamed = async (tx: Tx, code: string): Promise<Unit> => {
  if (code === 'PL') return { code, name: '' }
  const row = await tx.territoryUnit.findUnique({ where: { code }, select: { code: true, name: true } })
  if (!row) throw notFound()
  return row
}

/** Units one level down, by name. */
export const unitsBelow = async (tx: Tx, code: string): Promise<readonly Unit[]> => {
  const rows = await tx.territoryUnit.findMany({
    where: code === 'PL' ? { level: 'wojewodztwo', validTo: null } : { parentCode: code, validTo: null },
    select: { code: true, name: true, kind: true },
  })
  const bearers = (name: string) => rows.filter((row) => row.name === name).length
  return sortPolish(rows, (row) => row.name).map(({ kind, ...unit }) =>
    bearers(unit.name) > 1 ? { ...unit, kind } : unit,
  )
}

const countTeams = (teams: readonly GminaTeam[], prefix: string): Counts => {
  const inside = teams.filter((team) => prefix === 'PL' || team.gmina.startsWith(prefix))
  const working = inside.filter((team) => workingStates.includes(team.state)).length
  const forming = inside.filter((team) => team.state === 'forming').length
  return { gminas: inside.length, working, forming, without: inside.length - working - forming }
}

type Sources = {
  readonly teams: readonly GminaTeam[]
  readonly stages: Table
  readonly outcomes: Table
  readonly waits: ReadonlyMap<string, Wait>
}

const lineOf = (unit: Unit, { teams, stages, outcomes, waits }: Sources): UnitFigures => {
  const own = unit.code.length === 7 ? teams.find((team) => team.gmina === unit.code) : undefined
  return {
    ...unit,
    ...countTeams(teams, unit.code),
    state: own?.state ?? null,
    teamId: own?.teamId ?? null,
    families: cellOf(stages, unit.code, 'all'),
    finished: cellOf(outcomes, unit.code, 'all'),
    successShare: shareOf(cellOf(outcomes, unit.code, 'achieved'), cellOf(outcomes, unit.code, 'all')),
    wait: waits.get(unit.code) ?? null,
  }
}

/** Figures of a unit and of the units one level down, all through the database's one suppression. */
export const readOverview = async (tx: Tx, code: string): Promise<Overview> => {
  const digits = digitsBelow(code)
  const unit = await unitNamed(tx, code)
  const below = await unitsBelow(tx, code)
  const teams = await readGminaTeams(tx, code)
  const stages = await readFigures(tx, 'stages', code, digits)
  const outcomes = await readFigures(tx, 'outcomes', code, digits)
  const services = await readFigures(tx, 'services', code, digits)
  const unmet = await readFigures(tx, 'unmet', code, code === 'PL' ? digits : 7)
  const waits = await readWaits(tx, code, digits)
  const sources = { teams, stages, outcomes, waits }
  return {
    total: lineOf(unit, sources),
    parts: below.map((part) => lineOf(part, sources)),
    stages: stages.get(code) ?? new Map(),
    services: services.get(code) ?? new Map(),
    unmet: unmet.get(code) ?? new Map(),
    unmetBelow: unmet,
    teams,
  }
}

/** The same lines for every unit of so many digits: what a map of the country needs. */
export const readLines = async (tx: Tx, code: string, digits: Digits): Promise<readonly UnitFigures[]> => {
  const level = digits === 2 ? 'wojewodztwo' : digits === 4 ? 'powiat' : 'gmina'
  const units = await tx.territoryUnit.findMany({
    where: { level, validTo: null, ...(code === 'PL' ? {} : { wojewodztwoCode: code.slice(0, 2) }) },
    select: { code: true, name: true },
  })
  const sources = {
    teams: await readGminaTeams(tx, code),
    stages: await readFigures(tx, 'stages', code, digits),
    outcomes: await readFigures(tx, 'outcomes', code, digits),
    waits: await readWaits(tx, code, digits),
  }
  return units
    .filter((unit) => code === 'PL' || unit.code.startsWith(code))
    .map((unit) => lineOf(unit, sources))
}
