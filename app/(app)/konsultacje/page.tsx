import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { StatusBadge } from '@/components/ui/status'
import { type ConsultationRow, listConsultations } from '@/lib/consultations'
import { formatDate, formatInstant } from '@/lib/format/dates'
import { consultationMessages } from '@/lib/messages/pl/consultations'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = consultationMessages.list
export const metadata = { title: m.title }

const State = ({ row }: { row: ConsultationRow }) => {
  if (!row.live) return <StatusBadge tone="off">{m.over}</StatusBadge>
  if (row.opinions === 0) return <StatusBadge tone="mine">{m.waits}</StatusBadge>
  return <StatusBadge tone="done">{m.answered(row.opinions)}</StatusBadge>
}

/** What the expert was asked; an ended one keeps its question and opens no more. */
export default definePage({
  permission: 'consultation.list',
  render: async ({ actor }) => (
    <>
      <PageHead title={m.title} lead={m.lead} />
      <DataTable
        caption={m.caption}
        captionHidden
        rows={await listConsultations.execute(actor, {})}
        rowId={({ id }) => id}
        empty={
          <EmptyState title={m.empty} level={2}>
            {m.emptyText}
          </EmptyState>
        }
        columns={[
          {
            key: 'question',
            label: m.question,
            cell: (row) =>
              row.live ? <AppLink href={paths.consultation(row.id)}>{row.question}</AppLink> : row.question,
          },
          { key: 'asker', label: m.asker, cell: (row) => row.asker },
          { key: 'opened', label: m.opened, cell: (row) => formatInstant(row.openedAt) },
          { key: 'until', label: m.until, cell: (row) => formatDate(row.endsOn) },
          { key: 'state', label: m.state, cell: (row) => <State row={row} /> },
        ]}
      />
    </>
  ),
})
