import { OfferReasons } from '@/app/(app)/sprawy/[id]/koszyk/nowa/reasons'
import { Unmet } from '@/app/(app)/sprawy/[id]/koszyk/nowa/unmet'
import { LinkButton } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Disclosure } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import type { ProposalPage } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { proposalMessages } from '@/lib/messages/pl/proposals'

const m = basketMessages.fresh

type Proposal = ProposalPage['proposals'][number]
type Offer = Proposal['offers'][number]

/** The best of one service; the others are one click further. */
const shownAtOnce = 3

type Place = {
  /** page of this choice; what is chosen stands in its address */
  base: string
  page: ProposalPage
  /** the refused or queued line, instead of which somebody else is asked */
  replacesId?: string
  /** the decision of a meeting that the line comes out of */
  decisionId?: string
}

const pickHref = (
  { base, page, replacesId, decisionId }: Place,
  serviceKey: string,
  offer: Offer,
): string => {
  const instead = replacesId ? `&zamiast=${replacesId}` : ''
  const decided = decisionId ? `&decyzja=${decisionId}` : ''
  return `${base}?potrzeba=${page.need.id}&usluga=${serviceKey}&wykonawca=${offer.institutionId}${instead}${decided}#formularz`
}

const isChosen = ({ page: { chosen } }: Place, { service }: Proposal, offer: Offer): boolean =>
  chosen?.serviceKey === service.key && chosen.providerId === offer.institutionId

const OfferRow = ({ place, proposal, offer }: { place: Place; proposal: Proposal; offer: Offer }) => {
  const chosen = isChosen(place, proposal, offer)
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

type RowsProps = { place: Place; proposal: Proposal; offers: readonly Offer[]; start?: number }

const Rows = ({ place, proposal, offers, start }: RowsProps) => (
  <ol start={start}>
    {offers.map((offer) => (
      <OfferRow key={offer.institutionId} place={place} proposal={proposal} offer={offer} />
    ))}
  </ol>
)

const Service = ({ place, proposal }: { place: Place; proposal: Proposal }) => {
  const rest = proposal.offers.slice(shownAtOnce)
  return (
    <section className="mt-4" aria-labelledby={`usluga-${proposal.service.key}`}>
      <h3 id={`usluga-${proposal.service.key}`}>
        {proposal.service.name}
        {proposal.service.core && <span className="muted">, {m.core}</span>}
      </h3>
      <Sheet className="mt-2">
        <Rows place={place} proposal={proposal} offers={proposal.offers.slice(0, shownAtOnce)} />
        {rest.length > 0 && (
          <div className="offer">
            <Disclosure
              summary={proposalMessages.more(rest.length)}
              open={rest.some((o) => isChosen(place, proposal, o))}
            >
              <Rows place={place} proposal={proposal} offers={rest} start={shownAtOnce + 1} />
            </Disclosure>
          </div>
        )}
      </Sheet>
    </section>
  )
}

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
