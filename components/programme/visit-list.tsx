import type { ReactNode } from 'react'
import { StatusBadge } from '@/components/ui/status'
import { formatDate, formatInstant, type IsoDate } from '@/lib/format/dates'
import { programmeMessages } from '@/lib/messages/pl/programme'

const m = programmeMessages.visits

export type ShownVisit = {
  readonly id: string
  readonly kind: keyof typeof m.kinds
  readonly heldOn: IsoDate
  readonly whomWith: string
  readonly body: string | null
  readonly sharedOn: IsoDate | null
  readonly author: string
  readonly correctedAt: Date | null
}

const Words = ({ visit, today }: { visit: ShownVisit; today: IsoDate }) =>
  visit.body === null ? (
    <StatusBadge tone={visit.heldOn > today ? 'wait' : 'mine'}>
      {visit.heldOn > today ? m.planned : m.untold}
    </StatusBadge>
  ) : (
    <p className="whitespace-pre-line">{visit.body}</p>
  )

/** Notes of visits, newest first; `after` gives what may be done with one. */
export const VisitList = ({
  visits,
  today,
  after,
}: {
  visits: readonly ShownVisit[]
  today: IsoDate
  after?: (id: string) => ReactNode
}) => (
  <ol className="tl">
    {visits.map((visit) => (
      <li key={visit.id}>
        <time dateTime={visit.heldOn}>{formatDate(visit.heldOn)}</time>
        <div className="stack">
          <p>
            <b>{m.kinds[visit.kind]}</b>, {visit.whomWith}
          </p>
          <Words visit={visit} today={today} />
          <p className="muted">
            {[
              m.by(visit.author),
              visit.correctedAt && m.corrected(formatInstant(visit.correctedAt)),
              visit.sharedOn && m.sharedOn(visit.sharedOn),
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          {after?.(visit.id)}
        </div>
      </li>
    ))}
  </ol>
)
