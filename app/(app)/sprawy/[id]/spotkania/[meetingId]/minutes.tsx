import { Annexes, Approved, Remarks } from '@/app/(app)/spotkania/minutes-parts'
import * as actions from '@/app/(app)/sprawy/[id]/spotkania/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { CaseMeetingView } from '@/lib/meetings'
import { caseMeetingMessages as c } from '@/lib/messages/pl/case-meetings'
import { caseMinutesText } from '@/lib/messages/pl/case-minutes'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'

const Write = ({ meeting }: { meeting: CaseMeetingView }) => (
  <Disclosure summary={m.minutesBody} open={meeting.minutes === null}>
    <ActionForm
      action={actions.writeCaseMinutes}
      label={m.minutesBody}
      submitLabel={m.writeMinutes}
      submitVariant={2}
    >
      <FormHidden name="meetingId" value={meeting.id} />
      <FormHidden name="version" value={meeting.version} />
      <FormTextArea
        name="body"
        label={m.minutesBody}
        hint={m.minutesLead}
        defaultValue={meeting.minutes?.body ?? ''}
        rows={6}
        required
      />
      <FormTextArea name="summary" label={c.summary} defaultValue={meeting.summary ?? ''} rows={2} />
    </ActionForm>
  </Disclosure>
)

/** The minutes of a meeting around a case, as far as they are shown to this institution. */
export const CaseMinutes = ({ meeting }: { meeting: CaseMeetingView }) => {
  const { minutes } = meeting
  if (!minutes && !meeting.can.writeMinutes) return null
  return (
    <Section
      id="protokol"
      title={minutes?.approvedAt ? m.minutes : m.draft}
      lead={minutes?.remarksUntil && !minutes.approvedAt ? m.sentOn(minutes.remarksUntil) : undefined}
    >
      <Approved minutes={minutes} />
      <Sheet pad className="stack-4">
        {minutes && <p className="pre">{minutes.content ?? caseMinutesText(meeting)}</p>}
        {minutes?.contentHash && <p className="muted wrap-anywhere">{m.hash(minutes.contentHash)}</p>}
        {meeting.can.writeMinutes && <Write meeting={meeting} />}
      </Sheet>
      <Remarks
        meeting={meeting}
        actions={{ remark: actions.remarkOnCaseMinutes, answer: actions.answerCaseRemark }}
      />
      <Annexes meeting={meeting} action={actions.addCaseAnnex} />
    </Section>
  )
}
