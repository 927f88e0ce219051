import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { Select } from '@/components/ui/inputs'
import { SearchForm } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { formatDate } from '@/lib/format/dates'
import { templateMessages as m } from '@/lib/messages/pl/templates'
import type { TemplateRow } from '@/lib/templates'

type Option = { value: string; label: string }
type SearchProps = {
  action: string
  q: string
  problem: string
  problems: readonly Option[]
  children?: React.ReactNode
}

/** Search by words and by the type of problem. */
export const TemplateSearch = ({ action, q, problem, problems, children }: SearchProps) => (
  <SearchForm action={action} label={m.search} defaultValue={q} clearHref={q || problem ? action : undefined}>
    <Select
      name="problem"
      label={m.problem}
      defaultValue={problem}
      placeholder={m.anyProblem}
      options={problems}
    />
    {children}
  </SearchForm>
)

const notes = (row: TemplateRow & { fits?: boolean }): string =>
  [
    row.fits && m.fits,
    row.shared ? m.state.shared : row.offered && m.state.offered,
    row.retiredOn && m.state.retired(formatDate(row.retiredOn)),
  ]
    .filter(Boolean)
    .join(' · ')

type TableProps = { rows: readonly (TemplateRow & { fits?: boolean })[]; href: (id: string) => string }

/** Templates as a table; the name leads on. */
export const TemplateTable = ({ rows, href }: TableProps) => (
  <DataTable
    caption={m.caption}
    captionHidden
    rows={rows}
    rowId={({ id }) => id}
    empty={<EmptyState title={m.none}>{m.noneText}</EmptyState>}
    columns={[
      {
        key: 'name',
        label: m.columns.name,
        cell: (row) => (
          <>
            <AppLink href={href(row.id)}>{row.name}</AppLink>
            {row.description && <span className="block font-normal muted">{row.description}</span>}
            {notes(row) && <span className="block font-normal muted">{notes(row)}</span>}
          </>
        ),
      },
      { key: 'problem', label: m.columns.problem, cell: (row) => row.problem },
      { key: 'services', label: m.columns.services, cell: (row) => m.services(row.services) },
      {
        key: 'from',
        label: m.columns.from,
        cell: (row) => row.team ?? (row.shared ? m.region : m.otherTeam),
      },
    ]}
  />
)
