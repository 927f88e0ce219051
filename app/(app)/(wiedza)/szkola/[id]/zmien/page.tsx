import { forbidden } from 'next/navigation'
import { cancelEvent, correctEvent } from '@/app/(app)/(wiedza)/szkola/actions'
import { EventFields } from '@/app/(app)/(wiedza)/szkola/event-fields'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { schoolMessages } from '@/lib/messages/pl/school'
import { readEvent } from '@/lib/school'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = schoolMessages.form
export const metadata = { title: m.editTitle }

export default definePage({
  permission: 'school.correct',
  render: async ({ params }) => {
    const event = await readPage((read) => read(readEvent, { eventId: params.id ?? '' }))
    if (!event.may['school.correct'] || event.cancelledOn) forbidden()
    const target = (
      <>
        <FormHidden name="eventId" value={event.id} />
        <FormHidden name="version" value={event.version} />
      </>
    )
    return (
      <div className="task">
        <Crumbs
          items={[
            { label: schoolMessages.title, href: paths.school() },
            { label: event.title, href: paths.schoolEvent(event.id) },
            { label: m.editTitle },
          ]}
        />
        <PageHead title={m.editTitle} lead={m.editLead} />
        <Sheet pad>
          <ActionForm action={correctEvent} submitLabel={m.submitEdit} label={m.editTitle}>
            {target}
            <EventFields event={event} />
          </ActionForm>
        </Sheet>
        <Section id="odwolanie" title={schoolMessages.page.cancel}>
          <Disclosure summary={schoolMessages.page.cancel}>
            <ActionForm
              action={cancelEvent}
              submitLabel={schoolMessages.page.cancelSubmit}
              submitVariant={2}
              label={schoolMessages.page.cancel}
            >
              {target}
              <FormTextArea
                name="reason"
                label={schoolMessages.page.cancelReason}
                hint={schoolMessages.page.cancelReasonHint}
                rows={3}
                maxLength={600}
                required
              />
            </ActionForm>
          </Disclosure>
        </Section>
      </div>
    )
  },
})
