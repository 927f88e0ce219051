import { gminaHref } from '@/app/(app)/region/units'
import { type MapClass, RegionMap } from '@/components/charts/region-map'
import { boundsOf, type GminaTeam, type TeamState } from '@/lib/dashboards'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { loadMap } from '@/lib/territory'
import { paths } from '@/lib/web/paths'

/** What the map tells apart; why a team is at risk is said by its gmina and by the table. */
const order = ['active', 'risk', 'suspended', 'forming', 'none'] as const
type Kind = (typeof order)[number]

const classOf = {
  active: 4,
  risk: 5,
  suspended: 2,
  forming: 1,
  none: 'none',
} as const satisfies Record<Kind, MapClass>

const kindOf = {
  active: 'active',
  missing: 'risk',
  expiring: 'risk',
  meeting: 'risk',
  lines: 'risk',
  suspended: 'suspended',
  forming: 'forming',
  none: 'none',
} as const satisfies Record<TeamState, Kind>

/** Gminas of a voivodeship, or of one powiat cut out of it, by the state of their team. */
export const GminaMap = async ({
  code,
  name,
  teams,
  visible,
  mayFound,
}: {
  code: string
  name: string
  teams: readonly GminaTeam[]
  /** Teams that this person may open. */
  visible: ReadonlySet<string>
  mayFound: boolean
}) => {
  const map = await loadMap({ level: 'gmina', wojewodztwo: code.slice(0, 2) })
  const units = map.units.filter((unit) => unit.code.startsWith(code))
  const box = boundsOf(units.map((unit) => unit.d))
  const whole = code.length === 2
  // The map is of one year; a gmina that changed its kind since has another seventh digit in the same place.
  const byPlace = new Map(teams.map((team) => [team.gmina.slice(0, 6), team]))
  const counts = new Map<Kind, number>()
  for (const { state } of teams) counts.set(kindOf[state], (counts.get(kindOf[state]) ?? 0) + 1)
  const hrefOf = (unitCode: string, team: GminaTeam | undefined): string | undefined => {
    if (whole) return paths.region(unitCode.slice(0, 4))
    return team && gminaHref({ ...team, code: team.gmina }, visible, mayFound)
  }
  return (
    <RegionMap
      id="mapa-gmin"
      title={m.map.regionTitle(name, units.length)}
      viewBox={whole ? map.viewBox : `${box.x} ${box.y} ${box.width} ${box.height}`}
      borders={whole ? map.borders : undefined}
      units={units.map((unit) => {
        const team = byPlace.get(unit.code.slice(0, 6))
        const state = team?.state ?? 'none'
        return {
          ...unit,
          class: classOf[kindOf[state]],
          value: m.states[state],
          href: hrefOf(unit.code, team),
        }
      })}
      legend={order
        .filter((kind) => (counts.get(kind) ?? 0) > 0)
        .map((kind) => ({
          class: classOf[kind],
          label: m.map.legend(m.map.kinds[kind], counts.get(kind) ?? 0),
        }))}
      valueLabel={m.map.value}
      source={m.map.source}
      names={!whole}
      tableElsewhere
    />
  )
}
