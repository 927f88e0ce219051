import { ActionForm } from '@/components/ui/action-form'
import { FormCombobox } from '@/components/ui/combobox'
import {
  FormCheckbox,
  FormDate,
  FormHidden,
  FormSelect,
  FormText,
  FormTextArea,
} from '@/components/ui/form-fields'
import type { IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.agreement

type Party = {
  memberId: string
  institutionId: string
  name: string
  representative: string | null
  signedOn: IsoDate | null
  signedByName: string | null
  canLead: boolean
}
type DraftProps = {
  teamId: string
  version: number
  name: string
  gmina: { code: string; name: string }
  /** Among which gminas it may be corrected; null where this person may not. */
  gminaChoice: { src: string | null; own: readonly { code: string; name: string }[] } | null
  leadInstitutionId: string | null
  variant: string
  variants: readonly { key: string; namePl: string }[]
  parties: readonly Party[]
  agreement: {
    from: IsoDate | null
    to: IsoDate | null
    text: string | null
    minimumSignatures: number | null
  }
  /** proposed when nothing is set yet: today, and two years on */
  proposed: { from: IsoDate; to: IsoDate }
  action: FormAction
  primary: boolean
}

const GminaField = ({ gmina, gminaChoice }: Pick<DraftProps, 'gmina' | 'gminaChoice'>) => {
  if (!gminaChoice) return null
  const { src, own } = gminaChoice
  const field = { name: 'gmina', label: m.gmina, hint: m.gminaHint, required: true }
  const known = own.some(({ code }) => code === gmina.code) ? own : [gmina, ...own]
  return src ? (
    <FormCombobox
      {...field}
      src={src}
      defaultValue={{ id: gmina.code, label: gmina.name, code: gmina.code }}
    />
  ) : (
    <FormSelect
      {...field}
      placeholder={null}
      defaultValue={gmina.code}
      options={known.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
    />
  )
}

/** Draft of the agreement: everything may still change. */
export const DraftForm = (props: DraftProps) => {
  const { agreement, parties, proposed } = props
  return (
    <ActionForm
      action={props.action}
      submitLabel={m.save}
      submitVariant={props.primary ? 1 : 2}
      label={m.draft}
    >
      <FormHidden name="teamId" value={props.teamId} />
      <FormHidden name="version" value={props.version} />
      <FormText name="name" label={m.name} defaultValue={props.name} maxLength={120} required />
      <GminaField gmina={props.gmina} gminaChoice={props.gminaChoice} />
      <FormSelect
        name="variant"
        label={m.variant}
        required
        defaultValue={props.variant}
        options={props.variants.map((v) => ({
          value: v.key,
          label: teamMessages.create.variantName(v.key, v.namePl),
        }))}
      />
      <FormSelect
        name="leadInstitutionId"
        label={m.lead}
        defaultValue={props.leadInstitutionId ?? ''}
        options={parties.filter((p) => p.canLead).map((p) => ({ value: p.institutionId, label: p.name }))}
      />
      <div className="cols-3">
        <FormDate name="agreementFrom" label={m.from} defaultValue={agreement.from ?? proposed.from} />
        <FormDate name="agreementTo" label={m.to} defaultValue={agreement.to ?? proposed.to} />
        <FormText
          name="minimumSignatures"
          label={m.minimum}
          hint={m.minimumHint}
          numeric
          optional
          defaultValue={agreement.minimumSignatures?.toString()}
        />
      </div>
      <FormTextArea name="agreementText" label={m.text} rows={10} defaultValue={agreement.text ?? ''} />
    </ActionForm>
  )
}

type SignaturesProps = {
  teamId: string
  parties: readonly Party[]
  signable: readonly string[]
  today: IsoDate
  action: FormAction
  primary: boolean
}

/** Signatures stay on paper: one day, a tick for each party that signed, the name of who did it. */
export const SignaturesForm = (props: SignaturesProps) => {
  const open = props.parties.filter((p) => props.signable.includes(p.memberId))
  return (
    <ActionForm
      action={props.action}
      submitLabel={m.record}
      submitVariant={props.primary ? 1 : 2}
      label={m.signatures}
    >
      <FormHidden name="teamId" value={props.teamId} />
      <FormDate name="signedOn" label={m.signedOn} defaultValue={props.today} required />
      <div className="picks">
        {open.map((party, index) => (
          <div key={party.memberId} className="pick-row">
            <FormHidden name={`signatures.${index}.memberId`} value={party.memberId} />
            <FormCheckbox name={`signatures.${index}.signed`} label={party.name} />
            <FormText
              name={`signatures.${index}.signedByName`}
              label={m.signedByOf(party.name)}
              labelHidden
              defaultValue={party.representative ?? undefined}
              maxLength={120}
            />
          </div>
        ))}
      </div>
    </ActionForm>
  )
}

type MistakeProps = {
  teamId: string
  parties: readonly Party[]
  unsignable: readonly string[]
  action: FormAction
}

/** A signature that was ticked by mistake: whose, and why it is taken back. */
export const UnsignForm = ({ teamId, parties, unsignable, action }: MistakeProps) => (
  <ActionForm action={action} submitLabel={m.unrecordSubmit} submitVariant={2} label={m.unrecord}>
    <FormHidden name="teamId" value={teamId} />
    <FormSelect
      name="memberId"
      label={m.unrecordOf}
      required
      options={parties
        .filter((p) => unsignable.includes(p.memberId))
        .map((p) => ({ value: p.memberId, label: p.name }))}
    />
    <FormTextArea name="reason" label={teamMessages.page.reason} rows={2} required />
  </ActionForm>
)

type RulesProps = {
  teamId: string
  version: number
  adoptedOn: IsoDate | null
  action: FormAction
  primary: boolean
}

/** The day on which the team adopted its rules. */
export const RulesForm = ({ teamId, version, adoptedOn, action, primary }: RulesProps) => (
  <ActionForm action={action} submitLabel={m.adopt} submitVariant={primary ? 1 : 2} label={m.rules}>
    <FormHidden name="teamId" value={teamId} />
    <FormHidden name="version" value={version} />
    <FormDate name="rulesAdoptedOn" label={m.rulesOn} defaultValue={adoptedOn ?? undefined} required />
  </ActionForm>
)

/** A step that needs nothing but a decision. */
export const StepButton = ({
  teamId,
  version,
  label,
  action,
}: {
  teamId: string
  version: number
  label: string
  action: FormAction
}) => (
  <ActionForm action={action} submitLabel={label} label={label} inline>
    <FormHidden name="teamId" value={teamId} />
    <FormHidden name="version" value={version} />
  </ActionForm>
)
