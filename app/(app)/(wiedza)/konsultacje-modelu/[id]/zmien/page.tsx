import { forbidden } from 'next/navigation'
import { correctModelConsultation } from '@/app/(app)/(wiedza)/konsultacje-modelu/actions'
import { ModelFields } from '@/app/(app)/(wiedza)/konsultacje-modelu/parts'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden } from '@/components/ui/form-fields'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { modelMessages } from '@/lib/messages/pl/model-consultations'
import { readModelConsultation } from '@/lib/model-consultations'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = modelMessages.form
export const metadata = { title: m.editTitle }

export default definePage({
  permission: 'model.correct',
  render: async ({ params }) => {
    const view = await readPage((read) =>
      read(readModelConsultation, { modelConsultationId: params.id ?? '' }),
    )
    if (!view.may['model.correct'] || view.closedAt) forbidden()
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: modelMessages.title, href: paths.modelConsultations() },
            { label: view.title, href: paths.modelConsultation(view.id) },
            { label: m.editTitle },
          ]}
        />
        <PageHead title={m.editTitle} lead={m.editLead} />
        <Sheet pad>
          <ActionForm action={correctModelConsultation} submitLabel={m.submitEdit} label={m.editTitle}>
            <FormHidden name="modelConsultationId" value={view.id} />
            <FormHidden name="version" value={view.version} />
            <ModelFields view={view} />
          </ActionForm>
        </Sheet>
      </div>
    )
  },
})
