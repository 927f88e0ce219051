import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import type { ComboOption } from '@/components/ui/combobox-options'
import { DataTable } from '@/components/ui/data-table'
import { Select } from '@/components/ui/inputs'
import { Pager, SearchForm } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { institutionKinds } from '@/lib/catalogue'
import { type InstitutionRow, listInstitutions } from '@/lib/institutions'
import { importMessages } from '@/lib/messages/pl/imports'
import { institutionMessages as m } from '@/lib/messages/pl/institutions'
import { peopleMessages } from '@/lib/messages/pl/people'
import type { Actor } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import { definePage, type Search } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const href = (search: Search, change: Search): string =>
  withParams(paths.institutions(), {
    q: search.q,
    rodzaj: search.rodzaj,
    poziom: search.poziom,
    gdzie: search.gdzie,
    zakonczone: search.zakonczone,
    ...change,
  })

const columns = [
  {
    key: 'name',
    label: m.columns.name,
    cell: (row: InstitutionRow) => (
      <>
        <AppLink href={paths.institution(row.id)}>{row.name}</AppLink>
        {row.ended && <span className="block font-normal muted">{m.ended}</span>}
        {row.sample && <span className="block font-normal muted">{m.sample}</span>}
      </>
    ),
  },
  { key: 'kind', label: m.columns.kind, cell: (row: InstitutionRow) => row.kindName },
  { key: 'seat', label: m.columns.seat, cell: (row: InstitutionRow) => row.seat },
]

const Filter = ({ search, unit }: { search: Search; unit: ComboOption | null }) => {
  const filtered = Boolean(search.q || search.rodzaj || search.poziom || search.gdzie)
  return (
    <div className="stack-4 mb-4">
      <SearchForm
        action={paths.institutions()}
        label={m.search}
        defaultValue={search.q ?? ''}
        keep={{ zakonczone: search.zakonczone }}
        clearHref={filtered ? paths.institutions() : undefined}
      >
        <Select
          name="rodzaj"
          label={m.kind}
          defaultValue={search.rodzaj ?? ''}
          placeholder={m.allKinds}
          options={institutionKinds().map(({ key, namePl }) => ({ value: key, label: namePl }))}
        />
        <Select
          name="poziom"
          label={m.level}
          defaultValue={search.poziom ?? ''}
          placeholder={m.allLevels}
          options={Object.entries(m.levels).map(([value, label]) => ({ value, label }))}
        />
        <Combobox name="gdzie" label={m.unit} src="/api/terytorium" defaultValue={unit ?? undefined} />
      </SearchForm>
      <AppLink href={href(search, { zakonczone: search.zakonczone ? undefined : 'tak' })}>
        {search.zakonczone ? m.onlyLive : m.withEnded}
      </AppLink>
    </div>
  )
}

/** The address may hold anything; what is no code filters nothing. */
const unitOf = (text: string | undefined): string | undefined =>
  /^(\d{2}|\d{4}|\d{7})$/u.test(text ?? '') ? text : undefined

/** What may be added, and how. */
const Actions = ({ actor, mayCreate }: { actor: Actor; mayCreate: boolean }) => (
  <>
    {mayCreate && (
      <LinkButton href={paths.institutionNew()} variant={1} icon="plus">
        {m.add}
      </LinkButton>
    )}
    {couldEver(actor, 'import.prepare') && <AppLink href={paths.imports()}>{importMessages.open}</AppLink>}
    {couldEver(actor, 'people.createRops') && (
      <LinkButton href={paths.ropsNew()} icon="plus">
        {peopleMessages.rops.title}
      </LinkButton>
    )}
  </>
)

/** The registry of institutions. */
export default definePage({
  permission: 'institution.list',
  render: async ({ actor, search }) => {
    const list = await listInstitutions.execute(actor, {
      text: search.q ?? '',
      kind: search.rodzaj || undefined,
      level: search.poziom || undefined,
      unit: unitOf(search.gdzie),
      ended: search.zakonczone === 'tak',
      cursor: search.od ?? '',
    })
    return (
      <>
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={<Actions actor={actor} mayCreate={list.mayCreate} />}
        />
        <Filter search={search} unit={list.unit} />
        <DataTable
          caption={m.caption}
          captionHidden
          rows={list.rows}
          rowId={({ id }) => id}
          columns={columns}
          empty={
            <EmptyState title={m.nothing} level={2}>
              {m.nothingText}
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
