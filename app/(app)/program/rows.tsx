import { NextStage } from '@/app/(app)/program/stage-words'
import { nameOf } from '@/app/(app)/region/units'
import { AppLink } from '@/components/ui/app-link'
import { type Column, DataTable } from '@/components/ui/data-table'
import { FormCheckbox } from '@/components/ui/form-fields'
import { programmeMessages as m } from '@/lib/messages/pl/programme'
import type { ProgrammeRow } from '@/lib/programme'
import { paths } from '@/lib/web/paths'

type Sort = (key?: string) => Column<ProgrammeRow>['sort']

const columnsOf = (sort: Sort): Column<ProgrammeRow>[] => [
  {
    key: 'gmina',
    label: m.columns.gmina,
    sort: sort('nazwa'),
    cell: (row) => <AppLink href={paths.programmeGmina(row.code)}>{nameOf(row)}</AppLink>,
  },
  { key: 'powiat', label: m.columns.powiat, sort: sort('powiat'), cell: (row) => row.powiat },
  {
    key: 'stands',
    label: m.columns.stands,
    cell: (row) => (row.standsAt ? m.stages[row.standsAt] : m.notStarted),
  },
  {
    key: 'next',
    label: m.columns.next,
    sort: sort(),
    cell: (row) =>
      row.inPlan ? <NextStage stage={row.next} /> : <span className="muted">{m.outOfPlan}</span>,
  },
  {
    key: 'animator',
    label: m.columns.animator,
    cell: (row) => row.animator ?? <span className="muted">{m.nobody}</span>,
  },
]

/** Gminas to choose from: the name is the box, and nothing is known of them yet but their powiat. */
const choosingOf = (columns: Column<ProgrammeRow>[]): Column<ProgrammeRow>[] => [
  {
    key: 'choose',
    label: m.columns.gmina,
    cell: (row) => <FormCheckbox name="gminas" id={`g-${row.code}`} value={row.code} label={nameOf(row)} />,
  },
  ...columns.filter(({ key }) => key === 'powiat'),
]

/** Gminas of the region; `choosing` makes each a box to tick. */
export const ProgrammeRows = ({
  rows,
  sort,
  choosing = false,
}: {
  rows: readonly ProgrammeRow[]
  sort: Sort
  choosing?: boolean
}) => (
  <DataTable
    caption={m.caption}
    captionHidden
    rows={rows}
    rowId={(row) => row.code}
    columns={choosing ? choosingOf(columnsOf(sort)) : columnsOf(sort)}
  />
)
