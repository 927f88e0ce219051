import { LookTable } from '@/components/cases/look-table'
import { ChipLinks } from '@/components/ui/choices'
import { Pager } from '@/components/ui/list-tools'
import { PageHead } from '@/components/ui/page-head'
import { accessLog } from '@/lib/audit'
import { accessMessages as m } from '@/lib/messages/pl/access'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const kinds = ['all', 'read', 'write', 'denied'] as const

export default definePage({
  permission: 'audit.list',
  render: async ({ actor, search }) => {
    const kind = kinds.find((k) => k === search.kind) ?? 'all'
    const page = await accessLog.execute(actor, { kind, before: search.before } as never)
    const href = (query: Record<string, string>) => `${paths.accessLog()}?${new URLSearchParams(query)}`
    return (
      <>
        <PageHead title={m.title} lead={m.lead} />
        <ChipLinks
          label={m.kind}
          items={kinds.map((k) => ({ href: href({ kind: k }), label: m.kinds[k], pressed: k === kind }))}
        />
        <div className="mt-4">
          <LookTable looks={page.looks} withCase={m.case} />
          <Pager nextHref={page.next ? href({ kind, before: page.next }) : undefined} />
        </div>
      </>
    )
  },
})
