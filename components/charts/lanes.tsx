import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

export type LaneItem = { id: string; text: ReactNode; note?: ReactNode }

export type Lane = {
  id: string
  title: string
  count: number
  items: readonly LaneItem[]
  /** "i jeszcze 1" */
  more?: ReactNode
}

/** Stages as knots with counts on one thread; families hang below. Six lanes side by side from 64rem. */
export const Lanes = ({ lanes }: { lanes: readonly Lane[] }) => (
  <div className="sheet lanes" style={{ '--n': lanes.length }}>
    {lanes.map((lane) => (
      <section key={lane.id} className="lane" aria-labelledby={lane.id}>
        <h3 id={lane.id}>
          <span className={classNames('num', lane.count === 0 && 'z')}>{lane.count}</span>
          {lane.title}
        </h3>
        {(lane.items.length > 0 || lane.more) && (
          <ul>
            {lane.items.map((item) => (
              <li key={item.id}>
                {item.text}
                {item.note && <div>{item.note}</div>}
              </li>
            ))}
            {lane.more && <li>{lane.more}</li>}
          </ul>
        )}
      </section>
    ))}
  </div>
)
