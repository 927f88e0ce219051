import { LetterList } from '@/components/programme/letter-list'
import { LinkButton } from '@/components/ui/button'
import { Pager } from '@/components/ui/list-tools'
import { DoneNotice, EmptyState } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { programmeMessages } from '@/lib/messages/pl/programme'
import { letterMessages as m } from '@/lib/messages/pl/team-letters'
import { listLetters } from '@/lib/programme'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.sentTitle }

/** What the ROPS wrote to leaders. */
export default definePage({
  permission: 'letter.list',
  render: async ({ actor, search }) => {
    const list = await listLetters.execute(actor, { cursor: search.od ?? '' })
    const at = (od: string | null) => (od ? withParams(paths.letters(), { od }) : undefined)
    return (
      <>
        <Crumbs
          items={[{ label: programmeMessages.title, href: paths.programme() }, { label: m.sentTitle }]}
        />
        <PageHead
          title={m.sentTitle}
          lead={m.sentLead}
          actions={
            <LinkButton href={paths.letterNew({})} icon="mail">
              {m.write}
            </LinkButton>
          }
        />
        <DoneNotice>{search.zrobione === 'wyslano' ? m.sent : undefined}</DoneNotice>
        {list.rows.length === 0 ? (
          <EmptyState level={2} title={m.sentNone}>
            {m.sentNoneText}
          </EmptyState>
        ) : (
          <>
            <Sheet pad className="mt-4">
              <LetterList letters={list.rows} reached />
            </Sheet>
            <Pager
              shown={m.shown(list.rows.length)}
              previousHref={at(list.previous)}
              nextHref={at(list.next)}
            />
          </>
        )}
      </>
    )
  },
})
