import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/messages'
import { Few } from '@/components/ui/status'
import type { Shown } from '@/lib/dashboards'
import { formatNumber } from '@/lib/format/plural'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'

/** A count, or why it is not shown. */
export const Figure = ({ shown }: { shown: Shown }) => {
  if (shown.kind === 'count') return formatNumber(shown.value)
  return shown.kind === 'few' ? <Few /> : <Few>{m.suppression.hiddenWord}</Few>
}

const Nothing = () => (
  <span className="muted">
    <span aria-hidden="true">–</span>
    <span className="vh">{m.table.none}</span>
  </span>
)

export const WaitFigure = ({ wait }: { wait: { median: number } | null }) =>
  wait ? formatNumber(wait.median) : <Nothing />

/** What <5 and "ukryte" mean; stands under every table of figures. */
export const SuppressionNote = () => (
  <Notice icon="lock" className="mt-4">
    <Few /> {m.suppression.few} <Few>{m.suppression.hiddenWord}</Few> {m.suppression.hidden}{' '}
    {m.suppression.none}
  </Notice>
)

type CountRow = { key: string; name: string; shown: Shown }

/** Names and counts, the total as the last line. */
export const CountTable = ({
  caption,
  columns,
  rows,
  total,
  totalLabel,
}: {
  caption: string
  columns: readonly [string, string]
  rows: readonly CountRow[]
  total: Shown
  totalLabel: string
}) => (
  <DataTable
    caption={caption}
    captionHidden
    tight
    keepTable
    rows={rows}
    rowId={(row) => row.key}
    columns={[
      { key: 'name', label: columns[0], cell: (row) => row.name },
      { key: 'count', label: columns[1], numeric: true, cell: (row) => <Figure shown={row.shown} /> },
    ]}
    foot={[totalLabel, <Figure key="total" shown={total} />]}
  />
)
