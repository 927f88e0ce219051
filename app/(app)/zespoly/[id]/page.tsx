import { notFound } from 'next/navigation'
import { Composition } from '@/components/teams/composition'
import { OfficeList } from '@/components/teams/offices'
import { OtherSteps } from '@/components/teams/other-steps'
import { TeamNext } from '@/components/teams/team-next'
import { AppLink } from '@/components/ui/app-link'
import { DefinitionList, Timeline } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatInstant } from '@/lib/format/dates'
import { teamMessages } from '@/lib/messages/pl/teams'
import type { TeamView } from '@/lib/teams'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { teamView } from '@/lib/web/team-view'
import * as actions from './actions'

const m = teamMessages.page

const Facts = ({ team }: { team: TeamView }) => (
  <Sheet pad>
    <DefinitionList
      items={[
        {
          term: m.facts.gmina,
          value: <AppLink href={paths.territory(team.gmina.code)}>{team.gmina.name}</AppLink>,
        },
        { term: m.facts.powiat, value: team.powiat.name },
        { term: m.facts.variant, value: `${team.variant.key}. ${team.variant.name}` },
        { term: m.facts.lead, value: team.lead },
        {
          term: m.facts.until,
          value: team.agreement.from && team.agreement.to && m.period(team.agreement.from, team.agreement.to),
        },
      ]}
    />
  </Sheet>
)

const History = ({ team }: { team: TeamView }) => (
  <Section id="historia" title={m.history}>
    <Timeline
      events={team.history.map((event) => ({
        id: event.id,
        when: formatInstant(new Date(event.at)),
        dateTime: event.at,
        text: (
          <>
            {m.became[event.to]}
            {event.by && <span className="muted">, {m.by(event.by)}</span>}
            {event.reason && (
              <>
                <br />
                <span className="soft">{event.reason}</span>
              </>
            )}
          </>
        ),
      }))}
    />
    {team.dissolved?.report && (
      <>
        <h3>{m.report}</h3>
        <p className="whitespace-pre-line">{team.dissolved.report}</p>
      </>
    )}
  </Section>
)

export default definePage({
  permission: 'team.read',
  render: async ({ params }) => {
    const team = await teamView(params.id ?? '')
    if (!team) notFound()
    return (
      <>
        {team.next && (
          <TeamNext
            next={team.next}
            membersHref={paths.teamMembers(team.id)}
            agreementHref={team.next.action === 'team.resume' ? '#inne' : paths.teamAgreement(team.id)}
          />
        )}
        <div className="split split-main sec">
          <Composition
            places={team.places}
            parties={team.parties.length}
            signing={team.agreement.sentOn !== null}
            institutionHref={paths.institution}
          />
          <div>
            <Sheet pad as="section" labelledBy="kto">
              <h2 id="kto" className="mb-2">
                {m.offices}
              </h2>
              <OfficeList offices={team.offices} />
            </Sheet>
            <div className="mt-4">
              <Facts team={team} />
            </div>
            <History team={team} />
          </div>
        </div>
        <OtherSteps
          teamId={team.id}
          version={team.version}
          steps={team.steps}
          actions={{
            'team.giveUp': actions.giveUp,
            'team.suspend': actions.suspend,
            'team.resume': actions.resume,
            'team.dissolve': actions.dissolve,
          }}
        />
      </>
    )
  },
})
