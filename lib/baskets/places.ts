import type { Surroundings } from '@/lib/baskets/basket-fact'
import type { Point } from '@/lib/baskets/distance'

/** Centre of the unit where an institution has its seat; without an id, of the gmina where the family lives. */
export type PlaceRow = { id: string | null; lat: number | null; lon: number | null }

const pointOf = ({ lat, lon }: PlaceRow): Point | null => (lat === null || lon === null ? null : { lat, lon })

/** Where the family lives, by its gmina, and where institutions have their seats; a unit without a centre is nowhere. */
export const placesIn = (rows: readonly PlaceRow[]): Pick<Surroundings, 'home' | 'seats'> => {
  const home = rows.find(({ id }) => id === null)
  const seats = rows.flatMap((row): [string, Point][] => {
    const point = pointOf(row)
    return row.id && point ? [[row.id, point]] : []
  })
  return { home: home ? pointOf(home) : null, seats: new Map(seats) }
}
