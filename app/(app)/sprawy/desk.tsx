import { AppLink } from '@/components/ui/app-link'
import { Desk, type DeskColumn } from '@/components/ui/work'
import { weekOf } from '@/lib/calendar'
import { type CaseRow, type CaseWaits, waitsAs } from '@/lib/cases'
import { formatDate, formatDayMonth } from '@/lib/format/dates'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const m = caseMessages.list
const shown = 4

export const CaseLink = ({ row }: { row: CaseRow }) => (
  <AppLink href={paths.case(row.id)}>{row.label ?? row.number}</AppLink>
)

/** Why a case is late, the most pressing first. */
const lateNote = (r: CaseRow): string => {
  if (r.late && r.dueOn) return `${stageNames[r.status].name}, ${m.dueOn(formatDate(r.dueOn))}`
  if (r.lateAnswers > 0) {
    const by = r.asked?.dueOn
      ? m.lateFrom(r.asked.institution, formatDate(r.asked.dueOn))
      : m.lateAnswers(r.lateAnswers)
    return r.lateAnswers > 1 ? `${by}, ${m.otherAnswers(r.lateAnswers - 1)}` : by
  }
  if (!r.monitorDue) return ''
  const { from, to } = weekOf(r.monitorDue)
  return m.monitorDue(formatDayMonth(from), formatDate(to))
}

const mineNote = (r: CaseRow): string => {
  if (r.reviewNow && !r.waitsForMe) return m.reviewNow(formatDate(weekOf(r.reviewNow).to))
  if (r.renewBy) return m.renewBy(formatDate(r.renewBy))
  const stage = stageNames[r.status].name
  return r.dueOn ? `${stage}, ${m.dueOn(formatDate(r.dueOn))}` : stage
}

/** Whom the family waits for and since when. */
const othersNote = (r: CaseRow): string => {
  if (!r.asked) return m.waiting(r.waitingAnswers)
  const first = m.askedSince(r.asked.institution, formatDate(r.asked.on))
  return r.waitingAnswers > 1 ? `${first}, ${m.otherAnswers(r.waitingAnswers - 1)}` : first
}

type Shape = Pick<DeskColumn, 'tone' | 'title' | 'empty'> & {
  id: CaseWaits
  rows: readonly CaseRow[]
  note: (row: CaseRow) => string
}

const columnOf = ({ rows, note, ...column }: Shape): DeskColumn => ({
  ...column,
  count: rows.length,
  items: rows.slice(0, shown).map((row) => ({ id: row.id, text: <CaseLink row={row} />, note: note(row) })),
  more:
    rows.length > shown ? (
      <AppLink href={withParams(paths.cases(), { waits: column.id })}>{m.more(rows.length - shown)}</AppLink>
    ) : undefined,
})

/** Who waits for whom: what is late, what is mine, what an institution owes. */
export const CaseDesk = ({ rows }: { rows: readonly CaseRow[] }) => {
  const others = rows.filter(waitsAs.others)
  return (
    <Desk
      columns={[
        columnOf({
          id: 'late',
          tone: 'late',
          title: m.late,
          empty: m.emptyLate,
          rows: rows.filter(waitsAs.late),
          note: lateNote,
        }),
        columnOf({
          id: 'mine',
          tone: 'mine',
          title: m.mine,
          empty: m.emptyMine,
          rows: rows.filter(waitsAs.mine),
          note: mineNote,
        }),
        columnOf({
          id: 'others',
          tone: 'wait',
          title: m.others(others.length),
          empty: m.emptyOthers,
          rows: others,
          note: othersNote,
        }),
      ]}
    />
  )
}
