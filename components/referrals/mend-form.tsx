import { PersonFields, personField } from '@/components/referrals/person-fields'
import { ActionForm } from '@/components/ui/action-form'
import { FormCheckbox, FormChoices, FormHidden, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import { referralMend } from '@/lib/messages/pl/referral-mend'
import { referralMessages } from '@/lib/messages/pl/referrals'

const m = referralMessages.sheet

type Choice = { key: string; namePl: string }
type Person = {
  id: string
  hasPesel: boolean
  givenName: string
  familyName: string
  relationKey: string
  bornOn: string | null
  phone: string | null
}
type View = {
  id: string
  version: number
  subject: string
  familyLabel: string
  reasonKeys: readonly string[]
  situation: string | null
  exhaustedMeans: string | null
  people: readonly Person[]
}

/** How many persons may be added in one go. */
const freshRows = 3

type SentRowProps = { index: number; person: Person; relations: readonly Choice[] }

const SentPerson = ({ index, person, relations }: SentRowProps) => (
  <PersonFields
    index={index}
    legend={referralMend.person(`${person.givenName} ${person.familyName}`)}
    value={person}
    relation={person.relationKey}
    relations={relations}
    pesel={{
      label: referralMend.pesel,
      hint: person.hasPesel ? referralMend.peselKept : referralMend.peselNone,
    }}
  >
    <FormHidden name={personField(index, 'id')} value={person.id} />
    {person.hasPesel && (
      <FormCheckbox name={personField(index, 'removePesel')} label={referralMend.removePesel} />
    )}
    <FormCheckbox name={personField(index, 'remove')} label={referralMend.remove} />
  </PersonFields>
)

const People = ({ people, relations }: { people: readonly Person[]; relations: readonly Choice[] }) => (
  <>
    {people.map((person, index) => (
      <SentPerson key={person.id} index={index} person={person} relations={relations} />
    ))}
    <Disclosure summary={referralMend.more}>
      <div className="stack-4">
        {Array.from({ length: freshRows }, (_, n) => (
          <PersonFields
            // biome-ignore lint/suspicious/noArrayIndexKey: empty rows differ by their place alone
            key={n}
            index={people.length + n}
            legend={referralMend.fresh(n + 1)}
            relation="child"
            relations={relations}
          />
        ))}
      </div>
    </Disclosure>
  </>
)

/** What the referrer sent, put right by the team's coordinator or the leader; the persons of the case follow. */
export const ReferralMendForm = ({
  view,
  reasons,
  relations,
  action,
}: {
  view: View
  reasons: readonly Choice[]
  relations: readonly Choice[]
  action: FormAction
}) => (
  <Section id="popraw" title={referralMend.title} lead={referralMend.lead}>
    <Sheet pad>
      <Disclosure summary={referralMend.open}>
        <ActionForm
          action={action}
          label={referralMend.title}
          submitLabel={referralMend.submit}
          submitVariant={2}
        >
          <FormHidden name="id" value={view.id} />
          <FormHidden name="version" value={view.version} />
          <FormText
            name="familyLabel"
            label={m.label}
            hint={m.labelHint}
            defaultValue={view.familyLabel}
            required
          />
          {view.subject !== 'environment' && <People people={view.people} relations={relations} />}
          <FormChoices
            name="reasonKeys"
            legend={m.reasons}
            multiple
            columns
            required
            defaultValue={[...view.reasonKeys]}
            options={reasons.map(({ key, namePl }) => ({ value: key, label: namePl }))}
          />
          <FormTextArea
            name="situation"
            label={m.situation}
            defaultValue={view.situation ?? undefined}
            optional
          />
          <FormTextArea
            name="exhaustedMeans"
            label={m.exhausted}
            hint={m.exhaustedHint}
            defaultValue={view.exhaustedMeans ?? undefined}
            required
          />
        </ActionForm>
      </Disclosure>
    </Sheet>
  </Section>
)
