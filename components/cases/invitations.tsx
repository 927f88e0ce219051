import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'

const m = caseWorkMessages.invitations

type Invitation = {
  id: string
  number: string
  teamName: string
  purpose: string | null
  invitedOn: IsoDate
}
type Staff = readonly { userId: string; name: string }[]

const Answer = ({
  invitation,
  staff,
  action,
}: {
  invitation: Invitation
  staff: Staff
  action: FormAction
}) => (
  <div className="stack">
    <Disclosure summary={m.accept}>
      <ActionForm action={action} submitLabel={m.accept} label={`${m.accept}: ${invitation.number}`}>
        <FormHidden name="participantId" value={invitation.id} />
        <FormHidden name="answer" value="accept" />
        <FormSelect
          name="userId"
          label={m.person}
          required
          options={staff.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
      </ActionForm>
    </Disclosure>
    <Disclosure summary={m.decline}>
      <ActionForm
        action={action}
        submitLabel={m.decline}
        submitVariant={2}
        label={`${m.decline}: ${invitation.number}`}
      >
        <FormHidden name="participantId" value={invitation.id} />
        <FormHidden name="answer" value="decline" />
        <FormText name="reason" label={m.reason} required />
      </ActionForm>
    </Disclosure>
  </div>
)

/** What the own institution is asked to take part in: number and purpose, nothing of the family. */
export const Invitations = ({
  invitations,
  staff,
  action,
}: {
  invitations: readonly Invitation[]
  staff: Staff
  action: FormAction
}) =>
  invitations.length === 0 ? null : (
    <Section id="zaproszenia" title={m.title} lead={m.lead}>
      {invitations.map((invitation) => (
        <Sheet key={invitation.id} pad className="stack mb-4">
          <p>
            <b>{m.row(invitation.number, invitation.teamName)}</b>
            <br />
            <span className="soft">
              {[invitation.purpose, m.since(formatDate(invitation.invitedOn))].filter(Boolean).join(', ')}
            </span>
          </p>
          <Answer invitation={invitation} staff={staff} action={action} />
        </Sheet>
      ))}
    </Section>
  )
