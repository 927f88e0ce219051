import { DataTable } from '@/components/ui/data-table'
import type { HandoverThing } from '@/lib/handover'
import { handoverMessages as m } from '@/lib/messages/pl/handover'
import { caseOf, whatOf, whyNot } from './words'

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
