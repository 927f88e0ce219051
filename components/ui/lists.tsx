import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { classNames } from '@/components/ui/class-names'
import type { Tone } from '@/components/ui/status'

export type Definition = { term: string; value: ReactNode }

/** Terms and values side by side (one under the other on a phone). Empty values stay out. */
export const DefinitionList = ({ items }: { items: readonly Definition[] }) => (
  <dl className="pair">
    {items
      .filter(({ value }) => value !== null && value !== undefined && value !== '')
      .map(({ term, value }) => [<dt key={`${term}-t`}>{term}</dt>, <dd key={`${term}-d`}>{value}</dd>])}
  </dl>
)

export type LedgerRow = { id: string; content: ReactNode; end?: ReactNode }

/** Rows with rules inside a sheet, used instead of tiles. */
export const Ledger = ({ rows }: { rows: readonly LedgerRow[] }) => (
  <ul className="ledger">
    {rows.map((row) => (
      <li key={row.id} className={row.end === undefined ? undefined : 'row between'}>
        {row.end === undefined ? (
          row.content
        ) : (
          <>
            <span>{row.content}</span>
            {row.end}
          </>
        )}
      </li>
    ))}
  </ul>
)

export type PastEvent = { id: string; when: ReactNode; dateTime?: string; text: ReactNode; tone?: Tone }

/** What happened, newest first as given. */
export const Timeline = ({ events }: { events: readonly PastEvent[] }) => (
  <ol className="tl">
    {events.map((event) => (
      <li key={event.id} className={event.tone && `is-${event.tone}`}>
        <time dateTime={event.dateTime}>{event.when}</time>
        <div>{event.text}</div>
      </li>
    ))}
  </ol>
)

export type IndexItem = {
  id: string
  href: string
  label: ReactNode
  note?: ReactNode
  end?: ReactNode
  current?: boolean
}

type IndexListProps = { label: string; items: readonly IndexItem[]; numbered?: boolean }

/** A list of places on the left, the open one on the right. */
export const IndexList = ({ label, items, numbered }: IndexListProps) => (
  <nav aria-label={label} className="sheet">
    <ul className={classNames('index', numbered && 'nums')}>
      {items.map((item) => (
        <li key={item.id}>
          <AppLink href={item.href} aria-current={item.current ? 'page' : undefined}>
            <span>{item.label}</span>
            {item.end}
            {item.note && <small>{item.note}</small>}
          </AppLink>
        </li>
      ))}
    </ul>
  </nav>
)

/** The rest on demand, without JavaScript. */
export const Disclosure = ({
  summary,
  children,
  open,
}: {
  summary: ReactNode
  children: ReactNode
  open?: boolean
}) => (
  <details open={open}>
    <summary>{summary}</summary>
    <div className="mt-2">{children}</div>
  </details>
)
