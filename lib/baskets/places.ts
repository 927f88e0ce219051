import type { Surroundings } from '@/lib/baskets/basket-fact'
import type { Point } from '@/lib/baskets/distance'
import type { CaseFacts } from '@/lib/cases'
import type { Context } from '@/lib/policy/usecase'

/** Where the family lives, by its gmina, and where these institutions have their seats; a unit without a centre is nowhere. */
export const placesOf = async (
  { tx }: Context,
  facts: CaseFacts,
  institutionIds: readonly string[],
): Promise<Pick<Surroundings, 'home' | 'seats'>> => {
  const rows = await tx.$queryRaw<(Point & { id: string | null })[]>`
    select i.id, u.lat, u.lon from institution i join territory_unit u on u.code = i.seat_code
      where i.id = any (${[...new Set(institutionIds)]}::uuid[]) and u.lat is not null and u.lon is not null
    union all
    select null, u.lat, u.lon from territory_unit u
      where u.code = ${facts.gminaCode} and u.lat is not null and u.lon is not null`
  const home = rows.find(({ id }) => id === null)
  const seats = rows.flatMap(({ id, lat, lon }): [string, Point][] => (id ? [[id, { lat, lon }]] : []))
  return { home: home ? { lat: home.lat, lon: home.lon } : null, seats: new Map(seats) }
}
