import { CancelForm } from '@/app/(app)/spotkania/cancel-form'
import { WhenFields } from '@/app/(app)/spotkania/when-fields'
import * as actions from '@/app/(app)/sprawy/[id]/spotkania/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormCheckbox, FormHidden, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import type { CaseMeetingView } from '@/lib/meetings'
import { caseMeetingMessages as c } from '@/lib/messages/pl/case-meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'

type Props = { meeting: CaseMeetingView }

const Target = ({ meeting }: Props) => (
  <>
    <FormHidden name="meetingId" value={meeting.id} />
    <FormHidden name="version" value={meeting.version} />
  </>
)

const Step = ({ meeting, action, label }: Props & { action: FormAction; label: string }) => (
  <ActionForm action={action} label={label} submitLabel={label}>
    <Target meeting={meeting} />
  </ActionForm>
)

const Call = ({ meeting }: Props) => (
  <ActionForm action={actions.callCaseMeeting} label={m.call} submitLabel={m.call}>
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
)

/** Who came, in the same step that says it took place. */
const Hold = ({ meeting }: Props) => (
  <ActionForm action={actions.holdCaseMeeting} label={c.hold} submitLabel={c.hold}>
    <Target meeting={meeting} />
    {meeting.parties.map((party, i) => (
      <div key={party.id}>
        <FormHidden name={`parties.${i}.id`} value={party.id} />
        <FormText name={`parties.${i}.name`} label={c.came(party.institution)} maxLength={120} />
      </div>
    ))}
    {meeting.withFamily && <FormCheckbox name="familyCame" label={c.familyCame} />}
  </ActionForm>
)

const Side = ({ meeting }: Props) => (
  <>
    {meeting.can.mend && (
      <Disclosure summary={m.edit}>
        <ActionForm action={actions.mendCaseMeeting} label={m.edit} submitLabel={m.save} submitVariant={2}>
          <Target meeting={meeting} />
          <WhenFields
            values={{
              heldOn: meeting.heldOn,
              startsAt: meeting.startsAt,
              place: meeting.place,
              link: meeting.link,
            }}
          />
          <FormTextArea
            name="agenda"
            label={c.agenda}
            defaultValue={meeting.agenda ?? ''}
            rows={3}
            required
          />
        </ActionForm>
      </Disclosure>
    )}
    {meeting.can.cancel && (
      <CancelForm action={actions.cancelCaseMeeting} target={<Target meeting={meeting} />} />
    )}
  </>
)

/** What comes next. */
export const CaseNext = ({ meeting }: Props) => {
  const { can } = meeting
  if (!can.call && !can.hold && !can.sendMinutes && !can.approve) return null
  return (
    <Section id="dalej" title={m.next}>
      <Sheet pad className="stack-4">
        {can.call && <Call meeting={meeting} />}
        {can.hold && meeting.heldOn <= meeting.today && <Hold meeting={meeting} />}
        {can.sendMinutes && meeting.minutes && (
          <Step meeting={meeting} action={actions.sendCaseMinutes} label={m.sendMinutes} />
        )}
        {can.approve && (
          <>
            <p className="soft">{m.approveText}</p>
            <Step meeting={meeting} action={actions.approveCaseMinutes} label={m.approve} />
          </>
        )}
        <Side meeting={meeting} />
      </Sheet>
    </Section>
  )
}
