import * as actions from '@/app/(app)/spotkania/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { dateInWarsaw, formatInstant } from '@/lib/format/dates'
import type { EntryRow, MeetingView } from '@/lib/meetings'
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

type EntryProps = { meeting: MeetingView; entry: EntryRow }

const Remark = ({ meeting, entry }: EntryProps) => (
  <li className="stack-2">
    <p className="pre">{entry.body}</p>
    <p className="soft">
      {entry.author}, {entry.institution}, {formatInstant(entry.at)}
    </p>
    {entry.answer && <p>{m.answered(entry.answeredBy, entry.answer)}</p>}
    {!entry.answer && meeting.can.answerRemark && (
      <ActionForm
        action={actions.answerRemark}
        label={`${m.answer}: ${entry.author}`}
        submitLabel={m.answer}
        submitVariant={2}
      >
        <FormHidden name="meetingId" value={meeting.id} />
        <FormHidden name="entryId" value={entry.id} />
        <FormTextArea name="answer" label={m.answerBody} rows={2} required />
      </ActionForm>
    )}
  </li>
)

const Remarks = ({ meeting }: { meeting: MeetingView }) => (
  <Section id="uwagi" title={m.remarks} level={3}>
    <Sheet pad className="stack-4">
      {meeting.remarks.length > 0 && (
        <ul className="ledger">
          {meeting.remarks.map((entry) => (
            <Remark key={entry.id} meeting={meeting} entry={entry} />
          ))}
        </ul>
      )}
      {meeting.can.remark && (
        <ActionForm
          action={actions.remarkOnMinutes}
          label={m.remark}
          submitLabel={m.remark}
          submitVariant={2}
        >
          <FormHidden name="meetingId" value={meeting.id} />
          <FormTextArea name="body" label={m.remarkBody} rows={2} required />
        </ActionForm>
      )}
    </Sheet>
  </Section>
)

const Annexes = ({ meeting }: { meeting: MeetingView }) => (
  <Section id="aneksy" title={m.annexes} level={3}>
    <Sheet pad className="stack-4">
      {meeting.annexes.length > 0 && (
        <ul className="ledger">
          {meeting.annexes.map((entry) => (
            <li key={entry.id}>
              <p className="pre">{entry.body}</p>
              <p className="soft">
                {entry.author}, {formatInstant(entry.at)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {meeting.can.annex && (
        <Disclosure summary={m.annex}>
          <ActionForm action={actions.addAnnex} label={m.annex} submitLabel={m.annex} submitVariant={2}>
            <FormHidden name="meetingId" value={meeting.id} />
            <FormTextArea name="body" label={m.annexBody} rows={3} required />
          </ActionForm>
        </Disclosure>
      )}
    </Sheet>
  </Section>
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
      {minutes?.approvedAt && (
        <Notice tone="good">
          {m.approvedBy(minutes.approvedBy ?? '', dateInWarsaw(minutes.approvedAt))}
        </Notice>
      )}
      <Sheet pad className="stack-4">
        {minutes && <p className="pre">{minutes.content ?? minutesText(meeting)}</p>}
        {minutes?.contentHash && <p className="muted break">{m.hash(minutes.contentHash)}</p>}
        {meeting.can.writeMinutes && <WriteForm meeting={meeting} />}
      </Sheet>
      {(meeting.remarks.length > 0 || meeting.can.remark) && <Remarks meeting={meeting} />}
      {(meeting.annexes.length > 0 || meeting.can.annex) && <Annexes meeting={meeting} />}
    </Section>
  )
}
