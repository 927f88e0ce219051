import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { Select } from '@/components/ui/inputs'
import { SearchForm } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import { schoolMessages } from '@/lib/messages/pl/school'
import { listTrainings } from '@/lib/school'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = schoolMessages.trainings
export const metadata = { title: m.title }

/** Who in which team has which training. */
export default definePage({
  permission: 'school.trainings',
  render: async ({ search }) => {
    const { q = '', zespol = '', wydarzenie = '' } = search
    const list = await readPage((read) => read(listTrainings, { q, teamId: zespol, eventId: wydarzenie }))
    return (
      <>
        <Crumbs items={[{ label: schoolMessages.title, href: paths.school() }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.lead} />
        <SearchForm
          action={paths.trainings()}
          label={m.search}
          defaultValue={q}
          clearHref={q || zespol || wydarzenie ? paths.trainings() : undefined}
        >
          <Select
            name="zespol"
            label={m.team}
            defaultValue={zespol}
            placeholder={m.anyTeam}
            options={list.teams}
          />
          <Select
            name="wydarzenie"
            label={m.event}
            defaultValue={wydarzenie}
            placeholder={m.anyEvent}
            options={list.events}
          />
        </SearchForm>
        <div className="mt-4">
          {list.all > list.rows.length && <p className="muted">{m.more(list.all)}</p>}
          <DataTable
            caption={m.caption}
            captionHidden
            rows={list.rows}
            rowId={({ id }) => id}
            empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
            columns={[
              { key: 'who', label: m.columns.who, cell: (r) => r.person ?? '' },
              { key: 'house', label: m.columns.house, cell: (r) => r.institution },
              {
                key: 'teams',
                label: m.columns.teams,
                cell: (r) => r.teams.map((t) => t.name).join(', ') || m.noTeam,
              },
              {
                key: 'what',
                label: m.columns.what,
                cell: (r) => <AppLink href={paths.schoolEvent(r.event.id)}>{r.event.title}</AppLink>,
              },
              { key: 'when', label: m.columns.when, cell: (r) => formatDate(r.heldOn) },
              {
                key: 'number',
                label: m.columns.number,
                cell: (r) => <AppLink href={paths.certificate(r.id)}>{r.certificate}</AppLink>,
              },
            ]}
          />
        </div>
      </>
    )
  },
})
