import { notFound } from 'next/navigation'
import { AgreementStep } from '@/components/teams/agreement-step'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { teamMessages } from '@/lib/messages/pl/teams'
import { listTeamAttachments } from '@/lib/teams'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { teamView } from '@/lib/web/team-view'
import * as actions from '../actions'
import { Annexes, Draft, Rules, Signatures } from './parts'
import { SignedScans } from './scans'

const m = teamMessages.agreement
export const metadata = { title: m.title }

export default definePage({
  permission: 'team.read',
  render: async ({ actor, params }) => {
    const team = await teamView(params.id ?? '')
    if (!team) notFound()
    const papers = await listTeamAttachments.execute(actor, { teamId: team.id })
    const missing = team.next?.missing.map((thing) => thing.key) ?? []
    const drafting = team.steps['team.mend'].may
    return (
      <>
        {team.next?.may && team.next.action !== 'team.resume' && (
          <AgreementStep
            teamId={team.id}
            version={team.version}
            sending={team.next.action === 'team.sendAgreement'}
            missing={team.next.missing}
            documentsHref={paths.teamDocuments(team.id)}
            send={actions.sendAgreement}
            activate={actions.activate}
          />
        )}
        {drafting && <Draft team={team} primary={missing.length > 0} />}
        {team.agreement.sentOn && <Signatures team={team} primary={missing[0] === 'signatures'} />}
        {team.agreement.sentOn && <Rules team={team} primary={missing[0] === 'rules'} />}
        <Annexes team={team} />
        <SignedScans teamId={team.id} papers={papers} />
        {!drafting && team.agreement.text && (
          <Section
            id="tresc-porozumienia"
            title={m.print}
            lead={team.agreement.sentOn ? m.sentOn(team.agreement.sentOn) : undefined}
          >
            <Disclosure summary={m.show}>
              <p className="whitespace-pre-line">{team.agreement.text}</p>
            </Disclosure>
          </Section>
        )}
      </>
    )
  },
})
