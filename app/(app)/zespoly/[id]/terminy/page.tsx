import { notFound } from 'next/navigation'
import { Deadlines } from '@/components/teams/deadlines'
import { Section } from '@/components/ui/page-head'
import { teamMessages } from '@/lib/messages/pl/teams'
import { definePage } from '@/lib/web/define-page'
import { teamView } from '@/lib/web/team-view'
import { setDeadlines } from '../actions'

const m = teamMessages.deadlines
export const metadata = { title: m.title }

/** How much time each step has in this team. */
export default definePage({
  permission: 'team.read',
  render: async ({ params }) => {
    const team = await teamView(params.id ?? '')
    if (!team) notFound()
    const may = team.steps['team.setDeadlines'].may
    return (
      <Section id="terminy" title={m.title} lead={may ? m.lead : m.readLead}>
        <Deadlines
          rows={team.terms}
          editing={may ? { teamId: team.id, version: team.version, action: setDeadlines } : undefined}
        />
      </Section>
    )
  },
})
