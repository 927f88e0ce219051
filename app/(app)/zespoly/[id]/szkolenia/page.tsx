import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import { schoolMessages } from '@/lib/messages/pl/school'
import { teamTrainings } from '@/lib/school'
import { definePage } from '@/lib/web/define-page'
import { readPage } from '@/lib/web/read-page'

const m = schoolMessages.trainings
export const metadata = { title: m.teamTitle }

/** Names and trainings of the people of one team, for who leads it. */
export default definePage({
  permission: 'school.ofTeam',
  render: async ({ params }) => {
    const { rows } = await readPage((read) => read(teamTrainings, { teamId: params.id ?? '' }))
    return (
      <Section id="szkolenia" title={m.teamTitle} lead={m.teamLead}>
        <DataTable
          caption={m.caption}
          captionHidden
          rows={rows}
          rowId={({ id }) => id}
          empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
          columns={[
            { key: 'who', label: m.columns.who, cell: (r) => r.person },
            { key: 'house', label: m.columns.house, cell: (r) => r.institution },
            { key: 'what', label: m.columns.what, cell: (r) => r.title },
            { key: 'when', label: m.columns.when, cell: (r) => formatDate(r.heldOn) },
            { key: 'number', label: m.columns.number, cell: (r) => r.certificate },
          ]}
        />
      </Section>
    )
  },
})
