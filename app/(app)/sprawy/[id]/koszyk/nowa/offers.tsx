import { recordUnmet } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge, ToneText } from '@/components/ui/status'
import type { ProposalPage } from '@/lib/baskets'
import { basketMessages } from '@/lib/messages/pl/basket-page'

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

export const OfferReasons = ({ offer }: { offer: Offer }) => (
  <ul className="key">
    <li>
      <ToneText tone={offer.reason === 'declared' ? 'done' : 'wait'}>
        {offer.reason === 'declared' ? m.declared : m.task}
      </ToneText>
    </li>
    {offer.waitingDays !== null && <li>{m.waiting(offer.waitingDays)}</li>}
    {offer.places !== null && offer.places > 0 && <li>{m.places(offer.places)}</li>}
    {!offer.inTeam && (
      <li>
        <ToneText tone="mine">{m.outside}</ToneText>
      </li>
    )}
    {offer.refused && (
      <li>
        <ToneText tone="late">{m.refused}</ToneText>
      </li>
    )}
  </ul>
)

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

/** Nobody here does it: a figure for the council and the ROPS. */
const Unmet = ({ caseId, page }: { caseId: string; page: ProposalPage }) => (
  <Sheet pad className="mt-4">
    <h3>{m.unmetTitle}</h3>
    <p className="soft">{m.unmetText}</p>
    <ActionForm action={recordUnmet} submitLabel={m.unmet} submitVariant={2} label={m.unmet}>
      <FormHidden name="caseId" value={caseId} />
      <FormHidden name="needId" value={page.need.id} />
      <FormHidden name="version" value={page.need.version} />
      <FormSelect
        name="serviceKey"
        label={m.unmetService}
        options={page.proposals.map((p) => ({ value: p.service.key, label: p.service.name }))}
        optional
      />
    </ActionForm>
  </Sheet>
)

/** For each service that answers the need, who offers it here and why it stands where it stands. */
export const Offers = ({ caseId, mayUnmet, ...place }: Place & { caseId: string; mayUnmet: boolean }) => {
  const { page } = place
  const offered = page.proposals.filter((p) => p.offers.length > 0)
  const empty = page.proposals.filter((p) => p.offers.length === 0)
  return (
    <div>
      {offered.map((proposal) => (
        <Service key={proposal.service.key} place={place} proposal={proposal} />
      ))}
      {offered.length === 0 && <p className="muted">{m.nobody}</p>}
      {empty.length > 0 && (
        <Disclosure summary={m.more(empty.length)}>
          <ul className="stack">
            {empty.map((p) => (
              <li key={p.service.key}>{p.service.name}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {mayUnmet && page.mayCreate && <Unmet caseId={caseId} page={page} />}
    </div>
  )
}
