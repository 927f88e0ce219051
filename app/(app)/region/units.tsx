import { Figure, WaitFigure } from '@/app/(app)/region/parts'
import { AppLink } from '@/components/ui/app-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Muted, StatusBadge, type Tone } from '@/components/ui/status'
import type { TeamState, UnitFigures } from '@/lib/dashboards'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { paths } from '@/lib/web/paths'

/** Two gminas of one powiat may bear the same name (the town and the gmina around it). */
export const nameOf = ({ name, kind }: { readonly name: string; readonly kind?: number | null }): string =>
  kind === 1 || kind === 2 || kind === 3 ? m.table.withKind(name, m.table.kinds[kind]) : name

/** Where a gmina leads: its team where this person may open it, a new one where there is none and this person may found it. */
export const gminaHref = (
  { code, state, teamId }: Pick<UnitFigures, 'code' | 'state' | 'teamId'>,
  teams: ReadonlySet<string>,
  mayFound: boolean,
): string | undefined => {
  if (teamId && teams.has(teamId)) return paths.team(teamId)
  return mayFound && (state ?? 'none') === 'none' ? paths.teamNew(code) : undefined
}

const stateTone = {
  active: 'done',
  expiring: 'late',
  missing: 'mine',
  meeting: 'mine',
  lines: 'mine',
  suspended: 'off',
  forming: 'going',
  none: 'off',
} as const satisfies Record<TeamState, Tone>

const familyColumns: readonly Column<UnitFigures>[] = [
  { key: 'families', label: m.table.families, numeric: true, cell: (row) => <Figure shown={row.families} /> },
  { key: 'days', label: m.table.days, numeric: true, cell: (row) => <WaitFigure wait={row.wait} /> },
  {
    key: 'finished',
    label: m.table.finished,
    numeric: true,
    cell: (row) => (
      <>
        <Figure shown={row.finished} />
        {row.successShare !== null && (
          <span className="block">
            <Muted nowrap>{m.table.ofThem(row.successShare)}</Muted>
          </span>
        )}
      </>
    ),
  },
]

const teamColumn: Column<UnitFigures> = {
  key: 'teams',
  label: m.table.teamsOf,
  numeric: true,
  cell: (row) => m.table.teamsOfValue(row.working, row.gminas),
}

const stateColumn: Column<UnitFigures> = {
  key: 'state',
  label: m.table.state,
  cell: ({ state }) => (
    <StatusBadge tone={stateTone[state ?? 'none']}>{m.states[state ?? 'none']}</StatusBadge>
  ),
}

type Level = 'wojewodztwo' | 'powiat' | 'gmina'

/** Units one level down with their figures: the map's twin and the keyboard's way in. */
export const UnitTable = ({
  rows,
  total,
  level,
  totalLabel,
  teams,
  mayFound = false,
}: {
  rows: readonly UnitFigures[]
  total: UnitFigures
  level: Level
  totalLabel: string
  /** Teams that this person may open. */
  teams: ReadonlySet<string>
  /** This person founds teams: a gmina without one leads to its new team. */
  mayFound?: boolean
}) => {
  const captions = { wojewodztwo: m.table.wojewodztwa, powiat: m.table.powiaty, gmina: m.table.gminy }
  const name: Column<UnitFigures> = {
    key: 'name',
    label: m.table.unit[level],
    cell: (row) => {
      if (level !== 'gmina') return <AppLink href={paths.region(row.code)}>{row.name}</AppLink>
      const href = gminaHref(row, teams, mayFound)
      return href ? <AppLink href={href}>{nameOf(row)}</AppLink> : nameOf(row)
    },
  }
  const columns = [name, level === 'gmina' ? stateColumn : teamColumn, ...familyColumns]
  const foot = columns.map((column, i) =>
    i === 0 ? totalLabel : column === stateColumn ? '' : column.cell(total),
  )
  return (
    <>
      <DataTable
        caption={captions[level]}
        captionHidden
        tight
        rows={rows}
        rowId={(row) => row.code}
        columns={columns}
        foot={foot}
      />
      <p className="muted mt-3">
        {m.table.explained} <AppLink href={paths.indicators()}>{m.country.allDefinitions}</AppLink>
      </p>
    </>
  )
}
