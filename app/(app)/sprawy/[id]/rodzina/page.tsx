import { editFamily } from '@/app/(app)/sprawy/[id]/rodzina/actions'
import { FamilyGenogram } from '@/app/(app)/sprawy/[id]/rodzina/genogram-view'
import { JoinForm } from '@/app/(app)/sprawy/[id]/rodzina/join-form'
import { MemberCard } from '@/app/(app)/sprawy/[id]/rodzina/member-card'
import { BirthFields, NameFields, PlaceFields } from '@/app/(app)/sprawy/[id]/rodzina/member-fields'
import { RelationForms } from '@/app/(app)/sprawy/[id]/rodzina/relation-forms'
import { Presence } from '@/components/cases/presence'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden } from '@/components/ui/form-fields'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Section, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import {
  type FamilyView,
  type IdentityView,
  type ProtectionView,
  readFamily,
  readIdentities,
  readProtections,
  readRelations,
} from '@/lib/families'
import { duplicateMessages } from '@/lib/messages/pl/duplicates'
import { familyMessages as m } from '@/lib/messages/pl/families'
import { genogramMessages } from '@/lib/messages/pl/genogram'
import { openForm } from '@/lib/presence'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

type MembersProps = {
  family: FamilyView
  identities: readonly IdentityView[]
  protections: ProtectionView | undefined
}

const Members = ({ family, identities, protections }: MembersProps) =>
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
            protections={protections}
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
  render: async ({ params, search }) => {
    const caseId = params.id ?? ''
    const { family, identities, genogram, protections, others } = await readPage(async (read) => {
      const members = await read(readFamily, { caseId })
      const { may } = members
      const shielding = members.protectable && may['protection.set']
      return {
        family: members,
        identities: may['identity.read'] ? await read(readIdentities, { caseId }) : [],
        genogram: may['family.relations'] ? await read(readRelations, { caseId }) : null,
        protections: shielding ? await read(readProtections, { caseId }) : undefined,
        others:
          members.editable && may['family.edit']
            ? await read(openForm, { caseId, form: 'family', thing: '' })
            : [],
      }
    })
    const { may, editable } = family
    return (
      <>
        {search.zapisano && (
          <Notice tone="good" role="status">
            {m.saved}
          </Notice>
        )}
        <Presence others={others} />
        {genogram && (
          <Section id="genogram" title={genogramMessages.title} lead={genogramMessages.lead}>
            <FamilyGenogram view={genogram} />
          </Section>
        )}
        <div className={genogram ? 'sec' : undefined}>
          <SectionHead title={m.title} lead={m.lead} />
          <Members family={family} identities={identities} protections={protections} />
        </div>
        {genogram && editable && may['family.relate'] && genogram.persons.length > 1 && (
          <RelationForms caseId={caseId} view={genogram} />
        )}
        {editable && may['family.edit'] && <AddForm family={family} />}
        {editable && may['family.join'] && <JoinForm family={family} />}
        {may['person.duplicates'] && (
          <p className="sec">
            <AppLink href={paths.caseDuplicates(caseId)}>{duplicateMessages.link}</AppLink>
          </p>
        )}
      </>
    )
  },
})
