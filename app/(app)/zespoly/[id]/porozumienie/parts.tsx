import { DraftForm, RulesForm, SignaturesForm, UnsignForm } from '@/components/teams/agreement-forms'
import { AnnexList, ExtensionForm } from '@/components/teams/annexes'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { addCalendarDays, addYears } from '@/lib/calendar'
import { modelVariants } from '@/lib/catalogue'
import { teamMessages } from '@/lib/messages/pl/teams'
import { today } from '@/lib/platform/clock'
import type { TeamView } from '@/lib/teams'
import { withParams } from '@/lib/web/params'
import * as actions from '../actions'

const m = teamMessages.agreement
const annex = teamMessages.annex

/** The draft of the agreement, gmina and all, until it is sent. */
export const Draft = ({ team, primary }: { team: TeamView; primary: boolean }) => {
  const from = addCalendarDays(today(), 30)
  const { gminaChoice: choice } = team
  const src = choice?.within ? withParams('/api/terytorium', { poziom: 'gmina', w: choice.within }) : null
  return (
    <Section id="projekt" title={m.draft} lead={m.draftLead}>
      <DraftForm
        teamId={team.id}
        version={team.version}
        name={team.name}
        gmina={team.gmina}
        gminaChoice={choice && { own: choice.own, src }}
        variant={team.variant.key}
        variants={modelVariants()}
        leadInstitutionId={team.leadInstitutionId}
        parties={team.parties}
        agreement={team.agreement}
        proposed={{ from, to: addCalendarDays(addYears(from, 2), -1) }}
        action={actions.mendTeam}
        primary={primary}
      />
    </Section>
  )
}

/** Who signed, who is waited for, and the way back from a mistake. */
export const Signatures = ({ team, primary }: { team: TeamView; primary: boolean }) => {
  const listed = team.parties.filter((p) => !team.signable.includes(p.memberId))
  const due = team.agreement.signaturesDue
  return (
    <Section id="podpisy" title={m.signatures} lead={m.signaturesLead(team.agreement.signatures)}>
      {due && (
        <p className="mb-4">
          <ToneText tone={due.late ? 'late' : 'wait'}>{m.dueOn(due.on, due.late)}</ToneText>
        </p>
      )}
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
      {team.unsignable.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={m.unrecord}>
            <UnsignForm
              teamId={team.id}
              parties={team.parties}
              unsignable={team.unsignable}
              action={actions.unrecordSignature}
            />
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

export const Rules = ({ team, primary }: { team: TeamView; primary: boolean }) => (
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

/** A longer agreement (open when its end is near), and every annex that there is. */
export const Annexes = ({ team }: { team: TeamView }) => {
  const may = team.steps['team.extendAgreement'].may
  const { to, expired } = team.agreement
  return (
    <>
      {may && (
        <Section id="przedluzenie" title={annex.extension} lead={annex.extensionLead(to)}>
          <Disclosure
            summary={annex.submitExtension}
            open={to !== null && to <= addCalendarDays(today(), 90)}
          >
            <ExtensionForm
              teamId={team.id}
              version={team.version}
              proposed={addYears(to && !expired ? to : today(), 2)}
              today={today()}
              action={actions.extend}
              primary={expired}
            />
          </Disclosure>
        </Section>
      )}
      {team.annexes.length > 0 && (
        <Section id="aneksy" title={annex.title}>
          <AnnexList annexes={team.annexes} />
        </Section>
      )}
    </>
  )
}
