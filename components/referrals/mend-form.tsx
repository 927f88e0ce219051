import { ActionForm } from '@/components/ui/action-form'
import {
  FormCheckbox,
  FormChoices,
  FormDate,
  FormHidden,
  FormSelect,
  FormText,
  FormTextArea,
} from '@/components/ui/form-fields'
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

type RowProps = { index: number; legend: string; person?: Person; relations: readonly Choice[] }

const PersonFields = ({ index, legend, person, relations }: RowProps) => {
  const name = (field: string) => `people.${index}.${field}`
  return (
    <fieldset className="stack">
      <legend className="med">{legend}</legend>
      {person && <FormHidden name={name('id')} value={person.id} />}
      <div className="grid gap-x-4 gap-y-2 md:grid-cols-2 lg:grid-cols-3">
        <FormText name={name('givenName')} label={m.givenName} defaultValue={person?.givenName} />
        <FormText name={name('familyName')} label={m.familyName} defaultValue={person?.familyName} />
        <FormSelect
          name={name('relationKey')}
          label={m.relation}
          placeholder={null}
          defaultValue={person?.relationKey ?? 'child'}
          options={relations.map(({ key, namePl }) => ({ value: key, label: namePl }))}
        />
        <FormDate
          name={name('bornOn')}
          label={m.bornOn}
          defaultValue={person?.bornOn ?? undefined}
          optional
        />
        <FormText
          name={name('pesel')}
          label={person ? referralMend.pesel : m.pesel}
          hint={person && (person.hasPesel ? referralMend.peselKept : referralMend.peselNone)}
          inputMode="numeric"
          optional
        />
        <FormText
          name={name('phone')}
          label={m.phone}
          defaultValue={person?.phone ?? undefined}
          type="tel"
          optional
        />
      </div>
      {person?.hasPesel && <FormCheckbox name={name('removePesel')} label={referralMend.removePesel} />}
      {person && <FormCheckbox name={name('remove')} label={referralMend.remove} />}
    </fieldset>
  )
}

const People = ({ people, relations }: { people: readonly Person[]; relations: readonly Choice[] }) => (
  <>
    {people.map((person, index) => (
      <PersonFields
        key={person.id}
        index={index}
        legend={referralMend.person(`${person.givenName} ${person.familyName}`)}
        person={person}
        relations={relations}
      />
    ))}
    <Disclosure summary={referralMend.more}>
      <div className="stack-4">
        {Array.from({ length: freshRows }, (_, n) => (
          <PersonFields
            // biome-ignore lint/suspicious/noArrayIndexKey: empty rows differ by their place alone
            key={n}
            index={people.length + n}
            legend={referralMend.fresh(n + 1)}
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
