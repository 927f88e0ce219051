import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { FormHidden } from '@/components/ui/form-fields'
import { NextStep } from '@/components/ui/work'
import type { FormAction } from '@/lib/format/form-state'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'
import { grantedNames } from '@/lib/messages/pl/who'

const m = caseMessages.next

type Stage = keyof typeof stageNames
type Head = {
  id: string
  version: number
  status: Stage
  next: {
    to: Stage | null
    permission: string | null
    missing: readonly (keyof typeof caseMessages.missing)[]
    mine: boolean
  }
}
type StepActions = {
  screenCase: FormAction
  requestConsent: FormAction
  startDiagnosis: FormAction
  resumeCase: FormAction
}

/** Steps taken by one button on this page; the others have a page of their own. */
const oneButton = (status: Stage, actions: StepActions): { action: FormAction; label: string } | null => {
  if (status === 'submitted') return { action: actions.screenCase, label: m.go.screening }
  if (status === 'qualified') return { action: actions.requestConsent, label: m.go.awaitingConsent }
  if (status === 'awaitingConsent') return { action: actions.startDiagnosis, label: m.go.diagnosis }
  if (status === 'suspended') return { action: actions.resumeCase, label: m.go.inProgress }
  return null
}

const Missing = ({ head }: { head: Head }) =>
  head.next.missing.length === 0 ? (
    <span>{head.next.mine ? m.ready : m.waits(grantedNames(head.next.permission))}</span>
  ) : (
    <>
      <span>{m.missing}</span>
      <span className="block">
        {head.next.missing.map((key) => (
          <span key={key} className="block">
            {`• ${caseMessages.missing[key]}`}
          </span>
        ))}
      </span>
    </>
  )

/** What comes next, what is missing for it in words, and the page's one primary button. */
export const NextStepView = ({
  head,
  link,
  actions,
}: {
  head: Head
  link: string | null
  actions: StepActions
}) => {
  if (!head.next.to) return <NextStep id="next" title={m.over} lead={m.overText} />
  const button = oneButton(head.status, actions)
  const ready = head.next.mine && head.next.missing.length === 0
  return (
    <NextStep
      id="next"
      title={m.title(stageNames[head.next.to].name)}
      lead={<Missing head={head} />}
      action={
        ready && button ? (
          <ActionForm action={button.action} submitLabel={button.label} label={button.label} inline>
            <FormHidden name="caseId" value={head.id} />
            <FormHidden name="version" value={head.version} />
          </ActionForm>
        ) : link ? (
          <LinkButton href={link} variant={1} icon="arrow">
            {m.open[head.status]}
          </LinkButton>
        ) : undefined
      }
    />
  )
}
