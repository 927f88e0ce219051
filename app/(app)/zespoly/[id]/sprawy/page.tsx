import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { teamBoard } from '@/lib/board'
import { formatDate } from '@/lib/format/dates'
import { boardMessages as m } from '@/lib/messages/pl/board'
import { taskMessages } from '@/lib/messages/pl/tasks'
import { transferMessages } from '@/lib/messages/pl/transfers'
import { couldEver } from '@/lib/policy/decide'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { Agenda } from './agenda'
import { CaseLanes } from './case-lanes'
import { BoardDesk } from './desk'
import { Silences } from './silences'

export const metadata = { title: m.title }

/** The board of who leads the team: who waits for whom, where each family is, who has not answered. */
export default definePage({
  permission: 'board.team',
  render: async ({ actor, params }) => {
    const board = await teamBoard.execute(actor, { teamId: params.id ?? '' })
    const refer = couldEver(actor, 'referral.create') && (
      <LinkButton href={paths.referralNew()} icon="plus">
        {m.refer}
      </LinkButton>
    )
    if (board.open === 0)
      return (
        <EmptyState title={m.empty.title} level={2} actions={refer || undefined}>
          {m.empty.text}
        </EmptyState>
      )
    return (
      <>
        <SectionHead
          title={m.openCases(board.open)}
          lead={
            <>
              {formatDate(board.today)}
              {couldEver(actor, 'transfer.offers') && (
                <>
                  {'. '}
                  <AppLink href={paths.transfers()}>{transferMessages.offers.link}</AppLink>
                </>
              )}
            </>
          }
          actions={
            <>
              <AppLink href={paths.tasks()}>{taskMessages.link}</AppLink>
              {refer}
            </>
          }
        />
        <BoardDesk board={board} />
        <CaseLanes board={board} />
        <div className="split split-main">
          <Silences board={board} />
          <div className="sec">
            <Agenda board={board} />
          </div>
        </div>
      </>
    )
  },
})
