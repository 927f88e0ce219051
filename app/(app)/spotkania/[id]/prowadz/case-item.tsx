import { decideCaseAtMeeting } from '@/app/(app)/spotkania/actions'
import { CategoryField, WhoAndWhen } from '@/components/tasks/task-form'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormHidden, FormText } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import type { MeetingView, OpenItem } from '@/lib/meetings'
import { stageNames } from '@/lib/messages/pl/cases'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const Decide = ({ open }: { open: OpenItem }) => (
  <Disclosure summary={m.screen.decideCase}>
    <ActionForm
      action={decideCaseAtMeeting}
      label={m.screen.decideCase}
      submitLabel={m.screen.decideCase}
      submitVariant={2}
    >
      <FormHidden name="itemId" value={open.id} />
      <FormText name="body" label={m.decideText} maxLength={200} required />
      <CategoryField />
      <WhoAndWhen holders={open.holders} />
    </ActionForm>
  </Disclosure>
)

type Props = { meeting: MeetingView; itemId: string; open: OpenItem | null }

/** Covered until who may opens it: not even the number stands there. No name stands there at all. */
export const CaseItem = ({ meeting, itemId, open }: Props) => {
  const screen = paths.meetingScreen(meeting.id)
  if (!open)
    return (
      <>
        <h2>{m.screen.hidden}</h2>
        <p className="soft mt-2">{m.screen.hiddenText}</p>
        <LinkButton href={withParams(screen, { punkt: itemId })} icon="eye" inline>
          {m.screen.open}
        </LinkButton>
      </>
    )
  return (
    <div className="stack-2" id={`punkt-${itemId}`}>
      <h2>{m.caseItem(open.number)}</h2>
      <p>
        {m.reason[open.reason]}. {m.screen.stage(stageNames[open.status].name)}
        {open.dueOn && `, ${m.screen.due(open.dueOn)}`}.
      </p>
      {open.asked > 0 && <p>{m.screen.asked(open.asked)}</p>}
      {open.decisions.length > 0 && (
        <ul className="ledger">
          {open.decisions.map(({ id, body }) => (
            <li key={id} className="med">
              {body}
            </li>
          ))}
        </ul>
      )}
      {open.mayDecide && ['called', 'held'].includes(meeting.status) && <Decide open={open} />}
      <p className="muted">{m.screen.logged}</p>
      <LinkButton href={screen} inline>
        {m.screen.close}
      </LinkButton>
    </div>
  )
}
