import { makeTemplate } from '@/app/(app)/sprawy/[id]/koszyk/szablony/actions'
import { LineText } from '@/app/(app)/szablony/lines'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormSelect, FormText, FormTextArea } from '@/components/ui/form-fields'
import { EmptyState } from '@/components/ui/messages'
import { Crumbs, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { templateMessages } from '@/lib/messages/pl/templates'
import { type PreparedTemplate, prepareTemplate } from '@/lib/templates'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = templateMessages.make
export const metadata = { title: m.title }

const Form = ({ caseId, prepared }: { caseId: string; prepared: PreparedTemplate }) => (
  <Sheet pad>
    <ActionForm action={makeTemplate} submitLabel={m.submit} label={m.title}>
      <FormHidden name="caseId" value={caseId} />
      <FormChoices
        name="lineIds"
        legend={m.lines}
        multiple
        defaultValue={prepared.lines.map((l) => l.id)}
        options={prepared.lines.map((l) => ({ value: l.id, label: <LineText words={l.words} /> }))}
      />
      <FormText name="name" label={m.name} hint={m.nameHint} maxLength={120} />
      <FormSelect
        name="needKey"
        label={m.problem}
        defaultValue={prepared.problem ?? ''}
        options={prepared.problems}
      />
      <FormTextArea
        name="description"
        label={m.description}
        hint={m.descriptionHint}
        rows={3}
        maxLength={600}
        optional
      />
    </ActionForm>
  </Sheet>
)

/** A template out of this finished basket: exactly what would be kept, and nothing else, is shown before it is. */
export default definePage({
  permission: 'template.prepare',
  render: async ({ actor, params }) => {
    const caseId = params.id ?? ''
    const prepared = await prepareTemplate.execute(actor, { caseId })
    return (
      <>
        <Crumbs
          inside
          items={[
            { label: basketMessages.title, href: paths.caseBasket(caseId) },
            { label: templateMessages.title, href: paths.caseTemplates(caseId) },
            { label: m.title },
          ]}
        />
        <SectionHead title={m.title} lead={m.lead} />
        {prepared.restricted ? (
          <EmptyState title={m.restricted}>{m.restrictedText}</EmptyState>
        ) : prepared.lines.length === 0 ? (
          <EmptyState title={m.nothing} />
        ) : prepared.finished ? (
          <Form caseId={caseId} prepared={prepared} />
        ) : (
          <EmptyState title={m.notYet}>{m.notYetText}</EmptyState>
        )}
      </>
    )
  },
})
