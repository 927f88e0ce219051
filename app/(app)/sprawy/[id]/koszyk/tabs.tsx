import { Tabs } from '@/components/ui/tabs'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { paths } from '@/lib/web/paths'

const m = basketMessages.tabs

/** Two views of one basket: what it lacks and what is in it; when, who and for how much. */
export const BasketTabs = ({ caseId, current }: { caseId: string; current: 'lines' | 'picture' }) => (
  <Tabs
    top
    label={m.label}
    items={[
      { href: paths.caseBasket(caseId), label: m.lines, current: current === 'lines' },
      { href: paths.caseBasketPicture(caseId), label: m.picture, current: current === 'picture' },
    ]}
  />
)
