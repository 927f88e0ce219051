import { LetterList } from '@/components/programme/letter-list'
import { VisitList } from '@/components/programme/visit-list'
import { EmptyState } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { programmeMessages } from '@/lib/messages/pl/programme'
import { letterMessages } from '@/lib/messages/pl/team-letters'
import { today } from '@/lib/platform/clock'
import { couldEver } from '@/lib/policy/decide'
import { lettersToTeam, sharedVisits } from '@/lib/programme'
import { definePage } from '@/lib/web/define-page'

const m = programmeMessages.visits
export const metadata = { title: letterMessages.tab }

/** What the animator shared with the leaders of this team. */
export default definePage({
  permission: 'programme.shared',
  render: async ({ actor, params }) => {
    const teamId = params.id ?? ''
    const visits = await sharedVisits.execute(actor, { teamId })
    const leads = couldEver(actor, 'letter.ofTeam')
    const letters = leads ? await lettersToTeam.execute(actor, { teamId }) : []
    return (
      <>
        <Section id="notatki-animatora" title={m.teamTitle} lead={m.teamLead}>
          {visits.length === 0 ? (
            <EmptyState title={m.teamNone}>{m.teamNoneText}</EmptyState>
          ) : (
            <Sheet pad>
              <VisitList visits={visits} today={today()} />
            </Sheet>
          )}
        </Section>
        {leads && (
          <Section id="pisma" title={letterMessages.teamTitle}>
            {letters.length === 0 ? (
              <p className="muted">{letterMessages.teamNone}</p>
            ) : (
              <Sheet pad>
                <LetterList letters={letters} />
              </Sheet>
            )}
          </Section>
        )}
      </>
    )
  },
})
