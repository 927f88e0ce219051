import { openModelConsultation } from '@/app/(app)/(wiedza)/konsultacje-modelu/actions'
import { ModelFields } from '@/app/(app)/(wiedza)/konsultacje-modelu/parts'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { modelMessages } from '@/lib/messages/pl/model-consultations'
import { roleNames } from '@/lib/messages/pl/roles'
import { invitableRoles, prepareModelConsultation } from '@/lib/model-consultations'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = modelMessages.form
export const metadata = { title: m.newTitle }

export default definePage({
  permission: 'model.open',
  render: async () => {
    const { teams } = await readPage((read) => read(prepareModelConsultation, {}))
    return (
      <div className="task">
        <Crumbs
          items={[{ label: modelMessages.title, href: paths.modelConsultations() }, { label: m.newTitle }]}
        />
        <PageHead title={m.newTitle} lead={m.newLead} />
        <Notice className="mb-4">{knowledgeMessages.noNames}</Notice>
        <Sheet pad>
          <ActionForm action={openModelConsultation} submitLabel={m.submitNew} label={m.newTitle}>
            <ModelFields />
            <FormChoices
              name="roles"
              legend={m.roles}
              options={invitableRoles.map((role) => ({ value: role, label: roleNames[role] }))}
              multiple
              columns
            />
            <FormChoices
              name="teamIds"
              legend={m.teams}
              hint={m.teamsHint}
              options={teams}
              multiple
              columns
            />
          </ActionForm>
        </Sheet>
      </div>
    )
  },
})
