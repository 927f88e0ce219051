import { confirmOffers } from '@/app/(app)/instytucje/[id]/uslugi/actions'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormHidden } from '@/components/ui/form-fields'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge, ToneText } from '@/components/ui/status'
import type { OfferedService } from '@/lib/institutions'
import { catalogueMessages } from '@/lib/messages/pl/catalogue'
import { offerMessages as m } from '@/lib/messages/pl/offers'
import { paths } from '@/lib/web/paths'

/** Places, queue and conditions in one line; empty where nothing is known. */
export const offerFacts = ({
  freePlaces,
  places,
  waitingDays,
  conditions,
  retired,
}: OfferedService): string =>
  [
    m.places(freePlaces, places),
    waitingDays === null ? null : m.waiting(waitingDays),
    conditions,
    retired && catalogueMessages.retired,
  ]
    .filter(Boolean)
    .join(', ')

/** Who said so last and when, and that it is long ago. */
export const Confirmed = ({ offer }: { offer: OfferedService }) => (
  <p className="row">
    <span className="muted">{m.confirmedOn(offer.confirmedOn, offer.confirmedBy)}</span>
    {!offer.byItself && offer.confirmedFor && <span className="muted">{m.byOther(offer.confirmedFor)}</span>}
    {offer.old && <StatusBadge tone="mine">{m.old}</StatusBadge>}
  </p>
)

const seen = (offer: OfferedService): string => `${offer.serviceKey}:${offer.version}`

const Row = ({ id, offer }: { id: string; offer: OfferedService }) => (
  <li className="offer">
    <div>
      <h3>{offer.name}</h3>
      {offerFacts(offer) && <p>{offerFacts(offer)}</p>}
      <Confirmed offer={offer} />
    </div>
    <div className="acts">
      <ActionForm
        action={confirmOffers}
        label={`${m.confirm}: ${offer.name}`}
        submitLabel={m.confirm}
        submitVariant={offer.old ? 2 : 3}
        inline
        small
      >
        <FormHidden name="institutionId" value={id} />
        <FormHidden name="seen" value={seen(offer)} />
      </ActionForm>
      <LinkButton href={paths.institutionService(id, offer.serviceKey)} variant={3} small inline>
        {m.mend}
        <span className="vh">: {offer.name}</span>
      </LinkButton>
    </div>
  </li>
)

/** What is offered today, the old words first, and one button that says that all of it still stands. */
export const Offered = ({ id, offers }: { id: string; offers: readonly OfferedService[] }) => {
  if (offers.length === 0) return <p className="soft">{m.presentNone}</p>
  const old = offers.filter((offer) => offer.old).length
  const rows = [...offers].sort((a, b) => Number(b.old) - Number(a.old))
  return (
    <div className="stack-4">
      <Sheet pad className="row between">
        <ToneText tone={old > 0 ? 'mine' : 'done'}>{old > 0 ? m.toConfirm(old) : m.allFresh}</ToneText>
        <ActionForm
          action={confirmOffers}
          label={m.confirmAll(offers.length)}
          submitLabel={m.confirmAll(offers.length)}
          submitVariant={old > 0 ? 1 : 2}
          inline
        >
          <FormHidden name="institutionId" value={id} />
          {offers.map((offer) => (
            <FormHidden key={offer.serviceKey} name="seen" value={seen(offer)} />
          ))}
        </ActionForm>
      </Sheet>
      <Sheet>
        <ul>
          {rows.map((offer) => (
            <Row key={offer.serviceKey} id={id} offer={offer} />
          ))}
        </ul>
      </Sheet>
    </div>
  )
}
