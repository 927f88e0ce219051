import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Delaunay } from 'd3-delaunay'
import { geoTransverseMercator } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import polygonClipping, { type Pair } from 'polygon-clipping'
import { feature } from 'topojson-client'
import type { TercUnit } from '@/lib/territory'

export type Cell = { readonly code: string; readonly coordinates: Position[][][] }

/** Width of the drawing plane; about 14 units to a kilometre, so a rounded unit is far below any line. */
export const planeWidth = 10_000
/** Two centres nearer than this (about 2.5 km) are moved apart, or one of the gminas would have no cell. */
const minimumDistance = 36
const poland = '616'

const grid = (value: number): number => Math.round(value * 100) / 100

const outlineOf = (): Feature<Polygon | MultiPolygon> => {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  const atlas: { objects: { countries: unknown } } = JSON.parse(readFileSync(path, 'utf8'))
  const found = feature(atlas, atlas.objects.countries).features.find(({ id }) => id === poland)
  if (found?.geometry.type !== 'Polygon' && found?.geometry.type !== 'MultiPolygon') {
    throw new Error('world-atlas has no outline of Poland')
  }
  return { type: 'Feature', properties: {}, geometry: found.geometry }
}

/** The Voronoi cell of every gmina centre, cut by the outline of Poland, in a transverse Mercator at 19°E. */
export const gminaCells = (gminas: readonly TercUnit[]): Cell[] => {
  const outline = outlineOf()
  const projection = geoTransverseMercator().rotate([-19, 0]).fitWidth(planeWidth, outline)
  const project = (position: Position): Pair => {
    const [x, y] = projection([position[0] ?? 0, position[1] ?? 0]) ?? [0, 0]
    return [grid(x), grid(y)]
  }
  const { geometry } = outline
  const land = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((polygon) =>
    polygon.map((ring) => ring.map(project)),
  )
  const centres = apart(
    gminas.map(({ code, centre }) => {
      if (centre === null) throw new Error(`${code} has no centre`)
      return project([centre.lon, centre.lat])
    }),
  )
  const margin = planeWidth / 10
  const voronoi = Delaunay.from(centres).voronoi([-margin, -margin, planeWidth + margin, planeWidth + margin])
  return gminas.map(({ code }, index) => {
    const ring = voronoi.cellPolygon(index)?.map(([x, y]): Pair => [grid(x), grid(y)])
    const coordinates = ring ? polygonClipping.intersection([ring], land) : []
    if (coordinates.length === 0) throw new Error(`${code} has no cell: its centre lies outside the outline`)
    return { code, coordinates }
  })
}

/**
 * Moves centres that nearly coincide (a town and the rural gmina around it) away from each other. The direction
 * is that of the two points, or east when they are one; the order of the register makes it repeatable.
 */
const apart = (points: readonly Pair[]): Pair[] => {
  const moved = points.map(([x, y]): Pair => [x, y])
  for (const [i, a] of moved.entries()) {
    for (const b of moved.slice(i + 1)) {
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
      const distance = Math.hypot(dx, dy)
      if (distance >= minimumDistance) continue
      const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance]
      const push = (minimumDistance - distance) / 2
      a[0] -= ux * push
      a[1] -= uy * push
      b[0] += ux * push
      b[1] += uy * push
    }
  }
  return moved
}
