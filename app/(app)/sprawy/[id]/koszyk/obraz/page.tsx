import { redirect } from 'next/navigation'
import { Ecomap } from '@/app/(app)/sprawy/[id]/koszyk/obraz/ecomap'
import { Money } from '@/app/(app)/sprawy/[id]/koszyk/obraz/money'
import { Timeline } from '@/app/(app)/sprawy/[id]/koszyk/obraz/timeline'
import { BasketTabs } from '@/app/(app)/sprawy/[id]/koszyk/tabs'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/messages'
import { listDeliveries, listLines } from '@/lib/baskets'
import { basketMessages as m } from '@/lib/messages/pl/basket-page'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.tabs.picture }

export default definePage({
  permission: 'line.list',
  render: async ({ params }) => {
    const caseId = params.id ?? ''
    const { basket, deliveries } = await readPage(async (read) => {
      const lines = await read(listLines, { caseId, around: true })
      return { basket: lines, deliveries: lines.provider ? [] : await read(listDeliveries, { caseId }) }
    })
    if (basket.provider) redirect(paths.myServices())
    return (
      <>
        <BasketTabs caseId={caseId} current="picture" />
        {basket.lines.length === 0 && (
          <EmptyState
            title={m.lines.empty}
            actions={<LinkButton href={paths.caseBasket(caseId)}>{m.tabs.lines}</LinkButton>}
          >
            {m.tabs.empty}
          </EmptyState>
        )}
        <Timeline basket={basket} deliveries={deliveries} />
        <Ecomap basket={basket} />
        <Money money={basket.money} />
      </>
    )
  },
})
