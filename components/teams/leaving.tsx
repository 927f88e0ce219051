import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { Ledger } from '@/components/ui/lists'
import type { FormAction } from '@/lib/format/form-state'
import { lineStatusNames } from '@/lib/messages/pl/baskets'
import { leavingMessages } from '@/lib/messages/pl/leaving'

const m = leavingMessages.lines

type Line = {
  readonly id: string
  readonly number: string
  readonly service: string
  readonly status: keyof typeof lineStatusNames
  readonly refusal: keyof typeof m.refusals | null
}

const words = ({ service, number, status }: Line): string =>
  m.one(service, number, lineStatusNames[status].toLowerCase())

const About = ({ line }: { line: Line }) => (
  <>
    {words(line)}
    {line.refusal && (
      <>
        <br />
        <span className="ink is-late">{m.refusals[line.refusal]}</span>
      </>
    )}
  </>
)

/** The open services of a leaving party, to read. */
export const LeavingLines = ({ lines }: { lines: readonly Line[] }) => (
  <Ledger rows={lines.map((line) => ({ id: line.id, content: <About line={line} /> }))} />
)

type HandProps = {
  leaving: {
    readonly teamId: string
    readonly memberId: string
    readonly lines: readonly Line[]
    readonly takers: readonly { readonly id: string; readonly name: string }[]
  }
  action: FormAction
}

/** All of them are ticked: one choice, one reason, one tap. */
export const HandLinesForm = ({ leaving, action }: HandProps) => (
  <ActionForm action={action} submitLabel={m.submit} label={m.title}>
    <FormHidden name="teamId" value={leaving.teamId} />
    <FormHidden name="memberId" value={leaving.memberId} />
    <FormChoices
      name="lines"
      legend={m.legend}
      multiple
      defaultValue={leaving.lines.map(({ id }) => id)}
      options={leaving.lines.map((line) => ({
        value: line.id,
        label: words(line),
        hint: line.refusal ? m.refusals[line.refusal] : undefined,
      }))}
    />
    <FormSelect
      name="to"
      label={m.to}
      hint={m.toHint}
      required
      options={[
        ...leaving.takers.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'close', label: m.close },
      ]}
    />
    <FormTextArea name="reason" label={m.reason} hint={m.reasonHint} rows={2} required />
  </ActionForm>
)
