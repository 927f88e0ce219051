import { travel } from '@/lib/baskets/limits'

/** Degrees. */
export type Point = { readonly lat: number; readonly lon: number }

const earthKm = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Straight over the surface of the earth, in kilometres. */
export const greatCircleKm = (a: Point, b: Point): number => {
  const [lat, lon] = [radians(b.lat - a.lat), radians(b.lon - a.lon)]
  const h =
    Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lon / 2) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** By road, as far as anybody can say without a map of roads. */
export const roadKm = (a: Point, b: Point): number => greatCircleKm(a, b) * travel.detour

/** How long the way takes, in whole minutes. */
export const minutesFor = (km: number): number => Math.ceil((km / travel.kmPerHour) * 60)
