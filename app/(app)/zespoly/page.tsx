import { filters, href, narrowed } from '@/app/(app)/zespoly/filters'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { ChipLinks } from '@/components/ui/choices'
import { DataTable } from '@/components/ui/data-table'
import { Pager, SearchForm } from '@/components/ui/list-tools'
import { EmptyState, Notice } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { StatusBadge, ToneText } from '@/components/ui/status'
import { formatDate } from '@/lib/format/dates'
import { glanceMessages } from '@/lib/messages/pl/glance'
import { letterMessages } from '@/lib/messages/pl/team-letters'
import { teamMessages, teamStatusNames, teamTones } from '@/lib/messages/pl/teams'
import { variantMessages } from '@/lib/messages/pl/variant-pages'
import { versionWords } from '@/lib/messages/pl/variants'
import { couldEver } from '@/lib/policy/decide'
import { listTeams, type TeamRow } from '@/lib/teams'
import { definePage, type Search } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = teamMessages.list
export const metadata = { title: m.title }

const Until = ({ row }: { row: TeamRow }) =>
  row.agreementTo === null ? (
    '–'
  ) : row.agreementExpired ? (
    <ToneText tone="late">{m.expired(row.agreementTo)}</ToneText>
  ) : (
    formatDate(row.agreementTo)
  )

const columns = (search: Search) => [
  {
    key: 'name',
    label: m.columns.name,
    sort: {
      href: href(search, { sort: undefined }),
      now: search.sort === 'zmiana' ? undefined : ('ascending' as const),
    },
    cell: (r: TeamRow) => <AppLink href={paths.team(r.id)}>{r.name}</AppLink>,
  },
  { key: 'powiat', label: m.columns.powiat, cell: (r: TeamRow) => r.powiat },
  {
    key: 'status',
    label: m.columns.status,
    sort: {
      href: href(search, { sort: 'zmiana' }),
      now: search.sort === 'zmiana' ? ('descending' as const) : undefined,
    },
    cell: (r: TeamRow) => <StatusBadge tone={teamTones[r.status]}>{teamStatusNames[r.status]}</StatusBadge>,
  },
  {
    key: 'variant',
    label: m.columns.variant,
    cell: (r: TeamRow) => versionWords.after(`${r.variantKey}. ${r.variantName}`, r.versionNumber),
  },
  {
    key: 'parties',
    label: m.columns.parties,
    cell: (r: TeamRow) => (r.status === 'agreement' ? m.signedOf(r.signed, r.parties) : m.parties(r.parties)),
  },
  { key: 'until', label: m.columns.until, cell: (r: TeamRow) => <Until row={r} /> },
]

export default definePage({
  permission: 'team.list',
  render: async ({ actor, search }) => {
    const { q = '', etap, ryzyko, sort, od = '' } = search
    const only = narrowed(search)
    const list = await listTeams.execute(actor, {
      text: q,
      status: etap,
      risk: ryzyko,
      sort,
      cursor: od,
    })
    const filtered = q !== '' || etap !== undefined || ryzyko !== undefined
    return (
      <>
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            <>
              <LinkButton href={paths.models()} variant={3}>
                {variantMessages.link}
              </LinkButton>
              {couldEver(actor, 'letter.send') && (
                <LinkButton href={paths.letterNew({ q, etap, ryzyko })} icon="mail">
                  {letterMessages.write}
                </LinkButton>
              )}
              {list.mayCreate && (
                <LinkButton href={paths.teamNew()} variant={1} icon="plus">
                  {m.create}
                </LinkButton>
              )}
            </>
          }
        />
        <div className="stack-4 mb-4">
          <SearchForm
            action={paths.teams()}
            label={m.search}
            defaultValue={q}
            keep={{ etap, ryzyko, sort: search.sort }}
            clearHref={filtered ? paths.teams() : undefined}
          />
          <ChipLinks label={m.statusFilter} items={filters(search)} />
          {only && (
            <Notice>
              {glanceMessages.teamsOf(only)}{' '}
              <AppLink href={paths.teams()}>{glanceMessages.wholeList}</AppLink>
            </Notice>
          )}
        </div>
        <DataTable
          caption={m.caption}
          captionHidden
          rows={list.rows}
          rowId={(r) => r.id}
          columns={columns(search)}
          empty={
            <EmptyState
              level={2}
              title={filtered ? m.nothing : m.empty}
              actions={
                !filtered && list.mayCreate ? (
                  <LinkButton href={paths.teamNew()}>{m.create}</LinkButton>
                ) : undefined
              }
            >
              {filtered ? m.nothingText : list.mayCreate ? m.emptyCreate : m.emptyOther}
            </EmptyState>
          }
        />
        {list.rows.length > 0 && (
          <Pager
            shown={m.shown(list.rows.length)}
            previousHref={list.previous ? href(search, { od: list.previous }) : undefined}
            nextHref={list.next ? href(search, { od: list.next }) : undefined}
          />
        )}
      </>
    )
  },
})
