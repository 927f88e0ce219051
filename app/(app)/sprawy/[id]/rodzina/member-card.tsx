import { editFamily, editIdentity, removeMember, revealNumber } from '@/app/(app)/sprawy/[id]/rodzina/actions'
import {
  BirthFields,
  NameFields,
  PaperFields,
  PlaceFields,
} from '@/app/(app)/sprawy/[id]/rodzina/member-fields'
import { ProtectionForms, protectionWords } from '@/app/(app)/sprawy/[id]/rodzina/protection-forms'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormCheckbox, FormDate, FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { DefinitionList, Disclosure } from '@/components/ui/lists'
import { Face } from '@/components/ui/status'
import type { FamilyView, IdentityView, MemberView, ProtectionView } from '@/lib/families'
import { formatDate } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import { familyMessages as m } from '@/lib/messages/pl/families'
import { protectionMessages } from '@/lib/messages/pl/protection'
import { paths } from '@/lib/web/paths'

type Props = {
  family: FamilyView
  member: MemberView
  identity?: IdentityView
  protections?: ProtectionView
}

const nameOf = (member: MemberView): string => `${member.givenName} ${member.familyName}`

const wordsOf = ({ member, identity }: Props): string =>
  [
    identity?.diedOn ? m.died(formatDate(identity.diedOn)) : null,
    identity?.age != null ? m.age(identity.age) : member.minor ? m.minor : null,
    member.relation?.toLocaleLowerCase('pl'),
    member.main && member.relationKey !== 'head' ? m.main : null,
    member.livesTogether ? null : m.apart,
    member.takesPart ? null : m.notTaking,
    member.leftOn ? m.left(formatDate(member.leftOn)) : null,
  ]
    .filter(Boolean)
    .join(', ')

/** Other families of this person that the reader works with. */
const AlsoIn = ({ family, member }: Props) =>
  family.elsewhere
    .filter(({ personId }) => personId === member.personId)
    .map(({ caseId, label, startsOn, endsOn }) => (
      <p key={caseId} className="soft">
        {m.alsoIn} <AppLink href={paths.caseFamily(caseId)}>{label}</AppLink>
        {m.years(startsOn?.slice(0, 4), endsOn?.slice(0, 4))}
      </p>
    ))

const guardiansOf = ({ family, member }: Props): string | null => {
  if (!member.minor && !member.underGuardianship) return null
  const names = family.members.filter((other) => member.guardianIds.includes(other.personId)).map(nameOf)
  return names.length > 0 ? names.join(', ') : m.facts.noGuardians
}

const documentOf = ({ papers }: IdentityView): string | null =>
  papers.documentMasked && `${m.documentKinds[papers.documentKind ?? 'other']} ${papers.documentMasked}`

const Facts = (props: Props) => {
  const { member, identity, family } = props
  const address = [identity?.street, [identity?.postcode, identity?.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  return (
    <DefinitionList
      items={[
        { term: protectionMessages.fact, value: protectionWords(member) },
        {
          term: m.facts.phone,
          value: member.phone && <a href={`tel:${member.phone}`}>{formatPhone(member.phone)}</a>,
        },
        { term: m.facts.contactNote, value: member.contactNote },
        { term: m.facts.pesel, value: identity && (identity.peselMasked ?? m.facts.noPesel) },
        { term: m.facts.document, value: identity && documentOf(identity) },
        { term: m.facts.bank, value: identity?.papers.bankMasked },
        {
          term: m.facts.bornOn,
          value: identity && (identity.bornOn ? formatDate(identity.bornOn) : m.facts.noBornOn),
        },
        { term: m.facts.address, value: address },
        { term: m.facts.guardians, value: family.may['identity.read'] ? guardiansOf(props) : null },
        { term: m.facts.conflict, value: member.guardianConflict ? m.facts.conflictText : null },
        { term: m.facts.court, value: member.courtDecision },
      ]}
    />
  )
}

const Reveal = ({ family, member, what }: Props & { what: keyof typeof m.reveal.what }) => (
  <ActionForm
    action={revealNumber}
    submitLabel={m.reveal.buttons[what]}
    submitVariant={3}
    label={`${m.reveal.buttons[what]}: ${nameOf(member)}`}
    inline
    small
  >
    <FormHidden name="caseId" value={family.caseId} />
    <FormHidden name="personId" value={member.personId} />
    <FormHidden name="what" value={what} />
  </ActionForm>
)

const Reveals = (props: Props) => {
  const { family, identity } = props
  if (!identity || !family.may['identity.reveal']) return null
  return (
    <>
      {identity.peselMasked && <Reveal {...props} what="pesel" />}
      {identity.papers.documentMasked && <Reveal {...props} what="document" />}
      {identity.papers.bankMasked && <Reveal {...props} what="bank" />}
    </>
  )
}

const MendForm = ({ family, member }: Props) => (
  <ActionForm
    action={editFamily}
    submitLabel={m.form.save}
    submitVariant={2}
    label={m.form.mendOf(nameOf(member))}
  >
    <FormHidden name="caseId" value={family.caseId} />
    <FormHidden name="mended.0.personId" value={member.personId} />
    <FormHidden name="mended.0.version" value={member.version} />
    <NameFields at="mended.0" family={family} member={member} />
    <PlaceFields at="mended.0" family={family} member={member} />
    {!member.main && !member.leftOn && (
      <FormCheckbox name="mended.0.main" label={m.form.setMain} hint={m.form.setMainHint} />
    )}
    {!member.main && (
      <FormDate
        name="mended.0.leftOn"
        label={m.form.leftOn}
        hint={m.form.leftHint}
        defaultValue={member.leftOn ?? undefined}
        optional
      />
    )}
  </ActionForm>
)

const IdentityForm = ({ family, member, identity }: Props & { identity: IdentityView }) => (
  <ActionForm
    action={editIdentity}
    submitLabel={m.form.save}
    submitVariant={2}
    label={m.form.mendIdentityOf(nameOf(member))}
  >
    <FormHidden name="caseId" value={family.caseId} />
    <FormHidden name="personId" value={member.personId} />
    <FormHidden name="version" value={identity.version} />
    <BirthFields at="" bornOn={identity.bornOn} />
    {identity.peselMasked && <FormCheckbox name="removePesel" label={m.form.removePesel} />}
    <div className="split split-2">
      {!identity.peselMasked && (
        <FormSelect
          name="sex"
          label={m.form.sex}
          hint={m.form.sexHint}
          options={[
            { value: 'female', label: m.form.sexes.female },
            { value: 'male', label: m.form.sexes.male },
          ]}
          defaultValue={identity.sex ?? ''}
          optional
        />
      )}
      <FormDate name="diedOn" label={m.form.diedOn} defaultValue={identity.diedOn ?? undefined} optional />
    </div>
    <PaperFields papers={identity.papers} />
    <FormText name="street" label={m.form.street} defaultValue={identity.street ?? ''} optional />
    <div className="split split-2">
      <FormText
        name="postcode"
        label={m.form.postcode}
        defaultValue={identity.postcode ?? ''}
        width="short"
        optional
      />
      <FormText name="city" label={m.form.city} defaultValue={identity.city ?? ''} optional />
    </div>
  </ActionForm>
)

const RemoveForm = ({ family, member }: Props) => (
  <ActionForm
    action={removeMember}
    submitLabel={m.form.remove}
    submitVariant="bad"
    label={m.form.removeOf(nameOf(member))}
    small
  >
    <FormHidden name="caseId" value={family.caseId} />
    <FormHidden name="personId" value={member.personId} />
    <p className="muted">{m.form.removeNote}</p>
  </ActionForm>
)

/** One member: who it is, what may be seen of identity, and the two forms that correct it. */
export const MemberCard = (props: Props) => {
  const { family, member, identity, protections } = props
  const { may, editable } = family
  return (
    <li className="stack-4">
      <div className="row">
        <Face initials={`${member.givenName[0] ?? ''}${member.familyName[0] ?? ''}`} />
        <div>
          <h3>{nameOf(member)}</h3>
          <p className="soft">{wordsOf(props)}</p>
          <AlsoIn {...props} />
        </div>
      </div>
      <div className="stack-4">
        <Facts {...props} />
        <Reveals {...props} />
        {editable && may['family.edit'] && (
          <Disclosure summary={m.form.mend}>
            <MendForm {...props} />
          </Disclosure>
        )}
        {editable && may['family.remove'] && !member.main && (
          <Disclosure summary={m.form.remove}>
            <RemoveForm {...props} />
          </Disclosure>
        )}
        {editable && may['identity.edit'] && identity && (
          <Disclosure summary={m.form.mendIdentity}>
            <IdentityForm {...props} identity={identity} />
          </Disclosure>
        )}
        {protections && <ProtectionForms family={family} member={member} protections={protections} />}
      </div>
    </li>
  )
}
