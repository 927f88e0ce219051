import { AppLink } from '@/components/ui/app-link'
import { Notice } from '@/components/ui/messages'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'

const m = caseWorkMessages.expiring

type Row = {
  id: string
  caseId: string
  number: string
  family: string | null
  person: string | null
  over: boolean
  until: IsoDate | null
}

/** To do: the child is grown up, or soon will be, and has to be asked for the own consent. */
export const ExpiringConsents = ({ rows }: { rows: readonly Row[] }) =>
  rows.length === 0 ? null : (
    <Notice tone="warn" title={m.title(rows.length)} className="mb-4">
      <ul className="stack">
        {rows.map((row) => (
          <li key={row.id}>
            <AppLink href={`/sprawy/${row.caseId}/zgody`}>
              {[row.person ?? m.unnamed, row.family ?? row.number].join(', ')}
            </AppLink>
            {': '}
            {row.over
              ? m.over(row.until && formatDate(row.until))
              : m.until(row.until ? formatDate(row.until) : '')}
          </li>
        ))}
      </ul>
    </Notice>
  )
