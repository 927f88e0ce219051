import {
  FormCheckbox,
  FormChoices,
  FormDate,
  FormSelect,
  FormText,
  FormTextArea,
} from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { documentKinds, type FamilyView, type IdentityView, type MemberView } from '@/lib/families'
import { formatPhone } from '@/lib/format/phone'
import { familyMessages } from '@/lib/messages/pl/families'

const m = familyMessages.form

type Props = {
  /** `added.0` or `mended.0` */
  at: string
  family: FamilyView
  member?: MemberView
}

/** Name and relation: what every member has. */
export const NameFields = ({ at, family, member }: Props) => (
  <div className="split split-2">
    <FormText name={`${at}.givenName`} label={m.givenName} defaultValue={member?.givenName} required />
    <FormText name={`${at}.familyName`} label={m.familyName} defaultValue={member?.familyName} required />
    <FormSelect
      name={`${at}.relationKey`}
      label={m.relation}
      options={family.relations.map(({ key, name }) => ({ value: key, label: name }))}
      defaultValue={member?.relationKey ?? ''}
      required
    />
  </div>
)

export const BirthFields = ({ at, bornOn }: { at: string; bornOn?: string | null }) => (
  <div className="split split-2">
    <FormDate name={`${at}bornOn`} label={m.bornOn} defaultValue={bornOn ?? undefined} />
    <FormText
      name={`${at}pesel`}
      label={m.pesel}
      hint={bornOn === undefined ? undefined : m.peselKeep}
      width="medium"
      numeric
      optional
    />
  </div>
)

/** What tells a person apart without a PESEL, and where a benefit is paid to: on demand. */
export const PaperFields = ({ papers }: { papers: IdentityView['papers'] }) => (
  <Disclosure summary={m.papers}>
    <div className="stack-4">
      <div className="split split-2">
        <FormSelect
          name="documentKind"
          label={m.documentKind}
          options={documentKinds.map((kind) => ({ value: kind, label: familyMessages.documentKinds[kind] }))}
          defaultValue=""
          optional
        />
        <FormText name="document" label={m.document} hint={m.documentHint} width="medium" optional />
      </div>
      {papers.documentMasked && <FormCheckbox name="removeDocument" label={m.removeDocument} />}
      <FormText name="bankAccount" label={m.bankAccount} hint={m.bankHint} numeric optional />
      {papers.bankMasked && <FormCheckbox name="removeBankAccount" label={m.removeBankAccount} />}
    </div>
  </Disclosure>
)

/** Adults of the case who may sign for somebody. */
const guardiansFor = ({ members }: FamilyView, self: string | undefined) =>
  members
    .filter((other) => !other.minor && other.personId !== self)
    .map((other) => ({ value: other.personId, label: `${other.givenName} ${other.familyName}` }))

const GuardianFields = ({ at, family, member }: Props) => {
  const options = guardiansFor(family, member?.personId)
  // an adult signs alone; guardians are asked for once guardianship is recorded
  const guarded = !member || member.minor || member.underGuardianship
  return (
    <>
      {guarded && options.length > 0 && (
        <FormChoices
          name={`${at}.guardianIds`}
          legend={m.guardians}
          hint={m.guardiansHint}
          options={options}
          defaultValue={member?.guardianIds}
          multiple
          chips
        />
      )}
      <FormCheckbox
        name={`${at}.underGuardianship`}
        label={m.underGuardianship}
        defaultChecked={member?.underGuardianship}
      />
      {guarded && (
        <>
          <FormCheckbox
            name={`${at}.guardianConflict`}
            label={m.conflict}
            hint={m.conflictHint}
            defaultChecked={member?.guardianConflict}
          />
          <FormText
            name={`${at}.courtDecision`}
            label={m.court}
            defaultValue={member?.courtDecision ?? ''}
            optional
          />
        </>
      )}
    </>
  )
}

/** The rest on demand: part in the cooperation, phone, contact, who signs. */
export const PlaceFields = ({ at, family, member }: Props) => (
  <>
    <div className="split split-2">
      <FormCheckbox
        name={`${at}.takesPart`}
        label={m.takesPart}
        hint={m.takesPartHint}
        defaultChecked={member?.takesPart ?? true}
      />
      <FormCheckbox
        name={`${at}.livesTogether`}
        label={m.livesTogether}
        defaultChecked={member?.livesTogether ?? true}
      />
    </div>
    <Disclosure summary={m.more} open={member !== undefined}>
      <div className="stack-4">
        <FormText
          name={`${at}.phone`}
          label={m.phone}
          type="tel"
          defaultValue={member?.phone ? formatPhone(member.phone) : ''}
          optional
        />
        <FormDate
          name={`${at}.since`}
          label={m.since}
          hint={m.sinceHint}
          defaultValue={member?.since ?? undefined}
          optional
        />
        <FormTextArea
          name={`${at}.contactNote`}
          label={m.contactNote}
          hint={m.contactHint}
          defaultValue={member?.contactNote ?? ''}
          rows={2}
          optional
        />
        <GuardianFields at={at} family={family} member={member} />
      </div>
    </Disclosure>
  </>
)
