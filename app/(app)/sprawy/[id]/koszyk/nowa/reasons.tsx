import { ToneText } from '@/components/ui/status'
import type { Offer, Reason } from '@/lib/baskets'
import { proposalMessages as m } from '@/lib/messages/pl/proposals'

const r = m.reasons

/** One reason in words that fit after "bo" and after "ale". */
const wordsOf = (reason: Reason): string => {
  switch (reason.kind) {
    case 'declared':
      return r.declared(reason.on)
    case 'unconfirmed':
      return r.unconfirmed(reason.on)
    case 'near':
      return r.near[reason.nearness](reason.km)
    case 'far':
      return r.far(reason.km)
    case 'places':
      return r.places(reason.free, reason.all)
    case 'waiting':
    case 'longWaiting':
      return r.waiting(reason.days)
    case 'results':
      return r[reason.result]
    default:
      return r[reason.kind]
  }
}

const sentence = (reasons: readonly Reason[]): string => `${reasons.map(wordsOf).join('; ')}.`

/** Why this institution, what speaks against it, and under which conditions. */
export const OfferReasons = ({ offer }: { offer: Offer }) => (
  <div className="why">
    <p>
      <b>{m.because}</b> {sentence(offer.pros)}
    </p>
    {offer.cons.length > 0 && (
      <p>
        <ToneText tone={offer.refused ? 'late' : 'mine'}>
          <b>{m.but}</b> {sentence(offer.cons)}
        </ToneText>
      </p>
    )}
    {offer.conditions && (
      <p className="soft">
        {m.conditions} {offer.conditions}
      </p>
    )}
  </div>
)
