import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { SearchForm } from '@/components/ui/list-tools'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { StatusBadge } from '@/components/ui/status'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { peopleMessages, personStates, personTones } from '@/lib/messages/pl/people'
import { roleNames } from '@/lib/messages/pl/roles'
import { listPeople, type PersonRow } from '@/lib/people'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const m = peopleMessages.list
export const metadata = { title: m.title }

const columnsFor = (institutionId: string) => [
  {
    key: 'name',
    label: m.columns.name,
    cell: (row: PersonRow) => (
      <>
        <AppLink href={paths.person(institutionId, row.userId)}>{row.name}</AppLink>
        <span className="block font-normal muted">{row.email}</span>
        {row.sample && <span className="block font-normal muted">{m.sample}</span>}
      </>
    ),
  },
  { key: 'job', label: m.columns.job, cell: (row: PersonRow) => row.jobTitle },
  {
    key: 'roles',
    label: m.columns.roles,
    cell: (row: PersonRow) => row.roles.map((role) => roleNames[role]).join(', ') || m.noRole,
  },
  {
    key: 'state',
    label: m.columns.state,
    cell: (row: PersonRow) => (
      <>
        <StatusBadge tone={personTones[row.state]}>{personStates[row.state]}</StatusBadge>
        {row.authorisationEnds && (
          <span className="block mt-2">
            <StatusBadge tone="late">{m.authorisationEnds(row.authorisationEnds)}</StatusBadge>
          </span>
        )}
      </>
    ),
  },
]

/** People of an institution with their roles; those who left on request. */
export default definePage({
  permission: 'people.list',
  render: async ({ actor, params, search }) => {
    const institutionId = params.id ?? ''
    const { q = '', dawne } = search
    const list = await listPeople.execute(actor, { institutionId, text: q, former: dawne ?? '' })
    const here = paths.people(institutionId)
    const invite = list.mayInvite && (
      <LinkButton href={paths.personNew(institutionId)} variant={1} icon="plus">
        {m.invite}
      </LinkButton>
    )
    return (
      <>
        <Crumbs
          items={[
            { label: institutionMessages.title, href: paths.institutions() },
            { label: list.institution.name, href: paths.institution(institutionId) },
            { label: m.title },
          ]}
        />
        <PageHead title={m.of(list.institution.name)} lead={m.lead(list.rows.length)} actions={invite} />
        {list.nobodyMarked && (
          <Notice tone="warn" title={m.nobodyMarked} className="mb-4">
            {m.nobodyMarkedText}
          </Notice>
        )}
        <div className="stack-4 mb-4">
          <SearchForm
            action={here}
            label={m.search}
            defaultValue={q}
            keep={{ dawne }}
            clearHref={q ? here : undefined}
          />
          <AppLink href={withParams(here, { q: q || undefined, dawne: dawne ? undefined : 'on' })}>
            {dawne ? m.current : m.former}
          </AppLink>
        </div>
        <DataTable
          caption={m.title}
          captionHidden
          rows={list.rows}
          rowId={({ userId }) => userId}
          columns={columnsFor(institutionId)}
          empty={
            <EmptyState title={q ? m.nothing : m.empty} level={2}>
              {q ? undefined : m.emptyText}
            </EmptyState>
          }
        />
      </>
    )
  },
})
