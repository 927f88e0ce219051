import type { MultiLineString, MultiPolygon } from 'geojson'
import { merge, mesh } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { Cell } from '@/scripts/map/cells'

export type Geometry = { readonly type: string; readonly properties: { readonly code: string } }
export type Topology = {
  readonly type: 'Topology'
  readonly objects: {
    readonly units: { readonly type: 'GeometryCollection'; readonly geometries: readonly Geometry[] }
  }
}
export type Shape = { readonly code: string; readonly geometry: MultiPolygon }

/** Steps over the plane of 10,000 units: fine enough to keep every corner, coarse enough to join neighbours. */
const quantization = 100_000

/** Joins cells by their common edges and drops corners that span less than `minArea` square units. */
export const topologyOf = (cells: readonly Cell[], minArea: number): Topology => {
  const features = cells.map(({ code, coordinates }) => ({
    type: 'Feature' as const,
    properties: { code },
    geometry: { type: 'MultiPolygon' as const, coordinates },
  }))
  const joined = topology({ units: { type: 'FeatureCollection', features } }, quantization)
  return simplify(presimplify(joined), minArea)
}

/** The units that share the first `digits` of their code, melted together: 2 voivodeships, 4 powiats, 7 gminas. */
export const shapesBy = (joined: Topology, digits: 2 | 4 | 7): Shape[] => {
  const groups = new Map<string, Geometry[]>()
  for (const unit of joined.objects.units.geometries) {
    const code = unit.properties.code.slice(0, digits)
    groups.set(code, [...(groups.get(code) ?? []), unit])
  }
  return [...groups].map(([code, units]) => ({ code, geometry: merge(joined, units) }))
}

/** The lines between units of a level inside the codes that begin with `within`, without the outer outline. */
export const bordersBy = (joined: Topology, digits: 2 | 4, within: string): MultiLineString => {
  const geometries = joined.objects.units.geometries.filter(({ properties }) =>
    properties.code.startsWith(within),
  )
  return mesh(
    joined,
    { type: 'GeometryCollection', geometries },
    (a, b) => a !== b && a.properties.code.slice(0, digits) !== b.properties.code.slice(0, digits),
  )
}
