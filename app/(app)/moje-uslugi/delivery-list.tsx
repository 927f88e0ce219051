import { undoDelivery } from '@/app/(app)/moje-uslugi/actions'
import type { Back } from '@/app/(app)/moje-uslugi/answer-forms'
import { ActionForm } from '@/components/ui/action-form'
import { type Column, DataTable } from '@/components/ui/data-table'
import { FormHidden } from '@/components/ui/form-fields'
import { Section } from '@/components/ui/page-head'
import type { LinePage } from '@/lib/baskets'
import { formatDate } from '@/lib/format/dates'
import { serviceMessages as m, quantityText } from '@/lib/messages/pl/baskets'

type Delivery = LinePage['deliveries'][number]

const columns = (unit: string, back: Back): Column<Delivery>[] => [
  { key: 'on', label: m.deliveries.on, cell: (d) => formatDate(d.on) },
  {
    key: 'quantity',
    label: m.deliveries.quantity,
    cell: (d) => (d.cancelled ? m.deliveries.cancelled : quantityText(d.quantity, unit)),
  },
  { key: 'note', label: m.deliveries.note, cell: (d) => d.note },
  {
    key: 'action',
    label: m.deliveries.action,
    headHidden: true,
    cell: (d) =>
      d.mayCancel && (
        <ActionForm
          action={undoDelivery}
          submitLabel={m.undo}
          submitVariant={3}
          inline
          small
          label={`${m.undo}, ${formatDate(d.on)}`}
        >
          <FormHidden name="deliveryId" value={d.id} />
          <FormHidden name="back" value={back} />
        </ActionForm>
      ),
  },
]

/** Day by day what took place; what was noted wrongly is taken back and stays in the list as such. */
export const DeliveryList = ({
  deliveries,
  unit,
  back,
}: {
  deliveries: readonly Delivery[]
  unit: string
  back: Back
}) => (
  <Section id="wpisy" title={m.deliveries.title}>
    <DataTable
      caption={m.deliveries.title}
      captionHidden
      columns={columns(unit, back)}
      rows={deliveries}
      rowId={(d) => d.id}
      empty={<p className="muted">{m.deliveries.empty}</p>}
    />
  </Section>
)
