import { answer, assign } from '@/app/(app)/moje-uslugi/actions'
import { ActionForm } from '@/components/ui/action-form'
import {
  FormChoices,
  FormDate,
  FormHidden,
  FormSelect,
  FormText,
  FormTextArea,
} from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import type { Choice, LineView } from '@/lib/baskets'
import { serviceMessages as m } from '@/lib/messages/pl/baskets'

/** Where the form stands: after it the person comes back there. */
export type Back = 'list' | 'line' | `case/${string}`

export const Target = ({ line, back }: { line: LineView; back: Back }) => (
  <>
    <FormHidden name="lineId" value={line.id} />
    <FormHidden name="version" value={line.version} />
    <FormHidden name="back" value={back} />
  </>
)

const Decline = ({ line, back, reasons }: { line: LineView; back: Back; reasons: readonly Choice[] }) => (
  <ActionForm
    action={answer}
    submitLabel={m.answer.sendDecline}
    submitVariant="bad"
    label={`${m.answer.decline}: ${line.service}`}
  >
    <Target line={line} back={back} />
    <FormHidden name="answer" value="decline" />
    <FormChoices name="reasonKey" legend={m.answer.why} options={reasons} required />
    <FormText name="note" label={m.answer.note} optional maxLength={500} />
  </ActionForm>
)

const Wait = ({ line, back }: { line: LineView; back: Back }) => (
  <ActionForm
    action={answer}
    submitLabel={m.answer.wait}
    submitVariant={2}
    label={`${m.answer.wait}: ${line.service}`}
  >
    <Target line={line} back={back} />
    <FormHidden name="answer" value="wait" />
    <FormText name="note" label={m.answer.note} hint={m.answer.waitHint} optional maxLength={500} />
  </ActionForm>
)

const Counter = ({ line, back }: { line: LineView; back: Back }) => (
  <ActionForm
    action={answer}
    submitLabel={m.answer.counter}
    submitVariant={2}
    label={`${m.answer.counter}: ${line.service}`}
  >
    <Target line={line} back={back} />
    <FormHidden name="answer" value="counter" />
    <FormDate name="startsOn" label={m.answer.counterStart} optional />
    <FormText
      name="quantity"
      label={m.answer.counterQuantity(line.unit)}
      optional
      width="short"
      inputMode="decimal"
    />
    <FormTextArea name="note" label={m.answer.note} rows={2} optional maxLength={500} />
  </ActionForm>
)

/** Take it in one tap; refuse, wait or propose otherwise on demand. */
export const AnswerForms = ({
  line,
  back,
  reasons,
}: {
  line: LineView
  back: Back
  reasons: readonly Choice[]
}) => (
  <div className="mini">
    {line.can.includes('accept') && (
      <ActionForm action={answer} submitLabel={m.answer.accept} label={m.answer.acceptFor(line.service)}>
        <Target line={line} back={back} />
        <FormHidden name="answer" value="accept" />
      </ActionForm>
    )}
    {line.can.includes('decline') && (
      <Disclosure summary={m.answer.decline}>
        <Decline line={line} back={back} reasons={reasons} />
      </Disclosure>
    )}
    {line.can.includes('wait') && (
      <Disclosure summary={m.answer.other}>
        <div className="stack">
          <Wait line={line} back={back} />
          <Counter line={line} back={back} />
        </div>
      </Disclosure>
    )}
  </div>
)

/** The institution names who of its people does it. */
export const AssignForm = ({
  line,
  back,
  staff,
}: {
  line: LineView
  back: Back
  staff: readonly Choice[]
}) => (
  <Disclosure summary={m.assign.title}>
    <ActionForm
      action={assign}
      submitLabel={m.assign.submit}
      submitVariant={2}
      label={`${m.assign.title}: ${line.service}`}
    >
      <Target line={line} back={back} />
      <FormSelect
        name="userId"
        label={m.assign.person}
        options={staff}
        defaultValue={line.responsibleUserId ?? ''}
        required
      />
    </ActionForm>
  </Disclosure>
)
