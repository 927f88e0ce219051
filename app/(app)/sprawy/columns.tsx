import { CaseLink } from '@/app/(app)/sprawy/desk'
import type { Column } from '@/components/ui/data-table'
import { StatusBadge, ToneText } from '@/components/ui/status'
import type { CaseRow } from '@/lib/cases'
import { formatDate } from '@/lib/format/dates'
import { filterMessages } from '@/lib/messages/pl/case-filters'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'

const m = caseMessages.list

/** Answers that are waited for, and of them those past their date. */
const answersNote = (r: CaseRow): string =>
  r.lateAnswers > 0
    ? `${m.waiting(r.waitingAnswers)}, ${m.overdue(r.lateAnswers)}`
    : m.waiting(r.waitingAnswers)

const Answers = ({ row }: { row: CaseRow }) => {
  if (row.waitingAnswers === 0) return '–'
  return row.lateAnswers > 0 ? <ToneText tone="late">{answersNote(row)}</ToneText> : answersNote(row)
}

const Due = ({ row }: { row: CaseRow }) => {
  if (!row.dueOn) return '–'
  const on = formatDate(row.dueOn)
  if (row.late) return <ToneText tone="late">{on}</ToneText>
  return row.renewBy ? <ToneText tone="mine">{m.planEnds(on)}</ToneText> : on
}

export const columns: Column<CaseRow>[] = [
  { key: 'family', label: m.family, cell: (r) => <CaseLink row={r} /> },
  { key: 'number', label: m.number, cell: (r) => <span className="num nowrap">{r.number}</span> },
  {
    key: 'stage',
    label: m.stageColumn,
    cell: (r) => <StatusBadge tone={stageNames[r.status].tone}>{stageNames[r.status].name}</StatusBadge>,
  },
  { key: 'due', label: m.due, cell: (r) => <Due row={r} /> },
  { key: 'coordinator', label: m.coordinator, cell: (r) => r.coordinator ?? '–' },
  { key: 'answers', label: m.answers, cell: (r) => <Answers row={r} /> },
]

/** Where somebody works in several teams. */
export const teamColumn: Column<CaseRow> = {
  key: 'team',
  label: filterMessages.teamColumn,
  cell: (r) => r.teamName ?? '–',
}
