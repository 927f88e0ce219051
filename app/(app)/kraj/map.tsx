import { type MapClass, RegionMap } from '@/components/charts/region-map'
import type { UnitFigures } from '@/lib/dashboards'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { loadMap } from '@/lib/territory'
import { paths } from '@/lib/web/paths'

export type MapMeasure = keyof typeof m.country.measures
export const mapMeasures = Object.keys(m.country.measures) as MapMeasure[]

/** Upper ends of the first four classes. */
const steps: Readonly<Record<MapMeasure, readonly [number, number, number, number]>> = {
  dni: [30, 38, 46, 55],
  zespoly: [20, 40, 60, 80],
  powodzenie: [40, 55, 65, 75],
}

const figureOf = (measure: MapMeasure, row: UnitFigures): number | null => {
  if (measure === 'dni') return row.wait?.median ?? null
  if (measure === 'powodzenie') return row.successShare
  return row.working === 0 ? null : Math.round((100 * row.working) / row.gminas)
}

const classOf = (measure: MapMeasure, row: UnitFigures): MapClass => {
  const value = figureOf(measure, row)
  if (value === null) return row.working === 0 ? 'none' : 'few'
  const step = steps[measure].findIndex((end) => value <= end)
  return ([1, 2, 3, 4, 5] as const)[step < 0 ? 4 : step] ?? 5
}

const words = (measure: MapMeasure, row: UnitFigures): string => {
  const value = figureOf(measure, row)
  if (value === null) return row.working === 0 ? m.country.noTeam : m.country.few
  return measure === 'dni' ? m.country.days(value) : m.country.percent(value)
}

/** All powiats by one indicator; each is a way into its region. */
export const CountryMap = async ({
  measure,
  powiats,
}: {
  measure: MapMeasure
  powiats: readonly UnitFigures[]
}) => {
  const map = await loadMap({ level: 'powiat' })
  const rows = new Map(powiats.map((row) => [row.code, row]))
  const units = map.units.flatMap((unit) => {
    const row = rows.get(unit.code)
    if (!row) return []
    const value = words(measure, row)
    return [{ ...unit, class: classOf(measure, row), value, href: paths.region(unit.code) }]
  })
  return (
    <RegionMap
      id="mapa-kraju"
      title={m.country.mapOf[measure]}
      viewBox={map.viewBox}
      borders={map.borders}
      units={units}
      legend={[
        ...m.country.scales[measure].map((label, i) => ({
          class: ([1, 2, 3, 4, 5] as const)[i] ?? 5,
          label,
        })),
        { class: 'few' as const, label: m.country.few },
        { class: 'none' as const, label: m.country.noTeam },
      ]}
      valueLabel={m.country.measures[measure]}
      source={m.map.source}
    />
  )
}
