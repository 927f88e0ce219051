/** A page of a folder. */
export type Place = {
  href: string
  label: string
  /** a page beside the place that belongs to it */
  also?: string
  /** its name in the row of groups when nothing else of its group may be opened; `label` when left out */
  alone?: string
}

/** Places that are looked at together: one tab, and a row of their own below it. */
export type PlaceGroup = { label: string; places: readonly Place[] }

/** The place of an address: the longest address that is it or lies above it. */
export const placeOf = (groups: readonly PlaceGroup[], path: string): Place | undefined =>
  groups
    .flatMap(({ places }) => places)
    .sort((a, b) => b.href.length - a.href.length)
    .find(({ href, also }) => path === href || path.startsWith(`${href}/`) || path === also)

/** A group that stands for itself: nothing else is in it. */
export const single = (place: Place): PlaceGroup => ({ label: place.alone ?? place.label, places: [place] })

/** Only what may be opened: groups with nothing in them are left out, with one place they bear its name. */
export const shownGroups = (groups: readonly PlaceGroup[]): PlaceGroup[] =>
  groups.flatMap((group) => {
    const [first, ...rest] = group.places
    if (!first) return []
    return [rest.length === 0 ? single(first) : group]
  })
