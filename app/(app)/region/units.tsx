import { Figure, WaitFigure } from '@/app/(app)/region/parts'
import { AppLink } from '@/components/ui/app-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Muted, StatusBadge, type Tone } from '@/components/ui/status'
import type { TeamState, UnitFigures } from '@/lib/dashboards'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { paths } from '@/lib/web/paths'

/** Two gminas of one powiat may bear the same name (the town and the gmina around it). */
export const nameOf = ({ name, kind }: UnitFigures): string =>
  kind === 1 || kind === 2 || kind === 3 ? m.table.withKind(name, m.table.kinds[kind]) : name

const stateTone = {
  active: 'done',
  expiring: 'late',
  missing: 'mine',
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
        {row.successShare !== null && <Muted nowrap> {m.table.ofThem(row.successShare)}</Muted>}
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
}: {
  rows: readonly UnitFigures[]
  total: UnitFigures
  level: Level
  totalLabel: string
  /** Teams that this person may open. */
  teams: ReadonlySet<string>
}) => {
  const captions = { wojewodztwo: m.table.wojewodztwa, powiat: m.table.powiaty, gmina: m.table.gminy }
  const name: Column<UnitFigures> = {
    key: 'name',
    label: m.table.unit[level],
    cell: (row) => {
      if (level !== 'gmina') return <AppLink href={paths.region(row.code)}>{row.name}</AppLink>
      return row.teamId && teams.has(row.teamId) ? (
        <AppLink href={paths.team(row.teamId)}>{nameOf(row)}</AppLink>
      ) : (
        nameOf(row)
      )
    },
  }
  const columns = [name, level === 'gmina' ? stateColumn : teamColumn, ...familyColumns]
  const foot = columns.map((column, i) =>
    i === 0 ? totalLabel : column === stateColumn ? '' : column.cell(total),
  )
  return (
    <DataTable
      caption={captions[level]}
      captionHidden
      tight
      keepTable
      rows={rows}
      rowId={(row) => row.code}
      columns={columns}
      foot={foot}
    />
  )
}
