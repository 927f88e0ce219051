import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormHidden, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Ledger } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import type { IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { teamMessages } from '@/lib/messages/pl/teams'

const m = teamMessages.annex

export type Annex = {
  id: string
  kind: keyof typeof m.what
  number: string
  signedOn: IsoDate
  signedByName: string | null
  party: string | null
  effectiveOn: IsoDate
  note: string | null
}

/** What an annex changed, in a sentence. */
export const annexWords = (annex: Pick<Annex, 'kind' | 'party' | 'effectiveOn'>): string => {
  if (annex.kind === 'extension') return m.what.extension(annex.effectiveOn)
  return m.what[annex.kind](annex.party ?? '', annex.effectiveOn)
}

/** The annexes of the agreement: number, day, who signed, what changed and in what words. */
export const AnnexList = ({ annexes }: { annexes: readonly Annex[] }) => (
  <Sheet pad>
    <Ledger
      rows={annexes.map((annex) => ({
        id: annex.id,
        content: (
          <>
            <b className="med">{annexWords(annex)}</b>
            <br />
            <span className="muted">{m.line(annex.number, annex.signedOn, annex.signedByName)}</span>
            {annex.note && (
              <>
                <br />
                <span className="soft whitespace-pre-line">{annex.note}</span>
              </>
            )}
          </>
        ),
      }))}
    />
  </Sheet>
)

/** Number and words of an annex: both may be left empty. */
export const AnnexFields = () => (
  <>
    <FormText name="number" label={m.number} hint={m.numberHint} optional maxLength={40} width="short" />
    <FormTextArea name="note" label={m.note} rows={2} optional />
  </>
)

type ExtensionProps = {
  teamId: string
  version: number
  proposed: IsoDate
  today: IsoDate
  action: FormAction
  primary: boolean
}

/** The agreement goes on until a later day. */
export const ExtensionForm = ({ teamId, version, proposed, today, action, primary }: ExtensionProps) => (
  <ActionForm
    action={action}
    submitLabel={m.submitExtension}
    submitVariant={primary ? 1 : 2}
    label={m.extension}
  >
    <FormHidden name="teamId" value={teamId} />
    <FormHidden name="version" value={version} />
    <div className="cols-3">
      <FormDate name="agreementTo" label={m.until} defaultValue={proposed} required />
      <FormDate name="signedOn" label={teamMessages.agreement.signedOn} defaultValue={today} required />
      <FormText name="signedByName" label={m.signedBy} required maxLength={120} />
    </div>
    <AnnexFields />
  </ActionForm>
)
