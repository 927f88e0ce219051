import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import { type Tone, toneIcon } from '@/components/ui/status'
import { uiMessages } from '@/lib/messages/pl/ui'

export type DeskItem = { id: string; text: ReactNode; note?: ReactNode }

export type DeskColumn = {
  id: string
  tone: Tone
  icon?: IconName
  count: number
  /** the words after the figure: "po terminie" */
  title: string
  items: readonly DeskItem[]
  /** shown when nothing waits here */
  empty: string
  more?: ReactNode
}

/** Who waits for whom: late, mine, others'. The first thing on a person's first page. */
export const Desk = ({ columns }: { columns: readonly DeskColumn[] }) => (
  <div className="sheet desk">
    {columns.map((column) => (
      <section key={column.id} className={`is-${column.tone}`} aria-labelledby={column.id}>
        <h2 id={column.id}>
          <Icon name={column.icon ?? toneIcon[column.tone]} />
          <span className="num">{column.count}</span> {column.title}
        </h2>
        <ul>
          {column.items.map((item) => (
            <li key={item.id}>
              {item.text}
              {item.note && (
                <>
                  <br />
                  <span className="muted">{item.note}</span>
                </>
              )}
            </li>
          ))}
          {column.items.length === 0 && <li className="muted">{column.empty}</li>}
          {column.more && <li>{column.more}</li>}
        </ul>
      </section>
    ))}
  </div>
)

type NextStepProps = { id: string; title: ReactNode; lead?: ReactNode; action?: ReactNode; over?: string }

/** The page's one next step, with the page's one filled button. */
export const NextStep = ({ id, title, lead, action, over = uiMessages.state.nextStep }: NextStepProps) => (
  <section className="next" aria-labelledby={id}>
    <div>
      <p className="over">{over}</p>
      <h2 id={id}>{title}</h2>
      {lead && <div className="soft mt-1">{lead}</div>}
    </div>
    {action}
  </section>
)
