import { Figure, SuppressionNote } from '@/app/(app)/region/parts'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { teamsFigures } from '@/lib/dashboards'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.reports.title }

/** The figures of all own teams side by side; each leads to the whole sheet of one team. */
export default definePage({
  permission: 'figures.teams',
  render: async ({ actor }) => {
    const teams = await teamsFigures.execute(actor, {})
    return (
      <>
        <PageHead
          title={m.reports.title}
          lead={m.reports.lead}
          actions={<LinkButton href={paths.indicators()}>{m.country.allDefinitions}</LinkButton>}
        />
        <DataTable
          caption={m.reports.caption}
          captionHidden
          rows={teams}
          rowId={({ id }) => id}
          empty={
            <EmptyState title={m.reports.empty} level={2}>
              {m.reports.emptyText}
            </EmptyState>
          }
          columns={[
            {
              key: 'team',
              label: m.reports.team,
              cell: (row) => <AppLink href={paths.teamFigures(row.id)}>{row.name}</AppLink>,
            },
            {
              key: 'institutions',
              label: m.reports.institutions,
              numeric: true,
              cell: (row) => row.institutions,
            },
            {
              key: 'families',
              label: m.reports.families,
              numeric: true,
              cell: (row) => <Figure shown={row.families} />,
            },
            {
              key: 'finished',
              label: m.reports.finished,
              numeric: true,
              cell: (row) => <Figure shown={row.finished} />,
            },
            {
              key: 'success',
              label: m.reports.success,
              numeric: true,
              cell: (row) => (row.successShare === null ? '–' : m.table.percent(row.successShare)),
            },
          ]}
        />
        {teams.length > 0 && <SuppressionNote />}
      </>
    )
  },
})
