import { randomUUID } from 'node:crypto'
import { deliver, finish, resume, schedule, start, suspend } from '@/app/(app)/moje-uslugi/actions'
import { type Back, Target } from '@/app/(app)/moje-uslugi/answer-forms'
import { Rhythm } from '@/app/(app)/sprawy/[id]/koszyk/nowa/line-fields'
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
import { frequencies, isFinal, type LineView } from '@/lib/baskets'
import type { IsoDate } from '@/lib/format/dates'
import { formatQuantity } from '@/lib/format/money'
import { frequencyNames, serviceMessages as m } from '@/lib/messages/pl/baskets'

type Props = { line: LineView; back: Back }

const often = frequencies.map((value) => ({ value, label: frequencyNames[value] }))

/** When it begins and how often: everything is proposed, one tap when it fits. */
export const ScheduleForm = ({ line, back }: Props) => (
  <ActionForm
    action={schedule}
    submitLabel={line.status === 'scheduled' ? m.schedule.change : m.schedule.submit}
    submitVariant={line.status === 'scheduled' ? 2 : 1}
    label={`${m.schedule.title}: ${line.service}`}
  >
    <Target line={line} back={back} />
    <FormDate name="startsOn" label={m.schedule.start} defaultValue={line.startsOn} required />
    <FormSelect
      name="frequency"
      label={m.schedule.frequency}
      options={often}
      defaultValue={line.frequency}
      placeholder={null}
    />
    <Disclosure summary={m.schedule.more}>
      <div className="form-fields">
        <Rhythm weekday={String(line.weekday ?? '')} atTime={line.atTime ?? ''} />
        <FormText
          name="quantity"
          label={m.schedule.quantity(line.unit)}
          defaultValue={line.quantity === null ? '' : formatQuantity(line.quantity)}
          width="short"
          inputMode="decimal"
          optional
        />
        <FormText name="place" label={m.schedule.place} defaultValue={line.place ?? ''} optional />
        <FormDate name="endsOn" label={m.schedule.end} defaultValue={line.endsOn ?? ''} optional />
      </div>
    </Disclosure>
  </ActionForm>
)

/** Work begins; where the benefit needs a decision, its number and date are asked here. */
export const StartForm = ({ line, back }: Props) => (
  <ActionForm
    action={start}
    submitLabel={m.start.submit}
    submitVariant={2}
    label={`${m.start.title}: ${line.service}`}
  >
    <Target line={line} back={back} />
    {line.requiresDecision && (
      <>
        <FormText
          name="decisionNumber"
          label={m.start.number}
          defaultValue={line.decisionNumber ?? ''}
          maxLength={80}
          required
        />
        <FormDate name="decisionOn" label={m.start.on} defaultValue={line.decisionOn ?? ''} required />
      </>
    )}
  </ActionForm>
)

/** Today, as much as agreed: one tap when the defaults are right. */
export const DeliverForm = ({ line, back, today }: Props & { today: IsoDate }) => (
  <ActionForm action={deliver} submitLabel={m.deliver.submit} label={`${m.deliver.title}: ${line.service}`}>
    {isFinal(line.status) && <p className="muted">{m.deliver.afterEnd(line.statusSince)}</p>}
    <FormHidden name="lineId" value={line.id} />
    <FormHidden name="back" value={back} />
    <FormHidden name="requestKey" value={randomUUID()} />
    <div className="row top">
      <FormDate
        name="deliveredOn"
        label={m.deliver.date}
        hint=""
        defaultValue={isFinal(line.status) ? line.statusSince : today}
        required
      />
      <FormText
        name="quantity"
        label={m.deliver.quantity(line.unit)}
        defaultValue={formatQuantity(line.quantity ?? 100)}
        width="short"
        inputMode="decimal"
        required
      />
    </div>
    <Disclosure summary={m.deliver.more}>
      <FormTextArea name="note" label={m.deliver.note} rows={3} maxLength={1000} optional />
    </Disclosure>
  </ActionForm>
)

const results = Object.entries(m.finish.options).map(([value, label]) => ({ value, label }))

export const FinishForm = ({ line, back }: Props) => (
  <Disclosure summary={m.finish.title}>
    <ActionForm
      action={finish}
      submitLabel={m.finish.submit}
      submitVariant={2}
      label={`${m.finish.title}: ${line.service}`}
    >
      <Target line={line} back={back} />
      <FormChoices name="result" legend={m.finish.result} options={results} required />
      <FormTextArea name="note" label={m.finish.note} hint={m.finish.noteHint} rows={2} maxLength={500} />
    </ActionForm>
  </Disclosure>
)

export const SuspendForm = ({ line, back }: Props) => (
  <Disclosure summary={m.suspend.title}>
    <ActionForm
      action={suspend}
      submitLabel={m.suspend.submit}
      submitVariant={2}
      label={`${m.suspend.title}: ${line.service}`}
    >
      <Target line={line} back={back} />
      <FormText name="note" label={m.suspend.note} maxLength={500} required />
    </ActionForm>
  </Disclosure>
)

export const ResumeForm = ({ line, back }: Props) => (
  <ActionForm action={resume} submitLabel={m.resume} submitVariant={2} label={`${m.resume}: ${line.service}`}>
    <Target line={line} back={back} />
  </ActionForm>
)
