import { undoDelivery } from '@/app/(app)/moje-uslugi/actions'
import { DoneNote } from '@/app/(app)/moje-uslugi/done-note'
import { ServiceCard } from '@/app/(app)/moje-uslugi/service-card'
import { ActionForm } from '@/components/ui/action-form'
import { type Column, DataTable } from '@/components/ui/data-table'
import { FormHidden } from '@/components/ui/form-fields'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { type MyService, readMyService } from '@/lib/baskets'
import { formatDate } from '@/lib/format/dates'
import { serviceMessages as m, quantityText } from '@/lib/messages/pl/baskets'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

type Delivery = MyService['deliveries'][number]

const columns = (unit: string): Column<Delivery>[] => [
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
          <FormHidden name="back" value="line" />
        </ActionForm>
      ),
  },
]

export default definePage({
  permission: 'service.read',
  render: async ({ actor, params, search }) => {
    const { line, deliveries, staff, declineReasons, today } = await readMyService.execute(actor, {
      lineId: params.id ?? '',
    })
    return (
      <div className="task">
        <Crumbs items={[{ label: m.title, href: paths.myServices() }, { label: line.service }]} />
        <PageHead title={line.service} />
        <DoneNote code={search.zrobione} deliveryId={search.wpis} back="line" />
        <ServiceCard
          line={line}
          back="line"
          today={today}
          reasons={declineReasons}
          staff={staff}
          whole={staff.length > 0}
          open
        />
        <Section id="wpisy" title={m.deliveries.title}>
          <DataTable
            caption={m.deliveries.title}
            captionHidden
            columns={columns(line.unit)}
            rows={deliveries}
            rowId={(d) => d.id}
            empty={<p className="muted">{m.deliveries.empty}</p>}
          />
        </Section>
      </div>
    )
  },
})
