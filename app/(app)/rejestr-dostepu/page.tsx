import { LookTable } from '@/components/cases/look-table'
import { AppLink } from '@/components/ui/app-link'
import { ChipLinks } from '@/components/ui/choices'
import { DateInput, TextInput } from '@/components/ui/inputs'
import { Pager, SearchForm } from '@/components/ui/list-tools'
import { PageHead } from '@/components/ui/page-head'
import { accessLog } from '@/lib/audit'
import { accessMessages as m } from '@/lib/messages/pl/access'
import { couldEver } from '@/lib/policy/decide'
import { definePage, type Search } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const kinds = ['all', 'read', 'write', 'denied'] as const

type Filters = {
  readonly kind: (typeof kinds)[number]
  readonly numer: string
  readonly kto: string
  readonly od: string
  readonly do: string
}

const filtersOf = (search: Search): Filters => ({
  kind: kinds.find((k) => k === search.kind) ?? 'all',
  numer: search.numer ?? '',
  kto: search.kto ?? '',
  od: search.od ?? '',
  do: search.do ?? '',
})

const Tools = ({ filters }: { filters: Filters }) => (
  <SearchForm
    action={paths.accessLog()}
    label={m.number}
    name="numer"
    defaultValue={filters.numer}
    keep={{ kind: filters.kind }}
    clearHref={filters.numer || filters.kto || filters.od || filters.do ? paths.accessLog() : undefined}
  >
    <TextInput name="kto" label={m.who} defaultValue={filters.kto} optional />
    <DateInput name="od" label={m.from} defaultValue={filters.od} hint="" optional />
    <DateInput name="do" label={m.to} defaultValue={filters.do} hint="" optional />
  </SearchForm>
)

/** Who saw this family, and why: by the number of the case, by person or institution, by date. */
export default definePage({
  permission: 'audit.list',
  render: async ({ actor, search }) => {
    const filters = filtersOf(search)
    const page = await accessLog.execute(actor, {
      kind: filters.kind,
      number: filters.numer,
      who: filters.kto,
      from: filters.od,
      to: filters.do,
      cursor: search.strona ?? '',
    })
    const here = (change: Record<string, string | undefined>) =>
      withParams(paths.accessLog(), { ...filters, ...change })
    return (
      <>
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            couldEver(actor, 'audit.duplicates') && (
              <AppLink href={paths.duplicateSearches()}>{m.duplicates}</AppLink>
            )
          }
        />
        <Tools filters={filters} />
        <div className="mt-4">
          <ChipLinks
            label={m.kind}
            items={kinds.map((k) => ({
              href: here({ kind: k }),
              label: m.kinds[k],
              pressed: k === filters.kind,
            }))}
          />
        </div>
        <div className="mt-4">
          <LookTable looks={page.rows} withCase={m.case} />
          <Pager
            shown={page.rows.length > 0 && m.shown(page.rows.length)}
            previousHref={page.previous ? here({ strona: page.previous }) : undefined}
            nextHref={page.next ? here({ strona: page.next }) : undefined}
          />
        </div>
      </>
    )
  },
})
