import { notFound } from 'next/navigation'
import { annexWords } from '@/components/teams/annexes'
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

const Told = ({ what, by, more }: { what: string; by: string | null; more: string | null }) => (
  <>
    {what}
    {by && <span className="muted">, {m.by(by)}</span>}
    {more && (
      <>
        <br />
        <span className="soft">{more}</span>
      </>
    )}
  </>
)

/** States and annexes in one line of time, newest first. */
const eventsOf = (team: TeamView) =>
  [
    ...team.history.map((step) => ({
      id: step.id,
      at: step.at,
      text: (
        <Told
          what={step.from === 'agreement' && step.to === 'initiated' ? m.takenBack : m.became[step.to]}
          by={step.by}
          more={step.reason}
        />
      ),
    })),
    ...team.annexes.map((annex) => ({
      id: annex.id,
      at: annex.at,
      text: (
        <Told
          what={annexWords(annex)}
          by={annex.by}
          more={teamMessages.annex.line(annex.number, annex.signedOn, annex.signedByName)}
        />
      ),
    })),
  ].sort((a, b) => b.at.localeCompare(a.at))

const History = ({ team }: { team: TeamView }) => (
  <Section id="historia" title={m.history}>
    <Timeline
      events={eventsOf(team).map(({ id, at, text }) => ({
        id,
        when: formatInstant(new Date(at)),
        dateTime: at,
        text,
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
            'team.takeBack': actions.takeBack,
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
