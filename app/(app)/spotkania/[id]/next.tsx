import * as actions from '@/app/(app)/spotkania/actions'
import { CancelForm } from '@/app/(app)/spotkania/cancel-form'
import { WhenFields } from '@/app/(app)/spotkania/when-fields'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import type { MeetingView } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { paths } from '@/lib/web/paths'

const Target = ({ meeting }: { meeting: MeetingView }) => (
  <>
    <FormHidden name="meetingId" value={meeting.id} />
    <FormHidden name="version" value={meeting.version} />
  </>
)

type StepProps = { meeting: MeetingView; action: FormAction; label: string; text?: string }

/** One step forward: the one primary button of the page. */
const Step = ({ meeting, action, label, text }: StepProps) => (
  <>
    {text && <p className="soft">{text}</p>}
    <ActionForm action={action} label={label} submitLabel={label}>
      <Target meeting={meeting} />
    </ActionForm>
  </>
)

const Call = ({ meeting }: { meeting: MeetingView }) => (
  <>
    <p className="soft">{m.callText}</p>
    <ActionForm action={actions.callMeeting} label={m.call} submitLabel={m.call}>
      <Target meeting={meeting} />
      {meeting.heldOn < meeting.earliest && (
        <FormText
          name="shortNoticeReason"
          label={m.shortNotice}
          hint={m.shortNoticeHint(meeting.earliest)}
          maxLength={300}
          required
        />
      )}
    </ActionForm>
  </>
)

const Side = ({ meeting }: { meeting: MeetingView }) => (
  <>
    {meeting.can.mend && (
      <Disclosure summary={m.edit}>
        <ActionForm action={actions.mendMeeting} label={m.edit} submitLabel={m.save} submitVariant={2}>
          <Target meeting={meeting} />
          <WhenFields values={meeting} />
        </ActionForm>
      </Disclosure>
    )}
    {meeting.can.cancel && (
      <CancelForm action={actions.cancelMeeting} target={<Target meeting={meeting} />} />
    )}
  </>
)

/** What comes next, and what may be changed. */
export const Next = ({ meeting }: { meeting: MeetingView }) => {
  const { can } = meeting
  const today = meeting.heldOn <= meeting.today
  const ready = meeting.quorum.present > 0
  if (!can.call && !can.mend && !can.hold && !can.sendMinutes && !can.approve) return null
  return (
    <Section id="dalej" title={m.next}>
      <Sheet pad className="stack-4">
        {can.call && <Call meeting={meeting} />}
        {can.decide && meeting.status === 'called' && (
          <LinkButton href={paths.meetingScreen(meeting.id)} variant={today && !ready ? 1 : 2}>
            {m.run}
          </LinkButton>
        )}
        {can.hold && today && ready && (
          <Step meeting={meeting} action={actions.holdMeeting} label={m.hold} text={m.holdText} />
        )}
        {can.sendMinutes && meeting.minutes && (
          <Step meeting={meeting} action={actions.sendMinutes} label={m.sendMinutes} />
        )}
        {can.approve && (
          <Step meeting={meeting} action={actions.approveMinutes} label={m.approve} text={m.approveText} />
        )}
        <Side meeting={meeting} />
      </Sheet>
    </Section>
  )
}
