import { undoDelivery } from '@/app/(app)/moje-uslugi/actions'
import type { Back } from '@/app/(app)/moje-uslugi/answer-forms'
import { type DeliveryRow, deliveryRows } from '@/app/(app)/moje-uslugi/delivery-rows'
import { ActionForm } from '@/components/ui/action-form'
import { type Column, DataTable } from '@/components/ui/data-table'
import { FormHidden } from '@/components/ui/form-fields'
import { Section } from '@/components/ui/page-head'
import { Muted, ToneText } from '@/components/ui/status'
import { isFinal, type LinePage, type LineView } from '@/lib/baskets'
import { formatDate } from '@/lib/format/dates'
import { lineStatusNames, progressText, quantityText, serviceMessages } from '@/lib/messages/pl/baskets'
import { outcomeNames } from '@/lib/messages/pl/line-form'

const m = serviceMessages.deliveries

const Took = ({ row }: { row: DeliveryRow }) => {
  if (row.delivery) return formatDate(row.delivery.on)
  return row.ahead ? <Muted>{m.ahead}</Muted> : <ToneText tone="mine">{m.notNoted}</ToneText>
}

const Undo = ({ row: { delivery }, back }: { row: DeliveryRow; back: Back }) =>
  delivery?.mayCancel ? (
    <ActionForm
      action={undoDelivery}
      submitLabel={serviceMessages.undo}
      submitVariant={3}
      inline
      small
      label={`${serviceMessages.undo}, ${formatDate(delivery.on)}`}
    >
      <FormHidden name="deliveryId" value={delivery.id} />
      <FormHidden name="back" value={back} />
    </ActionForm>
  ) : null

const columns = (unit: string, back: Back, scheduled: boolean): Column<DeliveryRow>[] => [
  ...(scheduled
    ? [
        {
          key: 'planned',
          label: m.planned,
          cell: (row: DeliveryRow) => (row.plannedOn ? formatDate(row.plannedOn) : null),
        },
      ]
    : []),
  { key: 'on', label: scheduled ? m.took : m.on, cell: (row) => <Took row={row} /> },
  {
    key: 'quantity',
    label: m.quantity,
    cell: ({ delivery }) =>
      delivery && (delivery.cancelled ? m.cancelled : quantityText(delivery.quantity, unit)),
  },
  { key: 'note', label: m.note, cell: ({ delivery }) => delivery?.note },
  { key: 'action', label: m.action, headHidden: true, cell: (row) => <Undo row={row} back={back} /> },
]

type Props = Pick<LinePage, 'deliveries' | 'schedule'> & {
  line: LineView
  back: Back
  /** achieved | partly | not, where somebody judged it */
  outcome?: string | null
}

const resultOf = ({ line, outcome }: Props): string | null => {
  if (outcome) return outcomeNames[outcome] ?? null
  return isFinal(line.status) ? lineStatusNames[line.status] : null
}

/** Day by day what was planned and what took place; what was noted wrongly is taken back and stays in the list as such. */
export const DeliveryList = (props: Props) => {
  const { deliveries, schedule, line, back } = props
  return (
    <Section
      id="wpisy"
      title={m.title}
      lead={m.lead(progressText(line.delivered, line.planned, line.unit), resultOf(props))}
    >
      <DataTable
        caption={m.title}
        captionHidden
        columns={columns(line.unit, back, schedule.length > 0)}
        rows={deliveryRows(schedule, deliveries)}
        rowId={(row) => row.id}
        empty={<p className="muted">{m.empty}</p>}
      />
    </Section>
  )
}
