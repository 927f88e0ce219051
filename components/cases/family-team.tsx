import { type WorkerRow, Workers } from '@/components/cases/workers'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { Disclosure, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'
import { caseMessages } from '@/lib/messages/pl/cases'
import { teamLevelMessages } from '@/lib/messages/pl/team-levels'

const m = caseMessages.people
const levels = teamLevelMessages
const w = caseWorkMessages.people
const over = ['rejected', 'redirected', 'closed', 'archived', 'erased']

type Head = {
  id: string
  /** as the variant says it */
  words: { team: string; familyTeam: string; roles: Readonly<Record<string, string | undefined>> }
  /** Null: not known to this reader. */
  twoLevels: boolean | null
  status: string
  may: Record<'case.assign' | 'case.unassign' | 'participant.invite', boolean>
}
type Team = {
  institutions: readonly {
    participantId: string
    name: string
    phone: string | null
    purpose: string | null
    owner: boolean
    open: boolean
    accepted: boolean | null
    invitedOn: IsoDate
  }[]
  declined: readonly { participantId: string; name: string; reason: string | null; on: IsoDate | null }[]
  invitable: readonly { id: string; name: string }[]
  parties: readonly { id: string; name: string; takesPart: boolean }[]
  staff: readonly { userId: string; institutionId: string; name: string; institution: string }[]
}
type TeamActions = {
  inviteInstitution: FormAction
  endParticipation: FormAction
  assignToCase: FormAction
  unassignFromCase: FormAction
}

const Institutions = ({ head, team, end }: { head: Head; team: Team; end: FormAction }) =>
  team.institutions.length === 0 ? (
    <p className="soft">{m.noneInstitutions}</p>
  ) : (
    <Ledger
      rows={team.institutions.map((i) => ({
        id: i.participantId,
        content: (
          <>
            <b>{i.name}</b> {i.purpose && <span className="soft">{i.purpose}</span>}
            <br />
            <ToneText tone={i.open ? 'done' : 'wait'}>{i.open ? m.open : m.closed}</ToneText>
            {!i.owner && !i.accepted && (
              <>
                <br />
                <ToneText tone="wait">{w.asked(formatDate(i.invitedOn))}</ToneText>
              </>
            )}
          </>
        ),
        end:
          head.may['participant.invite'] && !i.owner ? (
            <ActionForm
              action={end}
              submitLabel={m.end}
              label={`${m.end}: ${i.name}`}
              submitVariant={3}
              inline
              small
            >
              <FormHidden name="caseId" value={head.id} />
              <FormHidden name="participantId" value={i.participantId} />
            </ActionForm>
          ) : undefined,
      }))}
    />
  )

/** The level above: institutions that agreed to work together, whether or not they know this family. */
const InstitutionalTeam = ({ head, team }: { head: Head; team: Team }) => (
  <Section id="zespol-instytucji" title={head.words.team} lead={levels.institutional.lead}>
    <Sheet pad className="stack-4">
      <p>
        {levels.institutional.counted(
          team.parties.filter((party) => party.takesPart).length,
          team.parties.length,
        )}
      </p>
      <Disclosure summary={levels.institutional.open}>
        <Ledger
          rows={team.parties.map((party) => ({
            id: party.id,
            content: party.name,
            end: party.takesPart ? (
              <ToneText tone="done">{levels.institutional.takesPart}</ToneText>
            ) : undefined,
          }))}
        />
      </Disclosure>
    </Sheet>
  </Section>
)

const leadOf = ({ words, twoLevels }: Head): string => {
  if (twoLevels === null) return words.familyTeam
  return twoLevels ? levels.two(words.familyTeam) : levels.one(words.team)
}

const institutionsTitle = ({ twoLevels }: Head): string => {
  if (twoLevels === null) return m.institutions
  return twoLevels ? levels.twoInstitutions : levels.oneInstitutions
}

type FamilyTeamProps = { head: Head; team: Team; workers: readonly WorkerRow[]; actions: TeamActions }

/** Who works with the family, institutions by what they may see, and the two forms that change it. */
export const FamilyTeamView = ({ head, team, workers, actions }: FamilyTeamProps) => {
  const isRunning = !over.includes(head.status)
  return (
    <>
      <Section id="family-team" title={m.title} lead={leadOf(head)}>
        <Workers head={head} workers={workers} leave={actions.unassignFromCase} />
        <Sheet pad className="stack-4 mt-4">
          <h3>{institutionsTitle(head)}</h3>
          <Institutions head={head} team={team} end={actions.endParticipation} />
          {team.declined.map((d) => (
            <p key={d.participantId} className="soft">
              {w.declined(d.name, d.on && formatDate(d.on), d.reason)}
            </p>
          ))}
          {isRunning && head.may['participant.invite'] && team.invitable.length > 0 && (
            <Disclosure summary={m.invite}>
              <ActionForm action={actions.inviteInstitution} submitLabel={m.invite} label={m.invite}>
                <FormHidden name="caseId" value={head.id} />
                <FormChoices
                  name="institutionIds"
                  legend={m.inviteLegend}
                  multiple
                  columns
                  options={team.invitable.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <FormText name="purpose" label={m.purpose} optional />
              </ActionForm>
            </Disclosure>
          )}
          {(isRunning || head.status === 'closed') && head.may['case.assign'] && team.staff.length > 0 && (
            <Disclosure summary={m.assign}>
              <ActionForm action={actions.assignToCase} submitLabel={m.submit} label={m.assign}>
                <FormHidden name="caseId" value={head.id} />
                <FormSelect
                  name="person"
                  label={m.person}
                  required
                  options={team.staff.map((s) => ({
                    value: `${s.userId}:${s.institutionId}`,
                    label: `${s.name}, ${s.institution}`,
                  }))}
                />
                <FormSelect
                  name="role"
                  label={m.role}
                  required
                  options={Object.entries(m.roles).map(([value, label]) => ({ value, label }))}
                />
              </ActionForm>
            </Disclosure>
          )}
        </Sheet>
      </Section>
      {head.twoLevels && team.parties.length > 0 && <InstitutionalTeam head={head} team={team} />}
    </>
  )
}
