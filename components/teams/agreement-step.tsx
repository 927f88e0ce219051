import { StepButton } from '@/components/teams/agreement-forms'
import { MissingList, type MissingThing } from '@/components/teams/missing-list'
import { NextStep } from '@/components/ui/work'
import type { FormAction } from '@/lib/format/form-state'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.agreement

type StepProps = {
  teamId: string
  version: number
  sending: boolean
  missing: readonly MissingThing[]
  documentsHref: string
  send: FormAction
  activate: FormAction
}

/** Sending the agreement or starting the team: what is missing in words, or the button. */
export const AgreementStep = (props: StepProps) => {
  const { teamId, version, sending, missing, send, activate } = props
  const label = sending ? m.send : m.activate
  if (missing.length > 0)
    return (
      <NextStep
        id="krok"
        title={label}
        lead={
          <>
            {teamMessages.page.missing}
            <MissingList missing={missing} documentsHref={props.documentsHref} />
          </>
        }
      />
    )
  return (
    <NextStep
      id="krok"
      title={label}
      lead={sending ? m.sendLead : m.activateLead}
      action={
        <StepButton teamId={teamId} version={version} label={label} action={sending ? send : activate} />
      }
    />
  )
}
