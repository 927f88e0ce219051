import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { StatusBadge } from '@/components/ui/status'
import { formatDate } from '@/lib/format/dates'
import type { MeetingRow } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'

type MeetingTableProps = {
  caption: string
  rows: readonly MeetingRow[]
  href: (id: string) => string
  empty: ReactNode
}

/** Meetings with their days, places and stages. */
export const MeetingTable = ({ caption, rows, href, empty }: MeetingTableProps) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={rows}
    rowId={({ id }) => id}
    empty={empty}
    columns={[
      {
        key: 'day',
        label: m.columns.day,
        cell: (r) => (
          <AppLink href={href(r.id)}>
            {formatDate(r.heldOn)}, {r.startsAt}
          </AppLink>
        ),
      },
      { key: 'place', label: m.columns.place, cell: (r) => r.place },
      {
        key: 'status',
        label: m.columns.status,
        cell: (r) => <StatusBadge tone={m.status[r.status].tone}>{m.status[r.status].name}</StatusBadge>,
      },
    ]}
  />
)
