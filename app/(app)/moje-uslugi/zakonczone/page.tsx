import { EndedLines } from '@/app/(app)/moje-uslugi/ended'
import { Pager } from '@/components/ui/list-tools'
import { EmptyState } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { endedServices } from '@/lib/baskets'
import { serviceMessages } from '@/lib/messages/pl/baskets'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const m = serviceMessages.endedEarlier
export const metadata = { title: m.title }

/** What ended, also long ago: a provider is asked about it when the family comes back. */
export default definePage({
  permission: 'service.ended',
  render: async ({ actor, search }) => {
    const page = await endedServices.execute(actor, { cursor: search.od ?? '' })
    const at = (od: string | null) => (od ? withParams(paths.myEndedServices(), { od }) : undefined)
    return (
      <div className="task">
        <Crumbs items={[{ label: serviceMessages.title, href: paths.myServices() }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.lead} />
        {page.rows.length === 0 ? (
          <EmptyState title={m.empty} level={2} />
        ) : (
          <EndedLines lines={page.rows} label={m.title} />
        )}
        <Pager
          shown={page.rows.length > 0 && m.shown(page.rows.length)}
          previousHref={at(page.previous)}
          nextHref={at(page.next)}
        />
      </div>
    )
  },
})
