import { editFamily } from '@/app/(app)/sprawy/[id]/rodzina/actions'
import { MemberCard } from '@/app/(app)/sprawy/[id]/rodzina/member-card'
import { BirthFields, NameFields, PlaceFields } from '@/app/(app)/sprawy/[id]/rodzina/member-fields'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden } from '@/components/ui/form-fields'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Section, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type FamilyView, type IdentityView, readFamily, readIdentities } from '@/lib/families'
import { familyMessages as m } from '@/lib/messages/pl/families'
import { definePage } from '@/lib/web/define-page'

export const metadata = { title: m.title }

const Members = ({ family, identities }: { family: FamilyView; identities: readonly IdentityView[] }) =>
  family.members.length === 0 ? (
    <EmptyState title={m.empty} />
  ) : (
    <Sheet pad>
      <ul className="ledger">
        {family.members.map((member) => (
          <MemberCard
            key={member.personId}
            family={family}
            member={member}
            identity={identities.find((i) => i.personId === member.personId)}
          />
        ))}
      </ul>
      {family.may['identity.reveal'] && <p className="muted">{m.reveal.note}</p>}
    </Sheet>
  )

const AddForm = ({ family }: { family: FamilyView }) => (
  <Section id="dopisz" title={m.form.add} lead={m.form.addLead}>
    <Sheet pad>
      <ActionForm action={editFamily} submitLabel={m.form.add} label={m.form.add}>
        <FormHidden name="caseId" value={family.caseId} />
        <NameFields at="added.0" family={family} />
        <BirthFields at="added.0." />
        <PlaceFields at="added.0" family={family} />
      </ActionForm>
    </Sheet>
  </Section>
)

export default definePage({
  permission: 'family.read',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const family = await readFamily.execute(actor, { caseId })
    const identities = family.may['identity.read'] ? await readIdentities.execute(actor, { caseId }) : []
    return (
      <>
        <SectionHead title={m.title} lead={m.lead} />
        {search.zapisano && (
          <Notice tone="good" role="status">
            {m.saved}
          </Notice>
        )}
        <Members family={family} identities={identities} />
        {family.editable && family.may['family.edit'] && <AddForm family={family} />}
      </>
    )
  },
})
