import { Offer, OverOffer } from '@/app/(app)/przekazania/offer'
import { EmptyState, Notice } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { transferMessages } from '@/lib/messages/pl/transfers'
import { today } from '@/lib/platform/clock'
import { listOffers } from '@/lib/transfers'
import { definePage } from '@/lib/web/define-page'

const m = transferMessages.offers
export const metadata = { title: m.title }

/** Families that other teams offer to the own one: numbers and ordinary difficulties, nobody's name. */
export default definePage({
  permission: 'transfer.offers',
  render: async ({ actor, search }) => {
    const offers = await listOffers.execute(actor, {})
    const waiting = offers.filter(({ status }) => status === 'offered')
    const over = offers.filter(({ status }) => status !== 'offered')
    const done = search.zrobione
    return (
      <div className="task">
        <PageHead title={m.title} lead={m.lead} />
        {(done === 'przyjeto' || done === 'odmowiono') && (
          <Notice tone="good" role="status" className="mb-4">
            {transferMessages.done[done]}
          </Notice>
        )}
        {offers.length === 0 && (
          <EmptyState title={m.empty} level={2}>
            {m.emptyText}
          </EmptyState>
        )}
        {waiting.length > 0 && (
          <Section id="czekaja" title={m.waiting}>
            {waiting.map((offer) => (
              <Offer key={offer.id} offer={offer} today={today()} />
            ))}
          </Section>
        )}
        {over.length > 0 && (
          <Section id="po-odpowiedzi" title={m.over}>
            {over.map((offer) => (
              <OverOffer key={offer.id} offer={offer} />
            ))}
          </Section>
        )}
      </div>
    )
  },
})
