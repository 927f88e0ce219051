import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormTextArea } from '@/components/ui/form-fields'
import { DefinitionList, Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { addMonths } from '@/lib/calendar'
import { formatInstant } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { peopleMessages } from '@/lib/messages/pl/people'
import type { PersonView } from '@/lib/people'
import { today } from '@/lib/platform/clock'
import { IdFields, type PersonIds } from './ids'

const m = peopleMessages.person

type AdmissionProps = {
  person: PersonView
  ids: PersonIds
  resend: FormAction
  revoke: FormAction
  renew: FormAction
}

const OpenInvitation = ({ person, ids, resend, revoke }: Omit<AdmissionProps, 'renew'>) => (
  <Sheet pad className="stack-4">
    <p>
      <b className="med">{m.invitation}.</b>{' '}
      {person.state === 'invited' && person.invitation
        ? m.invitedUntil(formatInstant(new Date(person.invitation.until)))
        : m.expiredText}
    </p>
    {person.may.resend && (
      <div className="row">
        <ActionForm action={resend} label={m.resend} submitLabel={m.resend} submitVariant={2} inline small>
          <IdFields {...ids} />
        </ActionForm>
        {person.state === 'invited' && (
          <ActionForm action={revoke} label={m.revoke} submitLabel={m.revoke} submitVariant={3} inline small>
            <IdFields {...ids} />
          </ActionForm>
        )}
      </div>
    )}
  </Sheet>
)

const RenewForm = ({ person, ids, renew }: Pick<AdmissionProps, 'person' | 'ids' | 'renew'>) => (
  <div className="mt-4">
    <Disclosure summary={m.renew}>
      <ActionForm action={renew} label={m.renew} submitLabel={m.renew} submitVariant={2}>
        <p className="hint">{m.renewHint}</p>
        <IdFields {...ids} />
        <FormTextArea
          name="scope"
          label={peopleMessages.invite.scope}
          defaultValue={person.authorisation?.scope ?? peopleMessages.invite.scopeDefault}
          maxLength={1000}
          required
        />
        <FormDate
          name="validTo"
          label={peopleMessages.invite.validTo}
          defaultValue={addMonths(today(), 12)}
          required
        />
      </ActionForm>
    </Disclosure>
  </div>
)

/** The named authorisation (domain 8.1 R3) and the invitation by which the person comes in. */
export const Admission = (props: AdmissionProps) => {
  const { authorisation, invitation, may } = props.person
  return (
    <Section id="upowaznienie" title={m.authorisation}>
      {authorisation ? (
        <Sheet pad className="stack-4">
          {authorisation.expired && authorisation.to && (
            <Notice tone="warn">{m.expired(authorisation.to)}</Notice>
          )}
          <p>{authorisation.scope}</p>
          <DefinitionList
            items={[
              { term: m.valid, value: m.period(authorisation.from, authorisation.to) },
              {
                term: m.acknowledgement,
                value: authorisation.acknowledged ? m.acknowledged : m.notAcknowledged,
              },
            ]}
          />
        </Sheet>
      ) : (
        <p className="soft">{m.none}</p>
      )}
      {may.renew && <RenewForm {...props} />}
      {invitation && (
        <div className="mt-4">
          <OpenInvitation {...props} />
        </div>
      )}
    </Section>
  )
}
