import { AppLink } from '@/components/ui/app-link'
import { Desk, type DeskColumn } from '@/components/ui/work'
import type { Decision, TeamBoard } from '@/lib/board'
import { formatDate } from '@/lib/format/dates'
import { boardMessages } from '@/lib/messages/pl/board'
import { stageNames } from '@/lib/messages/pl/cases'
import { paths } from '@/lib/web/paths'
import { CaseLink } from './case-lanes'

const m = boardMessages.desk
const turns = boardMessages.turns
const shown = 3

const turnWords = ({ turn, row }: Decision): string =>
  turn === 'decide' ? (row.proposal ? turns.decide[row.proposal] : turns.propose) : turns[turn]

const more = (count: number, href: string) =>
  count > shown ? <AppLink href={href}>{boardMessages.stillMore(count - shown)}</AppLink> : undefined

const decisions = (board: TeamBoard): DeskColumn => ({
  id: 'decyzje',
  tone: board.decisions.some(({ row }) => row.mine) ? 'mine' : 'wait',
  count: board.decisions.length,
  title: m.decisions(board.decisions.length),
  empty: m.noDecisions,
  items: board.decisions.slice(0, shown).map((decision) => ({
    id: decision.row.id,
    text: <CaseLink row={decision.row} />,
    note: `${turnWords(decision)}, ${decision.row.dueOn ? m.dueOn(formatDate(decision.row.dueOn)) : m.noTerm}`,
  })),
  more: more(board.decisions.length, '#etapy'),
})

const late = (board: TeamBoard): DeskColumn => {
  const items = [
    ...board.late.map((row) => ({
      id: row.id,
      text: (
        <>
          <CaseLink row={row} />: {stageNames[row.status].name.toLowerCase()}
        </>
      ),
      note: [row.dueOn && m.wasDue(formatDate(row.dueOn)), row.coordinator && m.leads(row.coordinator)]
        .filter(Boolean)
        .join(', '),
    })),
    ...board.lateQuestions.map((question) => ({
      id: question.lineId,
      text: (
        <>
          <b>{question.institution}</b>:{' '}
          <AppLink href={paths.caseLine(question.caseId, question.lineId)}>{question.service}</AppLink>,{' '}
          {question.family}
        </>
      ),
      note: question.dueOn && m.answerDue(formatDate(question.dueOn)),
    })),
  ]
  return {
    id: 'po-terminie',
    tone: 'late',
    count: items.length,
    title: m.late,
    empty: m.noLate,
    items: items.slice(0, shown),
    more: more(items.length, '#etapy'),
  }
}

const questions = (board: TeamBoard): DeskColumn => {
  const longest = board.silences[0]
  return {
    id: 'pytania',
    tone: 'wait',
    count: board.questions,
    title: m.questions(board.questions),
    empty: m.noQuestions,
    items: longest
      ? [
          {
            id: longest.id,
            text: (
              <>
                {m.longest} <b>{longest.name}</b>
              </>
            ),
            note: `${
              longest.over > 0
                ? boardMessages.silence.over(longest.days, longest.over)
                : boardMessages.silence.within(longest.days, longest.limit - longest.days)
            }; ${m.limit(longest.limit)}`,
          },
        ]
      : [],
    more: longest ? <AppLink href="#kto">{m.who}</AppLink> : undefined,
  }
}

/** Who waits for whom: decisions of the team's heads, what is late, what institutions owe. */
export const BoardDesk = ({ board }: { board: TeamBoard }) => (
  <Desk columns={[decisions(board), late(board), questions(board)]} />
)
