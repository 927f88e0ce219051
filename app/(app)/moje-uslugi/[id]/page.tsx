import { DeliveryList } from '@/app/(app)/moje-uslugi/delivery-list'
import { DoneNote } from '@/app/(app)/moje-uslugi/done-note'
import { ServiceCard } from '@/app/(app)/moje-uslugi/service-card'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { readMyService } from '@/lib/baskets'
import { serviceMessages as m } from '@/lib/messages/pl/baskets'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

export default definePage({
  permission: 'service.read',
  render: async ({ actor, params, search }) => {
    const { line, deliveries, schedule, unnoted, staff, declineReasons, today } = await readMyService.execute(
      actor,
      {
        lineId: params.id ?? '',
      },
    )
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
          unnoted={unnoted}
        />
        <DeliveryList deliveries={deliveries} schedule={schedule} line={line} back="line" />
      </div>
    )
  },
})
