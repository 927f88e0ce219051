import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { dateInWarsaw, formatInstant } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import type { EntryRow, WholeMeeting } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'

/** What both kinds of minutes share: approval, remarks with their answers, annexes. */
type Meeting = {
  id: string
  remarks: readonly EntryRow[]
  annexes: readonly EntryRow[]
  can: { remark: boolean; answerRemark: boolean; annex: boolean }
}
type MinutesActions = { remark: FormAction; answer: FormAction; annex: FormAction }

const Approved = ({ minutes }: { minutes: WholeMeeting['minutes'] }) =>
  minutes?.approvedAt ? (
    <Notice tone="good">{m.approvedBy(minutes.approvedBy ?? '', dateInWarsaw(minutes.approvedAt))}</Notice>
  ) : null

type RemarkProps = { meeting: Meeting; entry: EntryRow; action: FormAction }

const Remark = ({ meeting, entry, action }: RemarkProps) => (
  <li className="stack-2">
    <p className="pre">{entry.body}</p>
    <p className="soft">
      {entry.author}, {entry.institution}, {formatInstant(entry.at)}
    </p>
    {entry.answer && <p>{m.answered(entry.answeredBy, entry.answer)}</p>}
    {!entry.answer && meeting.can.answerRemark && (
      <ActionForm
        action={action}
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

const Remarks = ({ meeting, actions }: { meeting: Meeting; actions: MinutesActions }) =>
  meeting.remarks.length === 0 && !meeting.can.remark ? null : (
    <Section id="uwagi" title={m.remarks} level={3}>
      <Sheet pad className="stack-4">
        {meeting.remarks.length > 0 && (
          <ul className="ledger">
            {meeting.remarks.map((entry) => (
              <Remark key={entry.id} meeting={meeting} entry={entry} action={actions.answer} />
            ))}
          </ul>
        )}
        {meeting.can.remark && (
          <ActionForm action={actions.remark} label={m.remark} submitLabel={m.remark} submitVariant={2}>
            <FormHidden name="meetingId" value={meeting.id} />
            <FormTextArea name="body" label={m.remarkBody} rows={2} required />
          </ActionForm>
        )}
      </Sheet>
    </Section>
  )

const Annexes = ({ meeting, action }: { meeting: Meeting; action: FormAction }) =>
  meeting.annexes.length === 0 && !meeting.can.annex ? null : (
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
            <ActionForm action={action} label={m.annex} submitLabel={m.annex} submitVariant={2}>
              <FormHidden name="meetingId" value={meeting.id} />
              <FormTextArea name="body" label={m.annexBody} rows={3} required />
            </ActionForm>
          </Disclosure>
        )}
      </Sheet>
    </Section>
  )

type WrittenProps = {
  meeting: Meeting & { minutes: WholeMeeting['minutes']; can: { writeMinutes: boolean } }
  /** what the product writes of it today; approved, it stands as it was approved */
  text: string
  /** the form of who writes them */
  write: ReactNode
  actions: MinutesActions
}

/** The minutes from the first draft to their annexes, of a meeting of the team and of one around a family alike. */
export const Written = ({ meeting, text, write, actions }: WrittenProps) => {
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
        {minutes && <p className="pre">{minutes.content ?? text}</p>}
        {minutes?.contentHash && <p className="muted wrap-anywhere">{m.hash(minutes.contentHash)}</p>}
        {meeting.can.writeMinutes && write}
      </Sheet>
      <Remarks meeting={meeting} actions={actions} />
      <Annexes meeting={meeting} action={actions.annex} />
    </Section>
  )
}

type WriteFormProps = {
  minutes: WholeMeeting['minutes']
  action: FormAction
  /** which meeting, which version, and fields beside the text */
  target: ReactNode
  children?: ReactNode
}

/** What was said, in the words of who writes the minutes. */
export const WriteForm = ({ minutes, action, target, children }: WriteFormProps) => (
  <Disclosure summary={m.minutesBody} open={minutes === null}>
    <ActionForm action={action} label={m.minutesBody} submitLabel={m.writeMinutes} submitVariant={2}>
      {target}
      <FormTextArea
        name="body"
        label={m.minutesBody}
        hint={m.minutesLead}
        defaultValue={minutes?.body ?? ''}
        rows={6}
        required
      />
      {children}
    </ActionForm>
  </Disclosure>
)
