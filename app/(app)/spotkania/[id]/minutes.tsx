import * as actions from '@/app/(app)/spotkania/actions'
import { Annexes, Approved, Remarks } from '@/app/(app)/spotkania/minutes-parts'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { MeetingView } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { minutesText } from '@/lib/messages/pl/minutes'

const WriteForm = ({ meeting }: { meeting: MeetingView }) => (
  <Disclosure summary={m.minutesBody} open={meeting.minutes === null}>
    <ActionForm
      action={actions.writeMinutes}
      label={m.minutesBody}
      submitLabel={m.writeMinutes}
      submitVariant={2}
    >
      <FormHidden name="meetingId" value={meeting.id} />
      <FormHidden name="minutesVersion" value={meeting.minutes?.version ?? 1} />
      <FormTextArea
        name="body"
        label={m.minutesBody}
        hint={m.minutesLead}
        defaultValue={meeting.minutes?.body ?? ''}
        rows={6}
        required
      />
    </ActionForm>
  </Disclosure>
)

/** The minutes: written by the product out of the meeting; approved, as they were approved. */
export const Minutes = ({ meeting }: { meeting: MeetingView }) => {
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
        {minutes && <p className="pre">{minutes.content ?? minutesText(meeting)}</p>}
        {minutes?.contentHash && <p className="muted wrap-anywhere">{m.hash(minutes.contentHash)}</p>}
        {meeting.can.writeMinutes && <WriteForm meeting={meeting} />}
      </Sheet>
      <Remarks
        meeting={meeting}
        actions={{ remark: actions.remarkOnMinutes, answer: actions.answerRemark }}
      />
      <Annexes meeting={meeting} action={actions.addAnnex} />
    </Section>
  )
}
