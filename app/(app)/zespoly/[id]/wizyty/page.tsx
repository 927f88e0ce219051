import { VisitList } from '@/components/programme/visit-list'
import { EmptyState } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { programmeMessages } from '@/lib/messages/pl/programme'
import { today } from '@/lib/platform/clock'
import { sharedVisits } from '@/lib/programme'
import { definePage } from '@/lib/web/define-page'

const m = programmeMessages.visits
export const metadata = { title: m.teamTitle }

/** What the animator shared with the leaders of this team. */
export default definePage({
  permission: 'programme.shared',
  render: async ({ actor, params }) => {
    const visits = await sharedVisits.execute(actor, { teamId: params.id ?? '' })
    return (
      <Section id="notatki-animatora" title={m.teamTitle} lead={m.teamLead}>
        {visits.length === 0 ? (
          <EmptyState title={m.teamNone}>{m.teamNoneText}</EmptyState>
        ) : (
          <Sheet pad>
            <VisitList visits={visits} today={today()} />
          </Sheet>
        )}
      </Section>
    )
  },
})
