import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { StatusBadge } from '@/components/ui/status'
import { formatInstant } from '@/lib/format/dates'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { questionMessages as m } from '@/lib/messages/pl/questions'
import type { QuestionRow } from '@/lib/questions'
import { paths } from '@/lib/web/paths'

/** Where a question stands, and on whom it waits. */
export const QuestionBadge = ({ row }: { row: QuestionRow }) => {
  if (row.status === 'withdrawn') return <StatusBadge tone="off">{m.state.withdrawn}</StatusBadge>
  if (row.endedOn) return <StatusBadge tone="off">{m.state.ended}</StatusBadge>
  if (row.status === 'answered') return <StatusBadge tone="done">{m.state.answered}</StatusBadge>
  if (row.mine) return <StatusBadge tone="mine">{m.state.mine}</StatusBadge>
  return (
    <StatusBadge tone="wait">{row.assigned ? m.state.assigned(row.assigned) : m.state.asked}</StatusBadge>
  )
}

/** Questions as a table; the question leads on. */
export const QuestionTable = ({ caption, rows }: { caption: string; rows: readonly QuestionRow[] }) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={rows}
    rowId={({ id }) => id}
    columns={[
      {
        key: 'what',
        label: m.columns.what,
        cell: (row) => (
          <>
            <AppLink href={paths.question(row.id)}>{row.title}</AppLink>
            {row.status === 'asked' && row.team && (
              <span className="block font-normal muted">{row.team}</span>
            )}
          </>
        ),
      },
      { key: 'theme', label: m.columns.theme, cell: (row) => knowledgeMessages.theme[row.theme] },
      { key: 'law', label: m.columns.law, cell: (row) => row.law },
      { key: 'state', label: m.columns.state, cell: (row) => <QuestionBadge row={row} /> },
      {
        key: 'asked',
        label: m.columns.asked,
        cell: (row) => <span className="nowrap">{formatInstant(row.askedAt)}</span>,
      },
    ]}
  />
)
