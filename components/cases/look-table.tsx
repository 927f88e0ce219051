import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/messages'
import { formatInstant } from '@/lib/format/dates'
import { accessMessages } from '@/lib/messages/pl/case-access'
import { actionName } from '@/lib/messages/pl/use-cases'

const m = accessMessages

export type LookRow = {
  id: string
  at: Date
  action: string
  kind: string
  person: string | null
  institution: string | null
  caseNumber: string | null
  reason: string | null
}

/** A refusal stands out; reading and changing are told by the words of the action. */
const whatOf = ({ kind, action }: LookRow): string =>
  kind === 'denied' ? `${m.kinds.denied}: ${actionName(action)}` : actionName(action)

/** Why, where the action asks for a reason; of a refusal its kind. */
const whyOf = ({ kind, reason }: LookRow): string =>
  (kind === 'denied' ? m.refusals[reason ?? ''] : reason) ?? '–'

/** The access log as a table: when, who, from where, what and why. */
export const LookTable = ({ looks, withCase }: { looks: readonly LookRow[]; withCase?: string }) => (
  <DataTable
    caption={m.caption}
    captionHidden
    rows={looks}
    rowId={({ id }) => id}
    empty={<EmptyState title={m.empty} level={2} />}
    columns={[
      { key: 'at', label: m.at, cell: (l) => <span className="num">{formatInstant(l.at)}</span> },
      { key: 'who', label: m.who, cell: (l) => l.person ?? '–' },
      { key: 'institution', label: m.institution, cell: (l) => l.institution ?? '–' },
      { key: 'what', label: m.what, cell: whatOf },
      ...(withCase ? [{ key: 'case', label: withCase, cell: (l: LookRow) => l.caseNumber ?? '–' }] : []),
      { key: 'why', label: m.why, cell: whyOf },
    ]}
  />
)
