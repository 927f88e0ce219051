import { Sheet } from '@/components/ui/sheet'
import type { TeamBoard } from '@/lib/board'
import { addCalendarDays } from '@/lib/calendar'
import { formatDate } from '@/lib/format/dates'
import { boardMessages } from '@/lib/messages/pl/board'
import { stageNames } from '@/lib/messages/pl/cases'

const m = boardMessages.agenda

type Topic = { id: string; title: string; note: string }

/** Until when an agreement counts as expiring, as on the region's page. */
const expiringDays = 60

const topicsOf = (board: TeamBoard): Topic[] => [
  ...board.silences
    .filter((row) => row.over > 0)
    .map((row) => ({
      id: row.id,
      title: m.silence(row.name, row.days),
      note: m.silenceNote(row.questions.length),
    })),
  ...board.decisions
    .filter(({ turn }) => turn === 'decide')
    .map(({ row }) => ({ id: row.id, title: m.decide, note: m.case(row.number) })),
  ...board.late
    .filter((row) => row.proposal === null)
    .map((row) => ({ id: row.id, title: m.late(stageNames[row.status].name), note: m.case(row.number) })),
  ...(board.agreementTo !== null && board.agreementTo <= addCalendarDays(board.today, expiringDays)
    ? [{ id: 'porozumienie', title: m.agreement(formatDate(board.agreementTo)), note: m.agreementNote }]
    : []),
]

/** What the whole team has to talk about, put together from what waits; no name of a family stands here. */
export const Agenda = ({ board }: { board: TeamBoard }) => {
  const topics = topicsOf(board)
  return (
    <Sheet pad as="section" labelledBy="spotkanie">
      <h2 id="spotkanie">{m.title}</h2>
      <p className="soft mt-1">{topics.length === 0 ? m.empty : m.lead}</p>
      {topics.length > 0 && (
        <ol className="num-list mt-4">
          {topics.map((topic) => (
            <li key={topic.id}>
              <b className="med">{topic.title}</b>
              <br />
              <span className="soft">{topic.note}</span>
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  )
}
