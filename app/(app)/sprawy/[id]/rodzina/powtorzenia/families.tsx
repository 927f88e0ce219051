import { linkFamilies, unlinkFamilies } from '@/app/(app)/sprawy/[id]/rodzina/powtorzenia/actions'
import { Cases, Linked } from '@/app/(app)/sprawy/[id]/rodzina/powtorzenia/parts'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { DuplicatesPage } from '@/lib/families'
import { duplicateMessages } from '@/lib/messages/pl/duplicates'

const m = duplicateMessages.families
type Twin = DuplicatesPage['families']['twins'][number]

const LinkForm = ({ caseId, twin }: { caseId: string; twin: Twin }) => (
  <ActionForm action={linkFamilies} submitLabel={m.submit} submitVariant={2} label={m.form(twin.label)}>
    <FormHidden name="caseId" value={caseId} />
    <FormHidden name="familyId" value={twin.familyId} />
    <FormChoices
      name="keep"
      legend={m.keep}
      options={[
        { value: 'this', label: m.keepThis },
        { value: 'twin', label: m.keepTwin(twin.label) },
      ]}
      defaultValue="this"
      required
    />
    <FormTextArea name="reason" label={m.reason} rows={2} maxLength={1000} required />
  </ActionForm>
)

/** Families of the own unit that may be this one, and those that are linked with it; nothing where there is neither. */
export const Families = ({ page }: { page: DuplicatesPage }) => {
  const { twins, links } = page.families
  if (twins.length + links.length === 0) return null
  return (
    <Section id="rodzina" title={twins.length > 0 ? m.title : m.linked} lead={m.lead}>
      <Sheet pad>
        <ul className="ledger">
          {twins.map((twin) => (
            <li key={twin.familyId} className="stack-2">
              <p>
                <b>{twin.label}</b>
                <span className="block soft">{m.persons(twin.persons)}</span>
                <span className="block">
                  {m.cases} <Cases cases={twin.cases} />
                </span>
              </p>
              {page.may.linkFamilies && (
                <Disclosure summary={m.submit}>
                  <LinkForm caseId={page.caseId} twin={twin} />
                </Disclosure>
              )}
            </li>
          ))}
          {links.map((link) => (
            <Linked
              key={link.id}
              caseId={page.caseId}
              link={link}
              undo={page.may.unlinkFamilies ? unlinkFamilies : null}
            />
          ))}
        </ul>
      </Sheet>
    </Section>
  )
}
