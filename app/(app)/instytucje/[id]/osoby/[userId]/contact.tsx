import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormText } from '@/components/ui/form-fields'
import { DefinitionList, Disclosure } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import { formatPhone } from '@/lib/format/phone'
import { peopleMessages } from '@/lib/messages/pl/people'
import type { PersonView } from '@/lib/people'
import { IdFields, type PersonIds } from './ids'

const m = peopleMessages.person
const words = peopleMessages.invite

type ContactProps = { person: PersonView; ids: PersonIds; action: FormAction }

/** A profession bound to secrecy writes no content about families (decision 0011). */
const Secrecy = ({ bound }: { bound: boolean }) => (
  <FormChoices
    name="secrecy"
    legend={m.secrecy}
    hint={m.secrecyHint}
    options={(['no', 'yes'] as const).map((value) => ({ value, label: m.secrecyAnswers[value] }))}
    defaultValue={bound ? 'yes' : 'no'}
    chips
    required
  />
)

const MendForm = ({ person, ids, action }: ContactProps) => (
  <Disclosure summary={m.mend}>
    <ActionForm action={action} label={m.mend} submitLabel={m.mend} submitVariant={2}>
      <IdFields {...ids} />
      <FormHidden name="version" value={person.version} />
      <div className="cols-2">
        <FormText
          name="givenName"
          label={words.givenName}
          defaultValue={person.givenName}
          maxLength={80}
          required
        />
        <FormText
          name="familyName"
          label={words.familyName}
          defaultValue={person.familyName}
          maxLength={120}
          required
        />
      </div>
      {person.may.mendEmail && (
        <FormText
          name="email"
          type="email"
          label={words.email}
          hint={m.mendEmailHint}
          defaultValue={person.email}
          maxLength={254}
          required
        />
      )}
      <div className="cols-2">
        <FormText
          name="jobTitle"
          label={words.jobTitle}
          defaultValue={person.jobTitle}
          maxLength={120}
          required
        />
        <FormText
          name="phone"
          type="tel"
          label={m.phone}
          defaultValue={person.phone ? formatPhone(person.phone) : ''}
        />
      </div>
      <Secrecy bound={person.secrecy} />
      <FormChoices
        name="address"
        legend={words.address}
        options={(['pani', 'pan'] as const).map((value) => ({ value, label: words.addresses[value] }))}
        defaultValue={person.address}
        chips
        required
      />
    </ActionForm>
  </Disclosure>
)

/** How to reach the person; who may invite here corrects it. */
export const Contact = (props: ContactProps) => (
  <Sheet pad className="stack-4">
    <DefinitionList
      items={[
        { term: m.email, value: props.person.email },
        { term: m.phone, value: props.person.phone && formatPhone(props.person.phone) },
        { term: m.secrecy, value: props.person.secrecy ? m.secrecyAnswers.yes : null },
      ]}
    />
    {props.person.may.mend && <MendForm {...props} />}
  </Sheet>
)
