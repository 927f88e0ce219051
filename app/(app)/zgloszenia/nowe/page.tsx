import { randomUUID } from 'node:crypto'
import { ReferralForm } from '@/components/referrals/referral-form'
import { EmptyState } from '@/components/ui/messages'
import { PageHead } from '@/components/ui/page-head'
import { needTypes, relations } from '@/lib/catalogue'
import { referralMessages as m } from '@/lib/messages/pl/referrals'
import { teamsForReferral } from '@/lib/referrals'
import { definePage } from '@/lib/web/define-page'
import { createReferral } from '../actions'

export const metadata = { title: m.sheet.title }

export default definePage({
  permission: 'referral.create',
  render: async ({ actor }) => {
    const teams = await teamsForReferral.execute(actor, {})
    return (
      <div className="task">
        <PageHead title={m.sheet.title} />
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
