import { answerTransfer } from '@/app/(app)/przekazania/actions'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormChoices, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { DefinitionList } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge, ToneText } from '@/components/ui/status'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import { transferMessages } from '@/lib/messages/pl/transfers'
import type { TransferOffer } from '@/lib/transfers'
import { paths } from '@/lib/web/paths'

const m = transferMessages.offers

const title = (offer: TransferOffer): string => m.from(offer.fromTeam, offer.fromGmina)

const Head = ({ offer }: { offer: TransferOffer }) => {
  const state = transferMessages.status[offer.status]
  return (
    <div className="row between mb-4">
      <h3>{title(offer)}</h3>
      <StatusBadge tone={state.tone}>{state.name}</StatusBadge>
    </div>
  )
}

const caller = ({ askedBy, fromInstitution, phone }: TransferOffer): string =>
  [askedBy, fromInstitution, phone && formatPhone(phone)].filter(Boolean).join(', ')

const Facts = ({ offer, today }: { offer: TransferOffer; today: IsoDate | null }) => (
  <DefinitionList
    items={[
      { term: m.to, value: offer.team },
      ...(offer.persons === null
        ? []
        : [
            { term: m.who, value: m.persons(offer.persons, offer.children ?? 0) },
            {
              term: m.needs,
              value: (
                <>
                  {offer.needs.length > 0 ? offer.needs.join(', ') : m.noNeeds}
                  <span className="block soft">{m.needsNote}</span>
                </>
              ),
            },
          ]),
      { term: m.moved, value: formatDate(offer.movedOn) },
      ...(today
        ? [
            {
              term: m.due,
              value:
                offer.dueOn < today ? (
                  <ToneText tone="late">{transferMessages.live.late(offer.dueOn)}</ToneText>
                ) : (
                  formatDate(offer.dueOn)
                ),
            },
          ]
        : []),
      { term: m.call, value: caller(offer) },
      { term: transferMessages.live.answer, value: offer.answerNote },
    ]}
  />
)

/** A question that waits, with its answer on the same sheet. */
export const Offer = ({ offer, today }: { offer: TransferOffer; today: IsoDate }) => (
  <Sheet pad className="mb-4">
    <Head offer={offer} />
    <div className="mb-4">
      <Facts offer={offer} today={today} />
    </div>
    <ActionForm action={answerTransfer} submitLabel={m.submit} label={m.answerTo(title(offer))}>
      <FormHidden name="transferId" value={offer.id} />
      <FormHidden name="version" value={offer.version} />
      <FormChoices
        name="answer"
        legend={m.answer}
        options={[
          { value: 'accept', label: m.accept, hint: m.acceptHint },
          { value: 'decline', label: m.decline, hint: m.declineHint },
        ]}
        required
      />
      <FormTextArea name="note" label={m.note} hint={m.noteHint} rows={2} maxLength={1000} optional />
    </ActionForm>
  </Sheet>
)

/** What was answered, and where the family stands now. */
export const OverOffer = ({ offer }: { offer: TransferOffer }) => (
  <Sheet pad className="mb-4">
    <Head offer={offer} />
    <Facts offer={offer} today={null} />
    {offer.status === 'accepted' && <p className="soft">{m.waitsFamily}</p>}
    {offer.newCaseId && (
      <LinkButton href={paths.case(offer.newCaseId)} icon="arrow">
        {m.openCase}
      </LinkButton>
    )}
  </Sheet>
)
