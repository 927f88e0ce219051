import { notFound } from 'next/navigation'
import { DraftForm } from '@/components/teams/agreement-forms'
import { AgreementStep } from '@/components/teams/agreement-step'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { addCalendarDays, addYears } from '@/lib/calendar'
import { modelVariants } from '@/lib/catalogue'
import { teamMessages } from '@/lib/messages/pl/teams'
import { today } from '@/lib/platform/clock'
import { definePage } from '@/lib/web/define-page'
import { teamView } from '@/lib/web/team-view'
import * as actions from '../actions'
import { Annexes, Rules, Signatures } from './parts'

const m = teamMessages.agreement
export const metadata = { title: m.title }

export default definePage({
  permission: 'team.read',
  render: async ({ params }) => {
    const team = await teamView(params.id ?? '')
    if (!team) notFound()
    const missing = team.next?.missing.map((thing) => thing.key) ?? []
    const from = addCalendarDays(today(), 30)
    const drafting = team.steps['team.mend'].may
    return (
      <>
        {team.next?.may && team.next.action !== 'team.resume' && (
          <AgreementStep
            teamId={team.id}
            version={team.version}
            sending={team.next.action === 'team.sendAgreement'}
            missing={team.next.missing}
            send={actions.sendAgreement}
            activate={actions.activate}
          />
        )}
        {drafting && (
          <Section id="projekt" title={m.draft} lead={m.draftLead}>
            <DraftForm
              teamId={team.id}
              version={team.version}
              name={team.name}
              variant={team.variant.key}
              variants={modelVariants()}
              leadInstitutionId={team.leadInstitutionId}
              parties={team.parties}
              agreement={team.agreement}
              proposed={{ from, to: addCalendarDays(addYears(from, 2), -1) }}
              action={actions.mendTeam}
              primary={missing.length > 0}
            />
          </Section>
        )}
        {team.agreement.sentOn && <Signatures team={team} primary={missing[0] === 'signatures'} />}
        {team.agreement.sentOn && <Rules team={team} primary={missing[0] === 'rules'} />}
        <Annexes team={team} />
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
