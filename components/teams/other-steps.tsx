import { MissingList, type MissingThing } from '@/components/teams/missing-list'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import type { FormAction } from '@/lib/format/form-state'
import { proposalMessages } from '@/lib/messages/pl/team-proposal'
import { stepNames, teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.page

type StepKey = 'team.takeBack' | 'team.giveUp' | 'team.suspend' | 'team.dissolve' | 'team.resume'
type Step = { may: boolean; missing: readonly MissingThing[] }
type StepsProps = {
  teamId: string
  version: number
  documentsHref: string
  steps: Readonly<Record<StepKey, Step>>
  actions: Readonly<Record<StepKey, FormAction>>
}

const StepForm = ({ step, props }: { step: StepKey; props: StepsProps }) => {
  const { missing } = props.steps[step]
  if (missing.length > 0)
    return (
      <>
        <p>{m.missing}</p>
        <MissingList missing={missing} documentsHref={props.documentsHref} />
      </>
    )
  const ends = step === 'team.giveUp' || step === 'team.dissolve'
  return (
    <ActionForm
      action={props.actions[step]}
      submitLabel={stepNames[step]}
      submitVariant={ends ? 'bad' : step === 'team.resume' ? 1 : 2}
      label={stepNames[step]}
    >
      <FormHidden name="teamId" value={props.teamId} />
      <FormHidden name="version" value={props.version} />
      <FormTextArea name="reason" label={m.reason} rows={2} required />
      {step === 'team.dissolve' && (
        <FormTextArea name="finalReport" label={m.finalReport} rows={5} required />
      )}
    </ActionForm>
  )
}

/** Steps that are rare and ask for a reason: on demand, at the foot of the page. */
export const OtherSteps = (props: StepsProps) => {
  const open = (
    ['team.resume', 'team.suspend', 'team.takeBack', 'team.giveUp', 'team.dissolve'] as const
  ).filter((step) => props.steps[step].may)
  if (open.length === 0) return null
  return (
    <Section id="inne" title={m.other}>
      <div className="stack">
        {open.map((step) => (
          <Disclosure key={step} summary={stepNames[step]} open={step === 'team.resume'}>
            {step === 'team.takeBack' && <p className="soft">{m.takeBackLead}</p>}
            {(step === 'team.suspend' || step === 'team.resume' || step === 'team.dissolve') && (
              <p className="soft">{proposalMessages.bothDecide}</p>
            )}
            <StepForm step={step} props={props} />
          </Disclosure>
        ))}
      </div>
    </Section>
  )
}
