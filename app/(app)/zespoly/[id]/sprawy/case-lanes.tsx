import { AppLink } from '@/components/ui/app-link'
import { Lanes } from '@/components/ui/lanes'
import { Section } from '@/components/ui/page-head'
import { type Tone, ToneText } from '@/components/ui/status'
import { type BoardCase, isLate, type Lane, type TeamBoard } from '@/lib/board'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { boardMessages } from '@/lib/messages/pl/board'
import { paths } from '@/lib/web/paths'

const m = boardMessages.lanes

export const CaseLink = ({ row }: { row: BoardCase }) => (
  <AppLink href={paths.case(row.id)} className="med">
    {row.label ?? row.number}
  </AppLink>
)

type Note = { tone: Tone | null; words: string }

const due = (on: IsoDate | null): string | null => (on ? formatDate(on) : null)

/** Somebody's turn at the beginning or the end of the case, if there is one. */
const turnNote = (row: BoardCase): Note | null => {
  if (row.proposal) return { tone: 'mine', words: m.proposal[row.proposal] }
  if (row.status === 'submitted') return { tone: 'mine', words: m.fresh(formatDate(row.statusSince)) }
  if (row.status === 'screening') return { tone: 'mine', words: m.screening(due(row.dueOn)) }
  if (row.status === 'qualified') return { tone: 'mine', words: m.appoint(due(row.dueOn)) }
  if (!row.ready) return null
  if (row.status === 'planApproval') return { tone: 'mine', words: m.approve }
  return row.status === 'evaluation' ? { tone: 'mine', words: m.close } : null
}

/** The one thing to know of a case: what is late, else whose turn it is, else the next date. */
const noteOf = (row: BoardCase, today: IsoDate): Note => {
  if (row.dueOn && isLate(row, today)) return { tone: 'late', words: m.late(formatDate(row.dueOn)) }
  if (row.lateAnswers > 0) return { tone: 'late', words: m.lateAnswers(row.lateAnswers) }
  const turn = turnNote(row)
  if (turn) return turn
  if (row.waiting > 0) return { tone: 'wait', words: m.waiting(row.waiting) }
  if (row.status === 'suspended') return { tone: 'off', words: m.suspended(due(row.reviewOn)) }
  return row.dueOn
    ? { tone: null, words: m.dueOn(formatDate(row.dueOn)) }
    : { tone: null, words: m.since(formatDate(row.statusSince)) }
}

const CaseNote = ({ row, today }: { row: BoardCase; today: IsoDate }) => {
  const { tone, words } = noteOf(row, today)
  return tone ? <ToneText tone={tone}>{words}</ToneText> : <span className="muted">{words}</span>
}

const laneItems = (lane: Lane, today: IsoDate) =>
  lane.cases.map((row) => ({
    id: row.id,
    text: <CaseLink row={row} />,
    note: <CaseNote row={row} today={today} />,
  }))

/** Where each family is: six knots on one thread. */
export const CaseLanes = ({ board }: { board: TeamBoard }) => (
  <Section id="etapy" title={m.title} actions={<AppLink href={paths.cases()}>{m.all}</AppLink>}>
    <Lanes
      empty={m.empty}
      lanes={board.lanes.map((lane) => ({
        id: lane.key,
        title: m.names[lane.key],
        items: laneItems(lane, board.today),
      }))}
    />
  </Section>
)
