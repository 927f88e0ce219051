import { ModelBadge } from '@/app/(app)/(wiedza)/konsultacje-modelu/parts'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import { modelMessages as m } from '@/lib/messages/pl/model-consultations'
import { listModelConsultations, type ModelRow } from '@/lib/model-consultations'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

const all = (row: ModelRow): string =>
  [m.count(row.remarks ?? 0), row.unanswered > 0 && m.unanswered(row.unanswered)].filter(Boolean).join(', ')

/** Consultations of the model to which I am invited, or which I keep. */
export default definePage({
  permission: 'model.list',
  render: async () => {
    const { rows, mayOpen } = await readPage((read) => read(listModelConsultations, {}))
    return (
      <>
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            mayOpen && (
              <LinkButton href={paths.modelConsultationNew()} icon="plus" inline>
                {m.open}
              </LinkButton>
            )
          }
        />
        <DataTable
          caption={m.caption}
          captionHidden
          rows={rows}
          rowId={({ id }) => id}
          empty={
            <EmptyState title={m.none} level={2}>
              {m.noneText}
            </EmptyState>
          }
          columns={[
            {
              key: 'what',
              label: m.columns.what,
              cell: (row) => <AppLink href={paths.modelConsultation(row.id)}>{row.title}</AppLink>,
            },
            { key: 'until', label: m.columns.until, cell: (row) => formatDate(row.endsOn) },
            { key: 'state', label: m.columns.state, cell: (row) => <ModelBadge state={row.state} /> },
            mayOpen
              ? { key: 'all', label: m.columns.all, cell: all }
              : { key: 'mine', label: m.columns.mine, cell: (row: ModelRow) => m.count(row.mine) },
          ]}
        />
      </>
    )
  },
})
