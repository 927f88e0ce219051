import { type InstitutionKindEntry, institutionKinds } from '@/lib/catalogue'
import type { VariantBody } from '@/lib/variants'

/** The order in which places are shown; `required` is what the team's version of the variant asks for beside the core. */
export const placeGroups = ['core', 'required', 'frequent', 'optional', 'noPersonalData', 'support'] as const
export type Group = (typeof placeGroups)[number]

/** What a version of a variant says of the institutions of a team. */
export type AskedKinds = Pick<VariantBody, 'requiredKinds' | 'recommendedKinds'>

/** A place in a team: one kind, or the kinds that stand for one another. */
export type Slot = {
  readonly key: string
  readonly kindKeys: readonly string[]
  readonly group: Group
}

const groupOf: Readonly<Record<InstitutionKindEntry['gpzkRole'], Group | null>> = {
  rdzen: 'core',
  // usual by the reference; the version of the variant says which are recommended
  czesto: 'optional',
  opcjonalnie: 'optional',
  bez_danych_osobowych: 'noPersonalData',
  wsparcie: 'support',
  // the interdisciplinary team on violence is a separate statutory procedure, never a party (domain 8.2)
  powiazany_proces: null,
}

/** The gmina's side and the powiat's side of the core; a MOPR fills both (domain 3.3). */
const coreSlots: readonly Slot[] = [
  { key: 'ops', kindKeys: ['ops', 'cus', 'mopr'], group: 'core' },
  { key: 'pcpr', kindKeys: ['pcpr', 'mopr'], group: 'core' },
]

const groupIn = ({ key, gpzkRole }: InstitutionKindEntry, asked: AskedKinds): Group | null => {
  if (asked.requiredKinds.includes(key)) return 'required'
  if (asked.recommendedKinds.includes(key)) return 'frequent'
  return groupOf[gpzkRole]
}

/** Every place that a team may fill by its version of the variant, core first, in the order of the kinds. */
export const teamSlots = (asked: AskedKinds): readonly Slot[] => [
  ...coreSlots,
  ...placeGroups
    .filter((group) => group !== 'core')
    .flatMap((group) =>
      institutionKinds()
        .filter((kind) => kind.gpzkRole !== 'rdzen' && groupIn(kind, asked) === group)
        .map(({ key }) => ({ key, kindKeys: [key], group })),
    ),
]

export const kindEntry = (kindKey: string): InstitutionKindEntry | undefined =>
  institutionKinds().find(({ key }) => key === kindKey)

/** Kinds that have a place in a team; all others are never a party. */
export const mayBeParty = (kindKey: string): boolean => {
  const kind = kindEntry(kindKey)
  return kind !== undefined && groupOf[kind.gpzkRole] !== null
}

/** A team is not whole without it: a side of the core, or what its version of the variant requires. */
export const isRequired = (group: Group): boolean => group === 'core' || group === 'required'

/** Required kinds that no party is of. */
export const missingKinds = (
  required: readonly string[],
  parties: readonly { readonly kindKey: string }[],
): string[] => required.filter((key) => !parties.some(({ kindKey }) => kindKey === key))

/** Name of a place: for the core what it stands for, else the kind. */
export const slotName = (slot: Slot): string => kindEntry(slot.key)?.namePl ?? slot.key

export type Filled<T> = Slot & { readonly name: string; readonly institutions: readonly T[] }

/** Puts institutions into their places; a MOPR shows in the first one and closes the second. */
export const fillSlots = <T extends { readonly kindKey: string }>(
  institutions: readonly T[],
  asked: AskedKinds,
): Filled<T>[] =>
  teamSlots(asked).map((slot) => ({
    ...slot,
    name: slotName(slot),
    institutions: institutions.filter((i) => slot.kindKeys.includes(i.kindKey)),
  }))

/** Ticked beforehand: core, required and usual kinds, unless a kind is so common that the animator should choose. */
export const suggested = <T>(slot: Filled<T>): boolean =>
  slot.group === 'core' ||
  ((slot.group === 'required' || slot.group === 'frequent') && slot.institutions.length <= 3)

export type PlaceByLevel = {
  readonly level: 'gmina' | 'powiat' | 'wojewodztwo'
  readonly sector: string
  readonly present: readonly string[]
  readonly missing: readonly { readonly name: string; readonly required: boolean }[]
}

const levelOf = {
  gmina: 'gmina',
  powiat: 'powiat',
  gmina_powiat: 'powiat',
  ponadgminny: 'powiat',
  wojewodztwo: 'wojewodztwo',
  kraj: 'wojewodztwo',
} as const satisfies Record<InstitutionKindEntry['level'], PlaceByLevel['level']>

type NamedPlace = Filled<{ readonly name: string }>

/**
 * Places for the picture of a team: those that are filled, and of the empty ones what the core or the version of the
 * variant asks for and what usually sits in a team. A MOPR stands on both levels, since it plays both sides (domain 3.3).
 */
export const compositionByLevel = (places: readonly NamedPlace[]): PlaceByLevel[] =>
  places.flatMap((place) => {
    const kind = kindEntry(place.key)
    const expected = isRequired(place.group) || place.group === 'frequent'
    if (!kind || (place.institutions.length === 0 && !expected)) return []
    return {
      level: levelOf[kind.level],
      sector: kind.sector,
      present: place.institutions.map(({ name }) => name),
      missing: place.institutions.length > 0 ? [] : [{ name: place.name, required: isRequired(place.group) }],
    }
  })
