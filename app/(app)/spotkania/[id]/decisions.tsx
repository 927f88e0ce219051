import { decideAtMeeting } from '@/app/(app)/spotkania/actions'
import { WhoAndWhen } from '@/components/tasks/task-form'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { DecisionRow, MeetingView } from '@/lib/meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { taskMessages } from '@/lib/messages/pl/tasks'

/** The sentence that was decided, and who does it until when. */
export const DecisionLine = ({ decision: { body, task } }: { decision: DecisionRow }) => (
  <>
    <span className="med">{body}</span>
    {task && (
      <span className="block soft">
        {m.decided(task.to ? `${task.to}, ${task.institution}` : task.institution, task.dueOn)}
        {task.status !== 'open' && `, ${taskMessages.status[task.status]}`}
      </span>
    )}
  </>
)

type FormProps = { meeting: MeetingView; itemId?: string; title?: string; screen?: boolean }

/** Typed once: it is a task from then on. */
export const DecisionForm = ({ meeting, itemId, title, screen }: FormProps) => {
  const items = meeting.items.flatMap((i) => (i.kind === 'team' ? [{ value: i.id, label: i.title }] : []))
  return (
    <ActionForm
      action={decideAtMeeting}
      label={title ? `${m.decide}: ${title}` : m.decide}
      submitLabel={m.decide}
      submitVariant={2}
    >
      <FormHidden name="meetingId" value={meeting.id} />
      {screen && <FormHidden name="screen" value="on" />}
      {itemId ? (
        <FormHidden name="itemId" value={itemId} />
      ) : (
        <FormSelect name="itemId" label={m.decideItem} options={items} placeholder={m.screen.outside} />
      )}
      <FormText name="body" label={m.decideText} hint={m.decideHint} maxLength={200} required />
      <WhoAndWhen holders={meeting.holders} />
    </ActionForm>
  )
}

/** What was decided. What is about a case stands in the case. */
export const Decisions = ({ meeting }: { meeting: MeetingView }) => {
  if (meeting.decisions.length === 0 && !meeting.can.decide) return null
  return (
    <Section id="ustalenia" title={m.decisions}>
      <Sheet pad className="stack-4">
        {meeting.decisions.length === 0 ? (
          <p className="soft">{m.decisionsEmpty}</p>
        ) : (
          <ul className="ledger">
            {meeting.decisions.map((decision) => (
              <li key={decision.id}>
                <DecisionLine decision={decision} />
              </li>
            ))}
          </ul>
        )}
        {meeting.can.decide && (
          <Disclosure summary={m.decide}>
            <DecisionForm meeting={meeting} />
          </Disclosure>
        )}
      </Sheet>
    </Section>
  )
}
