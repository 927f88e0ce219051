import { end, mend } from '@/app/(app)/instytucje/[id]/dane/actions'
import { InstitutionForm } from '@/app/(app)/instytucje/institution-form'
import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormHidden } from '@/components/ui/form-fields'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type InstitutionView, readInstitution } from '@/lib/institutions'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { today } from '@/lib/platform/clock'
import { forbidden } from '@/lib/platform/errors'
import { hasRole } from '@/lib/policy/actor'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = institutionMessages
export const metadata = { title: m.form.titleMend }

const Ending = ({ view }: { view: InstitutionView }) => (
  <Section id="koniec" title={m.end.title} lead={m.end.lead}>
    <Sheet pad>
      <ActionForm action={end} label={m.end.title} submitLabel={m.end.submit} submitVariant="bad">
        <FormHidden name="institutionId" value={view.id} />
        <FormHidden name="version" value={view.version} />
        <FormDate name="endedOn" label={m.end.endedOn} defaultValue={today()} required />
      </ActionForm>
    </Sheet>
  </Section>
)

/** Corrects the registry's data; a ROPS can end an institution that nobody needs any more. */
export default definePage({
  permission: 'institution.mend',
  render: async ({ actor, params }) => {
    const view = await readInstitution.execute(actor, { institutionId: params.id ?? '' })
    if (!view.may['institution.mend']) throw forbidden('forbidden')
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: m.title, href: paths.institutions() },
            { label: view.name, href: paths.institution(view.id) },
            { label: m.form.titleMend },
          ]}
        />
        <PageHead title={m.form.titleMend} lead={view.name} />
        <InstitutionForm
          action={mend}
          view={view}
          within={hasRole(actor, 'operator') ? undefined : view.wojewodztwoCode}
        />
        {view.may['institution.end'] && !view.endedOn && <Ending view={view} />}
      </div>
    )
  },
})
