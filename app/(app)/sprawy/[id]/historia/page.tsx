import { Entry, eventDay, eventTone } from '@/app/(app)/sprawy/[id]/historia/entry'
import { chosenWords, Filters, paramsOf, wantedOf } from '@/app/(app)/sprawy/[id]/historia/filters'
import { HelpStrip } from '@/components/cases/help-strip'
import { AppLink } from '@/components/ui/app-link'
import { Pager } from '@/components/ui/list-tools'
import { Timeline } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { storyMessages as m } from '@/lib/messages/pl/story'
import { type HistoryPage, readHistory } from '@/lib/story'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const Events = ({ caseId, page }: { caseId: string; page: HistoryPage }) =>
  page.events.length === 0 ? (
    <EmptyState title={chosenWords(page) ? m.nothing : m.empty}>
      {!chosenWords(page) && m.emptyText}
    </EmptyState>
  ) : (
    <Sheet pad>
      <Timeline
        events={page.events.map((event) => ({
          id: event.id,
          when: eventDay(event),
          dateTime: event.at.toISOString(),
          tone: eventTone(event),
          text: <Entry caseId={caseId} event={event} />,
        }))}
      />
    </Sheet>
  )

/** One story of the family over all institutions; each entry is there for whom its object is there. */
export default definePage({
  permission: 'case.history',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const page = await readHistory.execute(actor, {
      caseId,
      ...wantedOf(search),
      cursor: search.od ?? '',
      whole: false,
    })
    const at = (od: string | null) =>
      od ? withParams(paths.caseHistory(caseId), { ...paramsOf(page), od }) : undefined
    const print = withParams(paths.caseHistoryPrint(caseId), paramsOf(page))
    return (
      <>
        <SectionHead
          title={m.title}
          lead={m.lead}
          actions={page.events.length > 0 && <AppLink href={print}>{m.print.link}</AppLink>}
        />
        {page.help && <HelpStrip help={page.help} />}
        <Filters caseId={caseId} page={page} />
        <Events caseId={caseId} page={page} />
        <Pager
          previousHref={at(page.previous)}
          nextHref={at(page.next)}
          shown={page.events.length > 0 && m.shown(page.events.length)}
        />
      </>
    )
  },
})
