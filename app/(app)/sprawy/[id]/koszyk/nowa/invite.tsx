import { inviteProvider } from '@/app/(app)/sprawy/[id]/koszyk/actions'
import type { Chosen } from '@/app/(app)/sprawy/[id]/koszyk/nowa/line-fields'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormText } from '@/components/ui/form-fields'
import { Sheet } from '@/components/ui/sheet'
import { lineFormMessages } from '@/lib/messages/pl/line-form'

const m = lineFormMessages.invite

const Ask = ({ caseId, chosen, back }: Omit<Props, 'may'>) => (
  <ActionForm action={inviteProvider} submitLabel={m.submit} submitVariant={2} label={m.submit}>
    <FormHidden name="caseId" value={caseId} />
    <FormHidden name="institutionIds" value={chosen.providerId} />
    <FormHidden name="back" value={back} />
    <FormText
      name="purpose"
      label={m.reason}
      maxLength={300}
      required={!chosen.inTeam}
      optional={chosen.inTeam}
    />
  </ActionForm>
)

type Props = { caseId: string; chosen: Chosen; back: string; may: boolean }

/** An institution that is not in the family team is invited first: only then can the family consent to it. */
export const Invite = ({ caseId, chosen, back, may }: Props) =>
  chosen.participates ? null : (
    <Sheet pad className="mb-4" labelledBy="zaproszenie">
      <h2 id="zaproszenie">{m.title(chosen.provider)}</h2>
      <p className="soft">{chosen.inTeam ? m.text : `${m.outside} ${m.text}`}</p>
      {may ? <Ask caseId={caseId} chosen={chosen} back={back} /> : <p className="muted">{m.byCoordinator}</p>}
    </Sheet>
  )
