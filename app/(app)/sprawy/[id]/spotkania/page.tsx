import { MeetingTable } from '@/app/(app)/spotkania/meeting-table'
import { WhenFields } from '@/app/(app)/spotkania/when-fields'
import { planCaseMeeting } from '@/app/(app)/sprawy/[id]/spotkania/actions'
import { CategoryField } from '@/components/tasks/task-form'
import { ActionForm } from '@/components/ui/action-form'
import { FormCheckbox, FormChoices, FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { EmptyState, Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type CaseMeetingList, listCaseMeetings } from '@/lib/meetings'
import { caseMeetingMessages as c } from '@/lib/messages/pl/case-meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { warningMessages } from '@/lib/messages/pl/warnings'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: c.title }

const Plan = ({ caseId, list }: { caseId: string; list: CaseMeetingList }) => (
  <Sheet pad className="sec">
    <Disclosure summary={c.plan} open={list.rows.length === 0}>
      <ActionForm action={planCaseMeeting} label={c.plan} submitLabel={c.plan}>
        <FormHidden name="caseId" value={caseId} />
        <WhenFields hint={m.planHint(list.earliest)} />
        <FormTextArea name="agenda" label={c.agenda} rows={3} required />
        {list.institutions.length > 0 && (
          <FormChoices
            name="invitedIds"
            legend={c.invited}
            options={list.institutions}
            defaultValue={list.institutions.map((i) => i.value)}
            multiple
          />
        )}
        {list.keptApart && <Notice tone="warn">{warningMessages.protectedMeetsAt.planned}</Notice>}
        <FormCheckbox name="withFamily" label={c.family} defaultChecked />
        <CategoryField />
      </ActionForm>
    </Disclosure>
  </Sheet>
)

/** Meetings around the family, newest first. */
export default definePage({
  permission: 'caseMeeting.list',
  render: async ({ params }) => {
    const caseId = params.id ?? ''
    const list = await readPage((read) => read(listCaseMeetings, { caseId }))
    return (
      <>
        <SectionHead
          title={c.title}
          lead={list.nextBy ? m.rhythm(list.nextBy, list.nextBy < list.today) : c.lead}
        />
        <MeetingTable
          caption={c.caption}
          rows={list.rows}
          href={(id) => paths.caseMeeting(caseId, id)}
          empty={<EmptyState title={c.empty}>{c.emptyText}</EmptyState>}
        />
        {list.mayPlan && <Plan caseId={caseId} list={list} />}
      </>
    )
  },
})
