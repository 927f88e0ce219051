import type { ReactNode } from 'react'
import { uiMessages } from '@/lib/messages/pl/ui'

export type LaneItem = { id: string; text: ReactNode; note?: ReactNode }
export type LaneColumn = { id: string; title: string; items: readonly LaneItem[] }

/** Shown at once; the rest opens in place, without a script. */
const shown = 4

const Items = ({ items }: { items: readonly LaneItem[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item.id}>
        {item.text}
        {item.note && (
          <>
            <br />
            {item.note}
          </>
        )}
      </li>
    ))}
  </ul>
)

/** Stages on one thread, what stands at each hangs below its knot. */
export const Lanes = ({ lanes, empty }: { lanes: readonly LaneColumn[]; empty: string }) => (
  <div className="sheet lanes" style={{ '--n': lanes.length }}>
    {lanes.map((lane) => (
      <section key={lane.id} className="lane" aria-labelledby={`etap-${lane.id}`}>
        <h3 id={`etap-${lane.id}`}>
          <span className={lane.items.length === 0 ? 'num z' : 'num'}>{lane.items.length}</span>
          {lane.title}
        </h3>
        {lane.items.length === 0 ? (
          <p className="muted mt-2">{empty}</p>
        ) : (
          <Items items={lane.items.slice(0, shown)} />
        )}
        {lane.items.length > shown && (
          <details className="mt-2">
            <summary>{uiMessages.list.stillMore(lane.items.length - shown)}</summary>
            <Items items={lane.items.slice(shown)} />
          </details>
        )}
      </section>
    ))}
  </div>
)
