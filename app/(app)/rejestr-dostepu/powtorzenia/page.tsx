import { DataTable } from '@/components/ui/data-table'
import { Pager } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { duplicateSearches } from '@/lib/audit'
import { formatInstant } from '@/lib/format/dates'
import { accessMessages, duplicateMessages as m } from '@/lib/messages/pl/access'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

export default definePage({
  permission: 'audit.duplicates',
  render: async ({ actor, search }) => {
    const page = await duplicateSearches.execute(actor, { before: search.przed })
    return (
      <>
        <Crumbs items={[{ label: accessMessages.title, href: paths.accessLog() }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.lead} />
        <DataTable
          caption={m.caption}
          captionHidden
          rows={page.rows}
          rowId={({ id }) => id}
          empty={<EmptyState title={m.empty} level={2} />}
          columns={[
            { key: 'at', label: m.at, cell: (r) => <span className="num">{formatInstant(r.at)}</span> },
            { key: 'who', label: m.who, cell: (r) => r.person ?? '–' },
            { key: 'institution', label: m.institution, cell: (r) => r.institution ?? '–' },
            { key: 'number', label: m.number, cell: (r) => r.number ?? m.ofOthers },
            { key: 'reason', label: m.reason, cell: (r) => r.reason },
            { key: 'found', label: m.found, cell: (r) => (r.found ? m.known : m.unknown) },
          ]}
        />
        <Pager
          shown={page.rows.length > 0 && m.shown(page.rows.length)}
          nextHref={page.next ? withParams(paths.duplicateSearches(), { przed: page.next }) : undefined}
        />
      </>
    )
  },
})
