import { DataTable } from '@/components/ui/data-table'
import type { HandoverSeat, HandoverThing } from '@/lib/handover'
import { handoverMessages as m } from '@/lib/messages/pl/handover'
import { caseOf, seatOf, whatOf, whyNot } from './words'

type ThingsProps = { caption: string; things: readonly HandoverThing[]; why?: boolean }

/** Cases and services, each on a row; with the reason where something stays. */
export const Things = ({ caption, things, why }: ThingsProps) => (
  <DataTable
    caption={caption}
    rows={things}
    rowId={({ id }) => id}
    columns={[
      { key: 'case', label: m.table.case, cell: caseOf },
      { key: 'what', label: m.table.what, cell: whatOf },
      ...(why ? [{ key: 'why', label: m.table.why, cell: whyNot }] : []),
    ]}
  />
)

type SeatsProps = { caption: string; seats: readonly HandoverSeat[]; why?: boolean }

/** Places in teams, each on a row; with the reason where one stays. */
export const Seats = ({ caption, seats, why }: SeatsProps) => (
  <DataTable
    caption={caption}
    rows={seats}
    rowId={({ key }) => key}
    columns={[
      { key: 'what', label: m.table.what, cell: seatOf },
      ...(why ? [{ key: 'why', label: m.table.why, cell: whyNot }] : []),
    ]}
  />
)
