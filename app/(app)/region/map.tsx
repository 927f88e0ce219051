import { type MapClass, RegionMap } from '@/components/charts/region-map'
import { boundsOf, type TeamState } from '@/lib/dashboards'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { loadMap } from '@/lib/territory'
import { paths } from '@/lib/web/paths'

const classOf = {
  active: 4,
  missing: 3,
  expiring: 5,
  suspended: 2,
  forming: 1,
  none: 'none',
} as const satisfies Record<TeamState, MapClass>

const order = ['active', 'missing', 'expiring', 'suspended', 'forming', 'none'] as const

/** Gminas of a voivodeship, or of one powiat cut out of it, by the state of their team. */
export const GminaMap = async ({
  code,
  name,
  states,
}: {
  code: string
  name: string
  states: ReadonlyMap<string, TeamState>
}) => {
  const map = await loadMap({ level: 'gmina', wojewodztwo: code.slice(0, 2) })
  const units = map.units.filter((unit) => unit.code.startsWith(code))
  const box = boundsOf(units.map((unit) => unit.d))
  const whole = code.length === 2
  // The map is of one year; a gmina that changed its kind since has another seventh digit in the same place.
  const byPlace = new Map([...states].map(([gmina, state]) => [gmina.slice(0, 6), state]))
  const counts = new Map(order.map((state) => [state, 0]))
  for (const state of states.values()) counts.set(state, (counts.get(state) ?? 0) + 1)
  return (
    <RegionMap
      id="mapa-gmin"
      title={m.map.regionTitle(name, units.length)}
      viewBox={whole ? map.viewBox : `${box.x} ${box.y} ${box.width} ${box.height}`}
      borders={whole ? map.borders : undefined}
      units={units.map((unit) => {
        const state = byPlace.get(unit.code.slice(0, 6)) ?? 'none'
        return {
          ...unit,
          class: classOf[state],
          value: m.states[state],
          href: whole ? paths.region(unit.code.slice(0, 4)) : undefined,
        }
      })}
      legend={order
        .filter((state) => (counts.get(state) ?? 0) > 0)
        .map((state) => ({
          class: classOf[state],
          label: m.map.legend(m.states[state], counts.get(state) ?? 0),
        }))}
      valueLabel={m.map.value}
      source={m.map.source}
      tableElsewhere
    />
  )
}
