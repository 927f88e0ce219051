import { createEvent } from '@/app/(app)/(wiedza)/szkola/actions'
import { EventFields } from '@/app/(app)/(wiedza)/szkola/event-fields'
import { ActionForm } from '@/components/ui/action-form'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { schoolMessages } from '@/lib/messages/pl/school'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

const m = schoolMessages.form
export const metadata = { title: m.newTitle }

export default definePage({
  permission: 'school.create',
  render: async () => (
    <div className="task">
      <Crumbs items={[{ label: schoolMessages.title, href: paths.school() }, { label: m.newTitle }]} />
      <PageHead title={m.newTitle} lead={m.newLead} />
      <Sheet pad>
        <ActionForm action={createEvent} submitLabel={m.submitNew} label={m.newTitle}>
          <EventFields />
        </ActionForm>
      </Sheet>
    </div>
  ),
})
