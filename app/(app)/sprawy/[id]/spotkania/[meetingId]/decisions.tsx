import { decideAroundCase } from '@/app/(app)/sprawy/[id]/spotkania/actions'
import { WhoAndWhen } from '@/components/tasks/task-form'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormChoices, FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { CaseDecisionRow, CaseMeetingView, DecidedStep } from '@/lib/meetings'
import { caseMeetingMessages as c } from '@/lib/messages/pl/case-meetings'
import { meetingMessages as m } from '@/lib/messages/pl/meetings'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const stepKeys = Object.keys(c.steps) as DecidedStep[]

/** Where the step is taken, with the words of the decision filled in. */
const stepPlace = (caseId: string, stepKey: DecidedStep, decyzja: string): string => {
  if (stepKey === 'case.changePlan') return withParams(paths.casePlan(caseId), { decyzja })
  if (stepKey === 'case.startEvaluation') return paths.caseEnding(caseId)
  return withParams(paths.case(caseId), { decyzja })
}

type Props = { meeting: CaseMeetingView; decision: CaseDecisionRow }

const Line = ({ meeting, decision }: Props) => {
  if (decision.lineId)
    return (
      <ToneText tone="done">
        <AppLink href={paths.caseLine(meeting.caseId, decision.lineId)}>{c.lineThere}</AppLink>
      </ToneText>
    )
  return meeting.mayLine ? (
    <AppLink href={withParams(paths.caseLineNew(meeting.caseId), { decyzja: decision.id })}>
      {c.toLine}
    </AppLink>
  ) : (
    <span className="soft">{c.lineWaits}</span>
  )
}

/** What became of the decision, or the way to make it so. */
const Became = ({ meeting, decision }: Props) => {
  const { becomes, task, stepKey } = decision
  if (becomes === 'line') return <Line meeting={meeting} decision={decision} />
  if (becomes === 'task')
    return task ? (
      <span className="soft">
        {c.taskOf(task.to ? `${task.to}, ${task.institution}` : task.institution, task.dueOn)}
      </span>
    ) : null
  if (!stepKey) return null
  if (decision.stepTaken) return <ToneText tone="done">{c.stepTaken(c.steps[stepKey])}</ToneText>
  return meeting.mayLine ? (
    <AppLink href={stepPlace(meeting.caseId, stepKey, decision.id)}>{c.toStep(c.steps[stepKey])}</AppLink>
  ) : (
    <span className="soft">{c.stepWaits(c.steps[stepKey])}</span>
  )
}

const Form = ({ meeting }: { meeting: CaseMeetingView }) => (
  <ActionForm action={decideAroundCase} label={m.decide} submitLabel={m.decide} submitVariant={2}>
    <FormHidden name="meetingId" value={meeting.id} />
    <FormTextArea name="body" label={m.decideText} hint={c.decideHint} rows={2} maxLength={500} required />
    <FormChoices
      name="becomes"
      legend={c.becomes}
      options={(['task', 'line', 'step'] as const).map((value) => ({ value, label: c.becomesOf[value] }))}
      defaultValue="task"
      chips
    />
    <Disclosure summary={c.forTask} open>
      <WhoAndWhen holders={meeting.holders} />
    </Disclosure>
    <FormSelect
      name="stepKey"
      label={c.step}
      options={stepKeys.map((value) => ({ value, label: c.steps[value] }))}
    />
  </ActionForm>
)

/** Typed once; each shows what it became. */
export const CaseDecisions = ({ meeting }: { meeting: CaseMeetingView }) =>
  meeting.decisions.length === 0 && !meeting.can.decide ? null : (
    <Section id="ustalenia" title={m.decisions}>
      <Sheet pad className="stack-4">
        {meeting.decisions.length > 0 && (
          <ul className="ledger">
            {meeting.decisions.map((decision) => (
              <li key={decision.id}>
                <p className="med pre">{decision.body}</p>
                <Became meeting={meeting} decision={decision} />
              </li>
            ))}
          </ul>
        )}
        {meeting.can.decide && <Form meeting={meeting} />}
      </Sheet>
    </Section>
  )
