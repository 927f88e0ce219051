/** The parts of the TopoJSON packages that the map script uses; they ship no types of their own. */
declare module 'topojson-client' {
  import type { FeatureCollection, MultiLineString, MultiPolygon } from 'geojson'
  import type { Geometry, Topology } from '@/scripts/map/topology'

  export const feature: (topology: unknown, object: unknown) => FeatureCollection
  export const merge: (topology: Topology, objects: readonly Geometry[]) => MultiPolygon
  export const mesh: (
    topology: Topology,
    object: { type: 'GeometryCollection'; geometries: readonly Geometry[] },
    filter: (a: Geometry, b: Geometry) => boolean,
  ) => MultiLineString
}

declare module 'topojson-server' {
  import type { FeatureCollection } from 'geojson'
  import type { Topology } from '@/scripts/map/topology'

  export const topology: (objects: { units: FeatureCollection }, quantization: number) => Topology
}

declare module 'topojson-simplify' {
  import type { Topology } from '@/scripts/map/topology'

  export const presimplify: (topology: Topology) => Topology
  export const simplify: (topology: Topology, minWeight: number) => Topology
}
