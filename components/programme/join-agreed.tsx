import { ActionForm } from '@/components/ui/action-form'
import { FormHidden } from '@/components/ui/form-fields'
import { NextStep } from '@/components/ui/work'
import type { FormAction } from '@/lib/format/form-state'
import { recruitmentMessages as m } from '@/lib/messages/pl/recruitment'

/** Institutions that agreed become parties of a team in formation in one step. */
export const JoinAgreed = ({
  teamId,
  version,
  institutions,
  action,
}: {
  teamId: string
  version: number
  institutions: readonly { readonly id: string; readonly name: string }[]
  action: FormAction
}) => (
  <NextStep
    id="zgodzily-sie"
    title={m.joinTitle}
    lead={
      <>
        <p>{institutions.map(({ name }) => name).join(', ')}</p>
        <p>{m.joinLead}</p>
      </>
    }
    action={
      <ActionForm action={action} submitLabel={m.join(institutions.length)} label={m.joinTitle} inline>
        <FormHidden name="teamId" value={teamId} />
        <FormHidden name="version" value={version} />
        {institutions.map(({ id }) => (
          <FormHidden key={id} name="members" value={id} />
        ))}
      </ActionForm>
    }
  />
)
