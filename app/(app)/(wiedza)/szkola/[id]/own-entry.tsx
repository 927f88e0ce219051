import { signOff, signUp, signUpPeople } from '@/app/(app)/(wiedza)/szkola/actions'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormChoices, FormHidden } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { schoolMessages } from '@/lib/messages/pl/school'
import type { EventPage } from '@/lib/school'
import { paths } from '@/lib/web/paths'

const m = schoolMessages.page

const SignUp = ({ event }: { event: EventPage }) => (
  <>
    <p className="soft">
      {event.state === 'full' ? m.fullText : schoolMessages.free(event.places - event.signed)}
    </p>
    <ActionForm
      action={signUp}
      submitLabel={event.state === 'full' ? m.signUpFull : m.signUp}
      label={m.signUp}
    >
      <FormHidden name="eventId" value={event.id} />
    </ActionForm>
  </>
)

/** My place: to take, to wait for, to give back; afterwards my certificate. */
export const OwnEntry = ({ event }: { event: EventPage }) => {
  const { own, open } = event
  if (!own) return open && event.may['school.signUp'] ? <SignUp event={event} /> : null
  return (
    <>
      <p>{own.state === 'waiting' ? m.waiting(event.ahead) : m.signed}</p>
      {own.certificate && (
        <p className="mt-2">
          <LinkButton href={paths.certificate(own.id)} icon="seal" inline>
            {schoolMessages.certificate}
          </LinkButton>
        </p>
      )}
      {open && (
        <div className="mt-2">
          <ActionForm action={signOff} submitLabel={m.signOff} submitVariant={2} label={m.signOff} inline>
            <FormHidden name="entryId" value={own.id} />
          </ActionForm>
          <p className="muted">{m.signOffHint}</p>
        </div>
      )}
    </>
  )
}

/** A head of the house signs up its people. */
export const HouseEntry = ({ event }: { event: EventPage }) =>
  event.colleagues.length > 0 ? (
    <Section id="instytucja" title={m.house} lead={m.houseLead}>
      <Sheet pad>
        <Disclosure summary={m.houseWho}>
          <ActionForm action={signUpPeople} submitLabel={m.houseSubmit} submitVariant={2} label={m.house}>
            <FormHidden name="eventId" value={event.id} />
            <FormChoices name="userIds" legend={m.houseWho} options={event.colleagues} multiple columns />
          </ActionForm>
        </Disclosure>
      </Sheet>
    </Section>
  ) : null
