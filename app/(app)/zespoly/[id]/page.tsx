import { notFound } from 'next/navigation'
import { Composition } from '@/components/teams/composition'
import { OfficeList } from '@/components/teams/offices'
import { OtherSteps } from '@/components/teams/other-steps'
import { Proposal } from '@/components/teams/proposal'
import { TeamNext } from '@/components/teams/team-next'
import { AppLink } from '@/components/ui/app-link'
import { DefinitionList } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { formatDate } from '@/lib/format/dates'
import { joiningMessages } from '@/lib/messages/pl/team-joining'
import { teamModelMessages } from '@/lib/messages/pl/team-model'
import { teamMessages } from '@/lib/messages/pl/teams'
import type { TeamView } from '@/lib/teams'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { teamView } from '@/lib/web/team-view'
import * as actions from './actions'
import { History } from './history'

const m = teamMessages.page

const isLive = ({ status }: TeamView): boolean => status === 'active' || status === 'suspended'

const Facts = ({ team }: { team: TeamView }) => {
  const due = team.agreement.signaturesDue
  return (
    <Sheet pad>
      <DefinitionList
        items={[
          {
            term: m.facts.gmina,
            value: <AppLink href={paths.territory(team.gmina.code)}>{team.gmina.name}</AppLink>,
          },
          { term: m.facts.powiat, value: team.powiat.name },
          {
            term: m.facts.variant,
            value: (
              <AppLink href={paths.teamModel(team.id)}>{`${team.variant.key}. ${team.variant.name}`}</AppLink>
            ),
          },
          {
            term: teamModelMessages.version,
            value: teamModelMessages.versionOf(team.variant.version ?? { number: null, publishedOn: null }),
          },
          ...(team.variant.twoLevels
            ? [
                { term: m.facts.team, value: team.variant.words.team },
                { term: m.facts.familyTeam, value: team.variant.words.familyTeam },
              ]
            : [{ term: m.facts.familyTeam, value: m.facts.itself }]),
          { term: m.facts.plan, value: team.variant.words.plan },
          { term: m.facts.lead, value: team.lead },
          {
            term: m.facts.signaturesBy,
            value: due && (due.late ? <ToneText tone="late">{m.late(due.on)}</ToneText> : formatDate(due.on)),
          },
          {
            term: m.facts.until,
            value:
              team.agreement.from && team.agreement.to && m.period(team.agreement.from, team.agreement.to),
          },
        ]}
      />
    </Sheet>
  )
}

export default definePage({
  permission: 'team.read',
  render: async ({ params }) => {
    const team = await teamView(params.id ?? '')
    if (!team) notFound()
    return (
      <>
        {team.proposal && (
          <Proposal
            teamId={team.id}
            version={team.version}
            proposal={team.proposal}
            agree={actions.agree}
            drop={actions.dropProposal}
          />
        )}
        {team.joinings.waits && (
          <Notice tone={team.joinings.waits.asked ? 'warn' : 'info'} className="mb-4">
            {joiningMessages.waitsHere(team.joinings.waits)}{' '}
            <AppLink href={paths.teamJoining(team.id)}>{joiningMessages.see}</AppLink>
          </Notice>
        )}
        {team.next && (
          <TeamNext
            next={team.next}
            membersHref={paths.teamMembers(team.id)}
            documentsHref={paths.teamDocuments(team.id)}
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
          documentsHref={paths.teamDocuments(team.id)}
          steps={team.steps}
          actions={{
            'team.takeBack': actions.takeBack,
            'team.giveUp': actions.giveUp,
            'team.suspend': actions.suspend,
            'team.resume': actions.resume,
            'team.dissolve': actions.dissolve,
          }}
        />
        {team.shows['team.joining'] && !team.joinings.waits && isLive(team) && (
          <p className="soft mt-4">
            <AppLink href={paths.teamJoining(team.id)}>{joiningMessages.link}</AppLink>.{' '}
            {joiningMessages.linkLead}
          </p>
        )}
      </>
    )
  },
})
