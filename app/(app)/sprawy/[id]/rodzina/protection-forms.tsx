import { endProtection, protectPerson } from '@/app/(app)/sprawy/[id]/rodzina/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormDate, FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import type { FamilyView, MemberView, ProtectionView } from '@/lib/families'
import { formatDate } from '@/lib/format/dates'
import { protectionMessages as m } from '@/lib/messages/pl/protection'
import { today } from '@/lib/platform/clock'

type Props = { family: FamilyView; member: MemberView; protections: ProtectionView }

const nameOf = (member: MemberView): string => `${member.givenName} ${member.familyName}`
const options = (list: readonly { id: string; name: string }[]) =>
  list.map(({ id, name }) => ({ value: id, label: name }))

/** Why and from whom: shown to the mark `nk`, written by both coordinators. */
const Cause = ({ family, member, protections }: Props) => {
  const known = protections.byPerson[member.personId]
  const others = family.members.filter((other) => other.personId !== member.personId)
  return (
    <>
      <FormSelect
        name="suspectedId"
        label={m.fromWhom}
        hint={known && !protections.readsCause ? m.causeKept : m.causeHint}
        options={others.map((other) => ({ value: other.personId, label: nameOf(other) }))}
        placeholder={m.nobody}
        defaultValue={known?.suspectedId ?? ''}
        optional
      />
      <FormTextArea name="reason" label={m.reason} defaultValue={known?.reason ?? ''} optional />
    </>
  )
}

const Fields = (props: Props) => {
  const { member, protections } = props
  const known = protections.byPerson[member.personId]
  return (
    <>
      <div className="split split-2">
        <FormDate name="startsOn" label={m.from} defaultValue={known?.from ?? today()} />
        <FormDate name="endsOn" label={m.to} hint={m.toHint} defaultValue={known?.to ?? undefined} optional />
      </div>
      {protections.institutions.length === 0 ? (
        <p className="muted">{m.noInstitutions}</p>
      ) : (
        <FormChoices
          name="safeIds"
          legend={m.safe}
          hint={m.safeHint}
          multiple
          columns
          options={options(protections.institutions)}
          defaultValue={known?.safeIds ?? []}
        />
      )}
      {protections.people.length > 0 && (
        <FormChoices
          name="closeIds"
          legend={m.close}
          hint={m.closeHint}
          multiple
          columns
          options={options(protections.people)}
          defaultValue={known?.closeIds ?? []}
        />
      )}
      <Cause {...props} />
    </>
  )
}

/** Records, changes or ends the protection of one person (domain 8.2 d). */
export const ProtectionForms = (props: Props) => {
  const { family, member } = props
  return (
    <Disclosure summary={m.open}>
      <div className="stack-4">
        <p className="soft">
          {m.lead} {m.own}
        </p>
        <ActionForm
          action={protectPerson}
          submitLabel={m.submit}
          submitVariant={2}
          label={m.openOf(nameOf(member))}
        >
          <FormHidden name="caseId" value={family.caseId} />
          <FormHidden name="personId" value={member.personId} />
          <Fields {...props} />
        </ActionForm>
        {member.protection && (
          <ActionForm
            action={endProtection}
            submitLabel={m.end}
            submitVariant="bad"
            label={m.endOf(nameOf(member))}
            small
          >
            <FormHidden name="caseId" value={family.caseId} />
            <FormHidden name="personId" value={member.personId} />
            <p className="muted">{m.endNote}</p>
          </ActionForm>
        )}
      </div>
    </Disclosure>
  )
}

/** In words, to the owner's people: since when and until when the person is protected. */
export const protectionWords = ({ protection }: MemberView): string | null =>
  protection && m.holds(formatDate(protection.from), protection.to && formatDate(protection.to))
