import { notFound } from 'next/navigation'
import { DraftForm, RulesForm, SignaturesForm } from '@/components/teams/agreement-forms'
import { AgreementStep } from '@/components/teams/agreement-step'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { addCalendarDays, addYears } from '@/lib/calendar'
import { teamMessages } from '@/lib/messages/pl/teams'
import { today } from '@/lib/platform/clock'
import type { TeamView } from '@/lib/teams'
import { definePage } from '@/lib/web/define-page'
import { teamView } from '@/lib/web/team-view'
import * as actions from '../actions'

const m = teamMessages.agreement
export const metadata = { title: m.title }

const Signatures = ({ team, primary }: { team: TeamView; primary: boolean }) => {
  const listed = team.parties.filter((p) => !team.signable.includes(p.memberId))
  return (
    <Section id="podpisy" title={m.signatures} lead={m.signaturesLead(team.agreement.signatures)}>
      {team.signable.length > 0 && (
        <Sheet pad>
          <SignaturesForm
            teamId={team.id}
            parties={team.parties}
            signable={team.signable}
            today={today()}
            action={actions.recordSignatures}
            primary={primary}
          />
        </Sheet>
      )}
      {listed.length > 0 && (
        <Sheet pad className="mt-4">
          <Ledger
            rows={listed.map((p) => ({
              id: p.memberId,
              content: p.name,
              end: p.signedOn ? (
                <ToneText tone="done">{m.signedLine(p.signedByName, p.signedOn)}</ToneText>
              ) : (
                <ToneText tone="wait">{m.waiting}</ToneText>
              ),
            }))}
          />
        </Sheet>
      )}
    </Section>
  )
}

const Rules = ({ team, primary }: { team: TeamView; primary: boolean }) => (
  <Section
    id="regulamin"
    title={m.rules}
    lead={team.rulesAdoptedOn ? m.adopted(team.rulesAdoptedOn) : m.rulesLead}
  >
    {team.steps['team.adoptRules'].may && (
      <Sheet pad>
        <RulesForm
          teamId={team.id}
          version={team.version}
          adoptedOn={team.rulesAdoptedOn}
          action={actions.adoptRules}
          primary={primary}
        />
      </Sheet>
    )}
  </Section>
)

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
