import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/messages'
import { formatInstant } from '@/lib/format/dates'
import { caseMessages } from '@/lib/messages/pl/cases'
import { actionName } from '@/lib/messages/pl/use-cases'

const m = caseMessages.access

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

/** The access log as a table: when, who, from where, what. */
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
      { key: 'what', label: m.what, cell: (l) => `${m.kinds[l.kind] ?? l.kind}: ${actionName(l.action)}` },
      ...(withCase ? [{ key: 'case', label: withCase, cell: (l: LookRow) => l.caseNumber ?? '–' }] : []),
    ]}
  />
)
