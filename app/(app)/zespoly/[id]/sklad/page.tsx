import { notFound } from 'next/navigation'
import { AccessionForm, AddMembersForm } from '@/components/teams/add-members'
import { OfficeForm, OfficeList } from '@/components/teams/offices'
import { PartiesTable } from '@/components/teams/parties-table'
import { SeatsForm } from '@/components/teams/seats-form'
import { AppLink } from '@/components/ui/app-link'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { leavingMessages } from '@/lib/messages/pl/leaving'
import { teamMessages } from '@/lib/messages/pl/teams'
import { today } from '@/lib/platform/clock'
import type { TeamView } from '@/lib/teams'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { teamView } from '@/lib/web/team-view'
import * as actions from '../actions'
import { CompositionPicture } from './picture'
import { Waiting } from './waiting'

const m = teamMessages.members
export const metadata = { title: m.title }

const institutionsSource = '/api/instytucje?strona=1'

const Seats = ({ team }: { team: TeamView }) => {
  const unnamed = team.parties.filter((p) => p.representative === null)
  const named = team.parties.filter((p) => p.representative !== null)
  const form = { teamId: team.id, colleagues: team.colleagues, action: actions.nameRepresentatives }
  return (
    <Section id="osoby" title={m.people} lead={unnamed.length > 0 ? m.peopleLead : m.allNamed}>
      {unnamed.length > 0 && <SeatsForm {...form} parties={unnamed} submitVariant={1} />}
      {named.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={m.changePeople}>
            <SeatsForm {...form} parties={named} submitVariant={2} />
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

const Annexes = ({ team }: { team: TeamView }) => (
  <>
    {team.steps['team.accession'].may && (
      <Section id="przystapienie" title={m.accession} lead={m.accessionLead}>
        <Disclosure summary={m.submitAccession}>
          <AccessionForm
            teamId={team.id}
            version={team.version}
            src={institutionsSource}
            newHref={paths.institutionNew()}
            action={actions.accede}
          />
        </Disclosure>
      </Section>
    )}
    {team.shows['team.leaving'] && (team.status === 'active' || team.status === 'suspended') && (
      <Section id="odejscie" title={m.withdrawal} lead={m.withdrawalLead}>
        <Disclosure summary={leavingMessages.choose}>
          <Ledger
            rows={team.parties
              .filter((p) => !p.lead)
              .map((p) => ({
                id: p.memberId,
                content: <AppLink href={paths.teamLeaving(team.id, p.memberId)}>{p.name}</AppLink>,
              }))}
          />
        </Disclosure>
      </Section>
    )}
    {team.former.length > 0 && (
      <Section id="odeszly" title={teamMessages.page.former}>
        <Sheet pad>
          <Ledger
            rows={team.former.map((p) => ({
              id: p.memberId,
              content: p.name,
              end: (
                <span className="muted">{p.leftOn && teamMessages.page.left(p.leftOn, p.leftReason)}</span>
              ),
            }))}
          />
        </Sheet>
      </Section>
    )}
  </>
)

export default definePage({
  permission: 'team.read',
  render: async ({ params }) => {
    const team = await teamView(params.id ?? '')
    if (!team) notFound()
    const { steps, id, version } = team
    return (
      <>
        <Section id="strony" title={m.parties}>
          <PartiesTable
            parties={team.parties}
            today={today()}
            href={paths.institution}
            remove={
              steps['team.removeMember'].may
                ? { action: actions.removeMember, teamId: id, version }
                : undefined
            }
          />
        </Section>
        <CompositionPicture team={team} />
        {steps['team.nameRepresentatives'].may && <Seats team={team} />}
        <Section id="kto" title={m.offices} lead={m.officesLead}>
          <Sheet pad>
            {steps['team.appoint'].may ? (
              <OfficeForm offices={team.offices} action={actions.appoint} teamId={id} version={version} />
            ) : (
              <OfficeList offices={team.offices} />
            )}
          </Sheet>
        </Section>
        {steps['team.addMember'].may && <Waiting gmina={team.gmina.code} teamId={id} />}
        {steps['team.addMember'].may && (
          <Section id="dodaj" title={m.add} lead={m.addLead}>
            <Sheet pad>
              <AddMembersForm
                teamId={id}
                version={version}
                places={team.addable}
                src={institutionsSource}
                action={actions.addMembers}
              />
            </Sheet>
          </Section>
        )}
        <Annexes team={team} />
      </>
    )
  },
})
