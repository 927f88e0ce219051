import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import type { TercUnit } from '@/lib/territory/terc'

/** A unit whose code ends and the one that takes its place, already with the inherited centre. */
export type Succession = { readonly from: TercUnit; readonly to: TercUnit }
export type Renaming = { readonly code: string; readonly from: string; readonly to: string }
/** An ended unit whose successor a person has to choose; candidates with the same name, then the same parent, first. */
export type Unresolved = { readonly ended: TercUnit; readonly candidates: readonly TercUnit[] }

export type TercComparison = {
  readonly statedOn: IsoDate
  readonly added: readonly TercUnit[]
  readonly renamed: readonly Renaming[]
  /** Same WW PP GG, other RODZ: a village that became a town keeps its place and gets a new seven-digit code. */
  readonly changedKind: readonly Succession[]
  /** Other pairs, chosen by hand; empty until `chooseSuccessors`. */
  readonly succeeded: readonly Succession[]
  readonly ended: readonly TercUnit[]
  readonly unresolved: readonly Unresolved[]
}

/** Compares the units in force with a newer state of the register. Nothing is written. */
export const compareTerc = (
  current: readonly TercUnit[],
  next: { readonly units: readonly TercUnit[]; readonly statedOn: IsoDate },
): TercComparison => {
  const before = new Map(current.map((unit) => [unit.code, unit]))
  const after = new Map(next.units.map((unit) => [unit.code, unit]))
  const gone = current.filter((unit) => !after.has(unit.code))
  const fresh = next.units.filter((unit) => !before.has(unit.code))
  const freshPlaces = new Map(fresh.filter(isGmina).map((unit) => [placeOf(unit), unit]))
  const changedKind = gone.filter(isGmina).flatMap((from) => {
    const to = freshPlaces.get(placeOf(from))
    return to ? [succession(from, to)] : []
  })
  const paired = new Set(changedKind.flatMap(({ from, to }) => [from.code, to.code]))
  const added = fresh.filter((unit) => !paired.has(unit.code))
  const ended = gone.filter((unit) => !paired.has(unit.code))
  const renamed = next.units.flatMap(({ code, name }) => {
    const old = before.get(code)
    return old && old.name !== name ? [{ code, from: old.name, to: name }] : []
  })
  return {
    statedOn: next.statedOn,
    added,
    renamed,
    changedKind,
    succeeded: [],
    ended,
    unresolved: ended.map((unit) => ({ ended: unit, candidates: candidatesFor(unit, added) })),
  }
}

const isGmina = (unit: TercUnit): boolean => unit.level === 'gmina'

const placeOf = (unit: TercUnit): string => unit.code.slice(0, 6)

const succession = (from: TercUnit, to: TercUnit): Succession => ({
  from,
  to: { ...to, centre: to.centre ?? from.centre },
})

const candidatesFor = (ended: TercUnit, added: readonly TercUnit[]): TercUnit[] =>
  added
    .filter((unit) => unit.level === ended.level)
    .map((unit) => ({ unit, rank: rankOf(unit, ended) }))
    .sort((a, b) => a.rank - b.rank || (a.unit.code < b.unit.code ? -1 : 1))
    .map(({ unit }) => unit)

const rankOf = (unit: TercUnit, ended: TercUnit): number =>
  fold(unit.name) === fold(ended.name) ? 0 : unit.parentCode === ended.parentCode ? 1 : 2

/** What a person chose: code of an ended unit → code of its successor, or null when it simply ends (a merger into
 * a unit that exists may name that unit). Throws a RangeError for a code that the comparison does not know. */
export const chooseSuccessors = (
  comparison: TercComparison,
  choices: Readonly<Record<string, string | null>>,
  next: readonly TercUnit[],
): TercComparison => {
  const byCode = new Map(next.map((unit) => [unit.code, unit]))
  const settled = new Set(Object.keys(choices))
  const unknown = [...settled].find((code) => !comparison.unresolved.some(({ ended }) => ended.code === code))
  if (unknown !== undefined) throw new RangeError(`${unknown} is not an ended unit without a successor`)
  const succeeded = comparison.unresolved.flatMap(({ ended }) => {
    const chosen = choices[ended.code]
    if (chosen === undefined || chosen === null) return []
    const to = byCode.get(chosen)
    if (to === undefined || to.level !== ended.level)
      throw new RangeError(`${chosen} cannot follow ${ended.code}`)
    return [succession(ended, to)]
  })
  const taken = new Set(succeeded.flatMap(({ from, to }) => [from.code, to.code]))
  return {
    ...comparison,
    succeeded: [...comparison.succeeded, ...succeeded],
    added: comparison.added.filter((unit) => !taken.has(unit.code)),
    ended: comparison.ended.filter((unit) => !taken.has(unit.code)),
    unresolved: comparison.unresolved.filter(({ ended }) => !settled.has(ended.code)),
  }
}
