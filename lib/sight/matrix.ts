import { type DataCategory, dataCategories } from '@/lib/catalogue'
import {
  type BasisEntry,
  type ConsentEntry,
  type ConsentPerson,
  type ConsentView,
  isSensitive,
  type Pair,
  samePair,
} from '@/lib/consents'
import type { IsoDate } from '@/lib/format/dates'

/** Why a category about a person is open to an institution, or closed. */
export type Why =
  | { readonly kind: 'ownTask' }
  /** the family coordinator sees it as the owner's task, the owner's other people only by consent */
  | { readonly kind: 'coordinatorOnly' }
  | { readonly kind: 'consent'; readonly on: IsoDate | null; readonly until: IsoDate | null }
  | {
      readonly kind: 'basis'
      readonly basis: BasisEntry['basis']
      readonly on: IsoDate
      readonly until: IsoDate | null
    }
  | { readonly kind: 'noPersonalData' }
  /** guardians are in conflict and one of them has not signed for it */
  | { readonly kind: 'otherGuardian' }
  | { readonly kind: 'refused'; readonly on: IsoDate | null }
  | { readonly kind: 'withdrawn'; readonly at: Date }
  | { readonly kind: 'expired'; readonly on: IsoDate | null }
  | { readonly kind: 'basisEnded' }
  | { readonly kind: 'notAsked' }

export type SightCell = { readonly personId: string; readonly open: boolean; readonly why: Why }

/** all, some or none of the persons; own: a task of its own; coordinator: of the owner only who leads the family. */
export type SightState = 'all' | 'some' | 'none' | 'own' | 'coordinator'

export type SightKnot = {
  readonly category: DataCategory
  readonly state: SightState
  readonly open: number
  readonly cells: readonly SightCell[]
}

export type SightRow = {
  readonly institutionId: string
  readonly institution: string
  /** left: takes no part any more; it reads nothing but lines that it still delivers */
  readonly note: 'owner' | 'expert' | 'receiver' | 'noPersonalData' | 'left' | null
  readonly knots: readonly SightKnot[]
}

const sameBasis = (basis: BasisEntry, personId: string, pair: Pair): boolean =>
  basis.institutionId === pair.institutionId &&
  basis.category === pair.category &&
  (basis.personId === null || basis.personId === personId)

const openWhy = (view: ConsentView, person: ConsentPerson, pair: Pair): Why => {
  const live = (b: BasisEntry): boolean =>
    b.endedAt === null && b.startsOn <= view.today && (b.endsOn === null || b.endsOn >= view.today)
  const basis = view.bases.find((b) => live(b) && sameBasis(b, person.personId, pair))
  if (basis) return { kind: 'basis', basis: basis.basis, on: basis.startsOn, until: basis.endsOn }
  const consent = view.history.find(
    (e) =>
      e.personId === person.personId &&
      e.standing === 'granted' &&
      e.granted.some((granted) => samePair(granted, pair)),
  )
  return { kind: 'consent', on: consent?.givenOn ?? null, until: consent?.validTo ?? null }
}

/** What the newest word about this knot was; `history` is newest first. */
const lastWord = (entries: readonly ConsentEntry[], pair: Pair): Why | null => {
  const names = (list: readonly Pair[]): boolean => list.some((one) => samePair(one, pair))
  for (const entry of entries) {
    if (entry.standing === 'granted' && names(entry.granted)) return { kind: 'otherGuardian' }
    if (entry.withdrawnAt && names(entry.closed)) return { kind: 'withdrawn', at: entry.withdrawnAt }
    if (entry.standing === 'expired' && names(entry.granted)) return { kind: 'expired', on: entry.validTo }
    const answered = entry.standing === 'granted' || entry.standing === 'refused'
    if (answered && names(entry.refused) && !entries.some((e) => e.withdrawnAt && names(e.closed)))
      return { kind: 'refused', on: entry.givenOn }
  }
  return null
}

const closedWhy = (view: ConsentView, person: ConsentPerson, pair: Pair): Why =>
  lastWord(
    view.history.filter((e) => e.personId === person.personId),
    pair,
  ) ??
  (view.bases.some((b) => sameBasis(b, person.personId, pair))
    ? { kind: 'basisEnded' }
    : { kind: 'notAsked' })

type Place = Pick<SightRow, 'institutionId' | 'institution' | 'note'>

const cellOf = (
  view: ConsentView,
  place: Place,
  person: ConsentPerson,
  category: DataCategory,
): SightCell => {
  const { personId } = person
  const pair = { institutionId: place.institutionId, category }
  const granted = person.open.some((open) => samePair(open, pair))
  if (place.note === 'owner' && !isSensitive(category))
    return { personId, open: true, why: { kind: 'ownTask' } }
  if (granted) return { personId, open: true, why: openWhy(view, person, pair) }
  if (place.note === 'owner') return { personId, open: false, why: { kind: 'coordinatorOnly' } }
  if (place.note === 'noPersonalData') return { personId, open: false, why: { kind: 'noPersonalData' } }
  return { personId, open: false, why: closedWhy(view, person, pair) }
}

const stateOf = (place: Place, category: DataCategory, cells: readonly SightCell[]): SightState => {
  const open = cells.filter((cell) => cell.open).length
  if (place.note === 'owner' && !isSensitive(category)) return 'own'
  if (open === cells.length && open > 0) return 'all'
  if (open > 0) return 'some'
  return place.note === 'owner' ? 'coordinator' : 'none'
}

const placesOf = (view: ConsentView): Place[] => {
  const around = view.institutions.map(({ id, name, owner, expert, receiver, noPersonalData }): Place => {
    const asked = expert ? 'expert' : receiver ? 'receiver' : null
    return {
      institutionId: id,
      institution: name,
      note: owner ? 'owner' : noPersonalData ? 'noPersonalData' : asked,
    }
  })
  const left = view.places
    .filter(({ id }) => !around.some((place) => place.institutionId === id))
    .map(({ id, name }): Place => ({ institutionId: id, institution: name, note: 'left' }))
  return [...around, ...left]
}

/**
 * Who sees what of this family today: what is open comes from the database's own answer (ConsentPerson.open), this only
 * adds the reason. Of one person, or of everybody who takes part.
 */
export const sightOf = (view: ConsentView, personId: string | null): SightRow[] => {
  const persons = view.persons.filter((p) => (personId ? p.personId === personId : p.takesPart))
  return placesOf(view).map((place) => ({
    ...place,
    knots: dataCategories.map((category) => {
      const cells = persons.map((person) => cellOf(view, place, person, category))
      return {
        category,
        state: stateOf(place, category, cells),
        open: cells.filter((cell) => cell.open).length,
        cells,
      }
    }),
  }))
}

export type SightReason = {
  readonly open: boolean
  readonly why: Why
  readonly categories: readonly DataCategory[]
}

/** The text twin: of one person at one institution every category under its reason, open ones first. */
export const reasonsOf = (row: SightRow, personId: string): SightReason[] => {
  const found = new Map<string, { open: boolean; why: Why; categories: DataCategory[] }>()
  for (const knot of row.knots) {
    const cell = knot.cells.find((c) => c.personId === personId)
    if (!cell) continue
    const key = JSON.stringify([cell.open, cell.why])
    const group = found.get(key) ?? { open: cell.open, why: cell.why, categories: [] }
    group.categories.push(knot.category)
    found.set(key, group)
  }
  return [...found.values()].sort((a, b) => Number(b.open) - Number(a.open))
}
