import { DoneNote } from '@/app/(app)/moje-uslugi/done-note'
import { Counter, Facts, History, Refused } from '@/app/(app)/sprawy/[id]/koszyk/[lineId]/details'
import { Steps } from '@/app/(app)/sprawy/[id]/koszyk/[lineId]/steps'
import { LineState } from '@/app/(app)/sprawy/[id]/koszyk/line-state'
import { Warnings } from '@/app/(app)/sprawy/[id]/koszyk/warnings'
import { Notice } from '@/components/ui/messages'
import { Crumbs, SectionHead } from '@/components/ui/page-head'
import { readLine } from '@/lib/baskets'
import { basketMessages as m } from '@/lib/messages/pl/basket-page'
import { today } from '@/lib/platform/clock'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

export default definePage({
  permission: 'line.read',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const page = await readLine.execute(actor, { lineId: params.lineId ?? '' })
    const { line } = page
    return (
      <>
        <Crumbs items={[{ label: m.title, href: paths.caseBasket(caseId) }, { label: line.service }]} />
        <SectionHead title={line.title ?? line.service} actions={<LineState line={line} />} />
        {search.zrobione === 'zapisano' && (
          <Notice tone="good" role="status">
            {m.doneNotes.zapisano}
          </Notice>
        )}
        <DoneNote code={search.zrobione} deliveryId={search.wpis} back={`case/${line.caseId}`} />
        <Facts page={page} />
        <Counter line={line} />
        <Refused page={page} mayCreate={page.may['line.create']} />
        <Warnings
          caseId={caseId}
          warnings={page.warnings}
          lines={[line]}
          mayJustify={page.may['line.justify']}
        />
        <Steps page={page} today={today()} />
        <History page={page} />
      </>
    )
  },
})
