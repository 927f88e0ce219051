import { BasketTimeline, type TimelineState } from '@/components/charts/basket-timeline'
import { Section } from '@/components/ui/page-head'
import type { Basket, LineStatus } from '@/lib/baskets'
import { addMonths } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { basketMessages as m } from '@/lib/messages/pl/basket-page'
import { paths } from '@/lib/web/paths'

const states: Record<LineStatus, TimelineState> = {
  draft: 'draft',
  proposed: 'ask',
  counterProposed: 'mine',
  waitingList: 'queue',
  accepted: 'promise',
  scheduled: 'promise',
  inProgress: 'going',
  suspended: 'paused',
  delivered: 'done',
  partlyDelivered: 'done',
  notDelivered: 'off',
  declined: 'late',
  cancelled: 'dropped',
}

type Props = { basket: Basket; deliveries: readonly { lineId: string; on: IsoDate }[] }

/** Lines over months, with deliveries as ticks. */
export const Timeline = ({ basket, deliveries }: Props) => {
  const lines = basket.lines.map((line) => ({
    id: line.id,
    label: line.title ?? line.service,
    state: states[line.status],
    start: line.startsOn,
    end: line.endsOn,
    deliveries: [...new Set(deliveries.filter((d) => d.lineId === line.id).map((d) => d.on))],
    href: paths.caseLine(line.caseId, line.id),
  }))
  if (lines.length === 0) return null
  const days = [...lines.map((l) => l.start), basket.today].sort()
  const ends = [...lines.flatMap((l) => l.end ?? []), addMonths(basket.today, 1)].sort()
  return (
    <Section id="os-czasu" title={m.timeline.title} lead={m.timeline.lead}>
      <BasketTimeline
        id="koszyk"
        from={days[0] ?? basket.today}
        to={ends.at(-1) ?? basket.today}
        today={basket.today}
        lines={lines}
      />
    </Section>
  )
}
