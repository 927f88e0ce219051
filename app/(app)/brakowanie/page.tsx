import { DestroyedLists, Reached, WaitingLists } from '@/app/(app)/brakowanie/lists'
import { Holds, Terms } from '@/app/(app)/brakowanie/rules'
import { PageHead } from '@/components/ui/page-head'
import { destructionMessages as m } from '@/lib/messages/pl/destruction'
import { listDestruction } from '@/lib/retention'
import { definePage } from '@/lib/web/define-page'

export const metadata = { title: m.title }

/** Brakowanie in the own unit: what waits for a person first, then what may go, what is held, what is gone. */
export default definePage({
  permission: 'destruction.list',
  render: async ({ actor, search }) => {
    const view = await listDestruction.execute(actor, { cursor: search.od ?? '' })
    return (
      <>
        <PageHead title={m.title} lead={m.lead} />
        <WaitingLists view={view} />
        <Reached view={view} />
        <Holds view={view} />
        <DestroyedLists view={view} />
        <Terms view={view} />
      </>
    )
  },
})
