import { AppLink } from '@/components/ui/app-link'
import { ChipLinks } from '@/components/ui/choices'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Pager, SearchForm } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { StatusBadge, ToneText } from '@/components/ui/status'
import { stageNames } from '@/lib/messages/pl/cases'
import { privacyMessages as m } from '@/lib/messages/pl/privacy'
import { consentRegister, type RegisterRow, registerFilters } from '@/lib/privacy'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const Clauses = ({ row }: { row: RegisterRow }) => {
  if (row.persons === 0) return <span className="muted">{m.nobody}</span>
  return row.withoutClause === 0 ? (
    <ToneText tone="done">{m.clausesDone}</ToneText>
  ) : (
    <ToneText tone="mine">{m.clausesMissing(row.withoutClause)}</ToneText>
  )
}

const columns: readonly Column<RegisterRow>[] = [
  {
    key: 'number',
    label: m.number,
    cell: (r) => (
      <AppLink href={paths.consentFile(r.id)} className="num">
        {r.number}
      </AppLink>
    ),
  },
  {
    key: 'stage',
    label: m.stage,
    cell: (r) => <StatusBadge tone={stageNames[r.status].tone}>{stageNames[r.status].name}</StatusBadge>,
  },
  { key: 'granted', label: m.granted, numeric: true, cell: (r) => r.granted },
  { key: 'refused', label: m.refused, numeric: true, cell: (r) => r.refused },
  { key: 'withdrawn', label: m.withdrawn, numeric: true, cell: (r) => r.withdrawn },
  { key: 'expired', label: m.expired, numeric: true, cell: (r) => r.expired },
  { key: 'bases', label: m.bases, numeric: true, cell: (r) => r.bases },
  { key: 'institutions', label: m.institutions, numeric: true, cell: (r) => r.institutions },
  { key: 'clauses', label: m.clauses, cell: (r) => <Clauses row={r} /> },
]

/** The officer's list: how the consents of each case of the own unit stand. */
export default definePage({
  permission: 'privacy.consents',
  render: async ({ actor, search }) => {
    const only = registerFilters.find((f) => f === search.tylko) ?? 'all'
    const numer = search.numer ?? ''
    const list = await consentRegister.execute(actor, { number: numer, only, after: search.po })
    const here = (change: Record<string, string | undefined>) =>
      withParams(paths.consentRegister(), { numer, tylko: only, ...change })
    return (
      <>
        <PageHead title={m.title} lead={m.lead} />
        <SearchForm
          action={paths.consentRegister()}
          label={m.number}
          name="numer"
          defaultValue={numer}
          keep={{ tylko: only }}
          clearHref={numer ? here({ numer: undefined }) : undefined}
        />
        <div className="mt-4">
          <ChipLinks
            label={m.only}
            items={registerFilters.map((f) => ({
              href: here({ tylko: f }),
              label: m.filters[f],
              pressed: f === only,
            }))}
          />
        </div>
        <div className="mt-4">
          <DataTable
            caption={m.caption}
            captionHidden
            rows={list.rows}
            rowId={({ id }) => id}
            columns={columns}
            empty={
              <EmptyState title={m.empty} level={2}>
                {m.emptyText}
              </EmptyState>
            }
          />
          <Pager
            shown={list.rows.length > 0 && m.shown(list.rows.length)}
            nextHref={list.next ? here({ po: list.next }) : undefined}
          />
        </div>
      </>
    )
  },
})
