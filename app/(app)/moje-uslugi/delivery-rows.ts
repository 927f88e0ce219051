import type { LinePage } from '@/lib/baskets'
import type { IsoDate } from '@/lib/format/dates'

type Delivery = LinePage['deliveries'][number]

export type DeliveryRow = {
  readonly id: string
  readonly plannedOn: IsoDate | null
  readonly ahead: boolean
  readonly delivery: Delivery | null
}

/** Planned days and deliveries in one list, newest first; what belongs to no planned day stands where it took place. */
export const deliveryRows = (
  schedule: LinePage['schedule'],
  deliveries: readonly Delivery[],
): DeliveryRow[] => {
  const rows = schedule.flatMap((day): DeliveryRow[] => {
    const own = deliveries.filter((d) => day.deliveryIds.includes(d.id))
    if (own.length === 0) return [{ id: day.on, plannedOn: day.on, ahead: day.ahead, delivery: null }]
    return own.map((delivery) => ({ id: delivery.id, plannedOn: day.on, ahead: false, delivery }))
  })
  const placed = new Set(rows.map((row) => row.id))
  const others = deliveries.filter((d) => !placed.has(d.id))
  const all = [
    ...rows,
    ...others.map((delivery) => ({ id: delivery.id, plannedOn: null, ahead: false, delivery })),
  ]
  const dayOf = (row: DeliveryRow) => row.delivery?.on ?? row.plannedOn ?? ''
  return all.sort((a, b) => dayOf(b).localeCompare(dayOf(a)))
}
