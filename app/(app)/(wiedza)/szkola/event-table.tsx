import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { StatusBadge, type Tone } from '@/components/ui/status'
import { formatDate } from '@/lib/format/dates'
import { schoolMessages as m } from '@/lib/messages/pl/school'
import type { EventRow, EventState } from '@/lib/school'
import { paths } from '@/lib/web/paths'

const tones: Record<EventState, Tone> = {
  open: 'going',
  full: 'wait',
  running: 'going',
  over: 'done',
  cancelled: 'off',
}

/** First and last day in words. */
export const eventDays = ({ startsOn, endsOn }: Pick<EventRow, 'startsOn' | 'endsOn'>): string =>
  m.days(formatDate(startsOn), formatDate(endsOn))

export const EventBadge = ({ state }: { state: EventState }) => (
  <StatusBadge tone={tones[state]}>{m.state[state]}</StatusBadge>
)

const Own = ({ own }: { own: EventRow['own'] }) => {
  if (own?.certificate) return <AppLink href={paths.certificate(own.id)}>{m.certificate}</AppLink>
  return own ? m.own[own.state] : null
}

/** Events as a table; the name leads on. */
export const EventTable = ({ caption, rows }: { caption: string; rows: readonly EventRow[] }) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={rows}
    rowId={({ id }) => id}
    columns={[
      {
        key: 'what',
        label: m.columns.what,
        cell: (row) => (
          <>
            <AppLink href={paths.schoolEvent(row.id)}>{row.title}</AppLink>
            <span className="block font-normal muted">{m.kind[row.kind]}</span>
          </>
        ),
      },
      { key: 'when', label: m.columns.when, cell: (row) => <span className="nowrap">{eventDays(row)}</span> },
      { key: 'where', label: m.columns.where, cell: (row) => row.place ?? m.online },
      {
        key: 'places',
        label: m.columns.places,
        cell: (row) => (
          <>
            <EventBadge state={row.state} />
            <span className="block muted">
              {[m.taken(row.signed, row.places), m.waiting(row.waiting)].filter(Boolean).join(', ')}
            </span>
          </>
        ),
      },
      { key: 'own', label: m.columns.own, cell: (row) => <Own own={row.own} /> },
    ]}
  />
)
