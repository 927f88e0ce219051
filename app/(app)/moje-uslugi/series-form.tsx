import { deliverSeries } from '@/app/(app)/moje-uslugi/actions'
import type { Back } from '@/app/(app)/moje-uslugi/answer-forms'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import type { LineView } from '@/lib/baskets'
import { formatDate, formatWeekday, type IsoDate } from '@/lib/format/dates'
import { formatQuantity } from '@/lib/format/money'
import { serviceMessages } from '@/lib/messages/pl/baskets'

const m = serviceMessages.series

type Props = { line: LineView; back: Back; days: readonly IsoDate[] }

/** Planned days of which nothing is noted: ticked together, each with the same quantity. Nothing is ticked for anybody. */
export const SeriesForm = ({ line, back, days }: Props) =>
  days.length < 2 ? null : (
    <Disclosure summary={m.title(days.length)}>
      <ActionForm
        action={deliverSeries}
        submitLabel={m.submit}
        submitVariant={2}
        label={`${m.label}: ${line.service}`}
      >
        <FormHidden name="lineId" value={line.id} />
        <FormHidden name="back" value={back} />
        <FormChoices
          name="days"
          legend={m.days}
          hint={m.hint}
          multiple
          columns
          options={days.map((on) => ({ value: on, label: `${formatDate(on)}, ${formatWeekday(on)}` }))}
          required
        />
        <FormText
          name="quantity"
          label={m.quantity(line.unit)}
          defaultValue={formatQuantity(line.quantity ?? 100)}
          width="short"
          inputMode="decimal"
          required
        />
        <Disclosure summary={serviceMessages.deliver.more}>
          <FormTextArea name="note" label={serviceMessages.deliver.note} rows={3} maxLength={1000} optional />
        </Disclosure>
      </ActionForm>
    </Disclosure>
  )
