import { PersonFields } from '@/components/referrals/person-fields'
import { ActionForm } from '@/components/ui/action-form'
import {
  FormButton,
  FormCheckbox,
  FormChoices,
  FormDate,
  FormHidden,
  FormSelect,
  FormText,
  FormTextArea,
} from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import { referralMessages } from '@/lib/messages/pl/referrals'

const m = referralMessages.sheet

type Choice = { key: string; namePl: string }
type PersonValues = {
  givenName: string
  familyName: string
  relationKey: string
  bornOn: string | null
  pesel: string | null
  phone: string | null
}

export type ReferralFormProps = {
  action: FormAction
  teams: readonly { id: string; name: string }[]
  reasons: readonly Choice[]
  relations: readonly Choice[]
  /** Of the draft, or of the sheet to be: sent twice, it is one referral. */
  id: string
  values?: {
    version: number
    teamId: string
    subject: string
    familyLabel: string
    reasonKeys: readonly string[]
    situation: string | null
    exhaustedMeans: string | null
    legalBasis: string | null
    preConsentOn: string | null
    people: readonly PersonValues[]
  }
}

/** Rows that the chosen subject does not have step aside; one with an error stays, so that nothing is refused unseen. */
const notInEnvironment =
  'group-has-[input[name=subject][value=environment]:checked]/who:[&:not(:has([aria-invalid=true]))]:hidden'
const notForOne =
  'group-has-[input[name=subject][value=person]:checked]/who:[&:not(:has([aria-invalid=true]))]:hidden'

const shownRows = 2
const allRows = 8

const People = ({
  values,
  relations,
}: {
  values?: readonly PersonValues[]
  relations: readonly Choice[]
}) => {
  const row = (index: number) => (
    <PersonFields
      key={index}
      index={index}
      legend={m.person(index + 1)}
      value={values?.[index]}
      relation={index === 0 ? 'head' : 'child'}
      relations={relations}
    />
  )
  const rows = Array.from({ length: allRows }, (_, index) => index)
  const open = Math.max(shownRows, values?.length ?? 0)
  return (
    <>
      <p className="soft hidden group-has-[input[name=subject][value=environment]:checked]/who:block">
        {m.noPeople}
      </p>
      <div className={`stack-4 ${notInEnvironment}`}>
        {row(0)}
        <p className="soft hidden group-has-[input[name=subject][value=person]:checked]/who:block">
          {m.onePerson}
        </p>
        <div className={`stack-4 ${notForOne}`}>
          {rows.slice(1, open).map(row)}
          <Disclosure summary={m.more}>
            <div className="stack-4">{rows.slice(open).map(row)}</div>
          </Disclosure>
        </div>
      </div>
    </>
  )
}

const Why = ({ reasons, values }: Pick<ReferralFormProps, 'reasons' | 'values'>) => (
  <Section id="why" title={m.why}>
    <Sheet pad className="stack-4">
      <FormChoices
        name="reasonKeys"
        legend={m.reasons}
        multiple
        columns
        required
        defaultValue={values?.reasonKeys}
        options={reasons.map(({ key, namePl }) => ({ value: key, label: namePl }))}
      />
      <FormTextArea
        name="situation"
        label={m.situation}
        defaultValue={values?.situation ?? undefined}
        optional
      />
      <FormTextArea
        name="exhaustedMeans"
        label={m.exhausted}
        hint={m.exhaustedHint}
        defaultValue={values?.exhaustedMeans ?? undefined}
      />
      <h3>{m.basisTitle}</h3>
      <FormSelect
        name="legalBasis"
        label={m.basis}
        defaultValue={values?.legalBasis ?? undefined}
        options={Object.entries(m.bases).map(([value, label]) => ({ value, label }))}
        optional
      />
      <FormDate
        name="preConsentOn"
        label={m.preConsent}
        hint={m.preConsentHint}
        defaultValue={values?.preConsentOn ?? undefined}
        optional
      />
    </Sheet>
  </Section>
)

/** With "yes" the sheet is not sent before the procedure is started and the way is chosen (domain 8.2 c). */
const SuspectedViolence = () => (
  <div className="stack-4 hidden group-has-[input[name=violence][value=yes]:checked]/nk:block">
    <Notice tone="bad" title={referralMessages.violence.line} />
    <p>{m.nkLead}</p>
    <ol className="stack list-decimal pl-6">
      {referralMessages.violence.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
    <FormChoices
      name="nkRoute"
      legend={m.nkRoute}
      required
      options={(['instead', 'parallel'] as const).map((value) => ({
        value,
        label: m.nkRoutes[value],
        hint: m.nkRouteHints[value],
      }))}
    />
    <FormCheckbox name="nkStarted" label={m.nkStarted} required />
  </div>
)

/** The referral sheet: safety first, then whom, why and on which basis. Two buttons: keep as a draft, or send. */
export const ReferralForm = ({ action, teams, reasons, relations, id, values }: ReferralFormProps) => (
  <ActionForm action={action} label={m.title} noSubmit>
    <FormHidden name="id" value={id} />
    {values && <FormHidden name="version" value={values.version} />}
    <Section id="safety" title={m.safety}>
      <Sheet pad className="group/nk stack-4">
        <FormChoices
          name="violence"
          legend={m.violence}
          hint={m.violenceHint}
          required
          options={[
            { value: 'no', label: m.violenceNo },
            { value: 'yes', label: m.violenceYes },
          ]}
        />
        <SuspectedViolence />
      </Sheet>
    </Section>
    <Section id="who" title={m.who}>
      <Sheet pad className="group/who stack-4">
        <FormChoices
          name="subject"
          legend={m.subject}
          chips
          defaultValue={values?.subject ?? 'family'}
          options={Object.entries(m.subjects).map(([value, label]) => ({ value, label }))}
        />
        <FormSelect
          name="teamId"
          label={m.team}
          required
          placeholder={teams.length === 1 ? null : undefined}
          defaultValue={values?.teamId ?? (teams.length === 1 ? teams[0]?.id : undefined)}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormText
          name="familyLabel"
          label={m.label}
          hint={m.labelHint}
          defaultValue={values?.familyLabel}
          required
        />
        <h3>{m.people}</h3>
        <People values={values?.people} relations={relations} />
      </Sheet>
    </Section>
    <Why reasons={reasons} values={values} />
    <div className="row sec">
      <FormButton name="submit" value="on" variant={1}>
        {m.submit}
      </FormButton>
      <FormButton name="submit" value="">
        {m.save}
      </FormButton>
    </div>
  </ActionForm>
)
