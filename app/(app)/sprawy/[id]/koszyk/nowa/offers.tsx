import { OfferReasons } from '@/app/(app)/sprawy/[id]/koszyk/nowa/reasons'
import { Unmet } from '@/app/(app)/sprawy/[id]/koszyk/nowa/unmet'
import { LinkButton } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import type { ProposalPage } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { proposalMessages } from '@/lib/messages/pl/proposals'

const m = basketMessages.fresh

type Proposal = ProposalPage['proposals'][number]
type Offer = Proposal['offers'][number]

type Place = {
  /** page of this choice; what is chosen stands in its address */
  base: string
  page: ProposalPage
  /** the refused or queued line, instead of which somebody else is asked */
  replacesId?: string
}

const pickHref = ({ base, page, replacesId }: Place, serviceKey: string, offer: Offer): string => {
  const instead = replacesId ? `&zamiast=${replacesId}` : ''
  return `${base}?potrzeba=${page.need.id}&usluga=${serviceKey}&wykonawca=${offer.institutionId}${instead}#formularz`
}

const OfferRow = ({ place, proposal, offer }: { place: Place; proposal: Proposal; offer: Offer }) => {
  const { page } = place
  const chosen =
    page.chosen?.serviceKey === proposal.service.key && page.chosen.providerId === offer.institutionId
  return (
    <li className={classNames('offer', offer.refused && 'no')}>
      <div>
        <h4>{offer.name}</h4>
        <OfferReasons offer={offer} />
      </div>
      <div className="acts">
        {chosen ? (
          <StatusBadge tone="done">{m.picked}</StatusBadge>
        ) : (
          <LinkButton href={pickHref(place, proposal.service.key, offer)} small inline>
            {m.pick}
            <span className="vh">
              : {proposal.service.name}, {offer.name}
            </span>
          </LinkButton>
        )}
      </div>
    </li>
  )
}

const Service = ({ place, proposal }: { place: Place; proposal: Proposal }) => (
  <section className="mt-4" aria-labelledby={`usluga-${proposal.service.key}`}>
    <h3 id={`usluga-${proposal.service.key}`}>
      {proposal.service.name}
      {proposal.service.core && <span className="muted">, {m.core}</span>}
    </h3>
    <Sheet className="mt-2">
      <ol>
        {proposal.offers.map((offer) => (
          <OfferRow key={offer.institutionId} place={place} proposal={proposal} offer={offer} />
        ))}
      </ol>
    </Sheet>
  </section>
)

/** For each service that answers the need, who offers it here and why it stands where it stands. */
export const Offers = ({ mayUnmet, ...place }: Place & { mayUnmet: boolean }) => {
  const offered = place.page.proposals.filter((p) => p.offers.length > 0)
  return (
    <div>
      {offered.map((proposal) => (
        <Service key={proposal.service.key} place={place} proposal={proposal} />
      ))}
      {offered.length === 0 && <p className="muted">{m.nobody}</p>}
      {offered.length > 0 && <p className="soft mt-4">{proposalMessages.results}</p>}
      {mayUnmet && <Unmet page={place.page} />}
    </div>
  )
}
