import { randomUUID } from 'node:crypto'
import { ReferralForm } from '@/components/referrals/referral-form'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { needTypes, relations } from '@/lib/catalogue'
import { referralMessages as m } from '@/lib/messages/pl/referrals'
import { closedTeams, teamsForReferral } from '@/lib/referrals'
import { definePage } from '@/lib/web/define-page'
import { readPage } from '@/lib/web/read-page'
import { createReferral } from '../actions'
import { ClosedTeams } from '../closed-teams'

export const metadata = { title: m.sheet.title }

export default definePage({
  permission: 'referral.create',
  render: async () => {
    const { teams, closed } = await readPage(async (read) => ({
      teams: await read(teamsForReferral, {}),
      closed: await read(closedTeams, {}),
    }))
    return (
      <div className="task">
        <PageHead title={m.sheet.title} />
        <ClosedTeams teams={closed} />
        {teams.length === 0 ? (
          <EmptyState title={m.list.noTeams} level={2}>
            {m.list.noTeamsText}
          </EmptyState>
        ) : (
          <ReferralForm
            action={createReferral}
            id={randomUUID()}
            teams={teams}
            reasons={needTypes()}
            relations={relations()}
          />
        )}
      </div>
    )
  },
})
