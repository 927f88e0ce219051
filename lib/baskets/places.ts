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
  const institutions = await tx.institution.findMany({
    where: { id: { in: [...new Set(institutionIds)] } },
    select: { id: true, seatCode: true },
  })
  const units = await tx.territoryUnit.findMany({
    where: { code: { in: [facts.gminaCode, ...institutions.map((i) => i.seatCode)] } },
    select: { code: true, lat: true, lon: true },
  })
  const pointOf = (code: string): Point | null => {
    const unit = units.find((u) => u.code === code)
    return unit && unit.lat !== null && unit.lon !== null ? { lat: unit.lat, lon: unit.lon } : null
  }
  const seats = institutions.flatMap(({ id, seatCode }): [string, Point][] => {
    const point = pointOf(seatCode)
    return point ? [[id, point]] : []
  })
  return { home: pointOf(facts.gminaCode), seats: new Map(seats) }
}
