import { AgreeOrDrop } from '@/components/teams/agree-or-drop'
import { ActionForm } from '@/components/ui/action-form'
import { FormDate, FormHidden, FormText, FormTextArea } from '@/components/ui/form-fields'
import { DefinitionList, Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Sheet } from '@/components/ui/sheet'
import type { IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { joiningMessages as m } from '@/lib/messages/pl/team-joining'

type Party = {
  readonly institutionId: string
  readonly name: string
  readonly fate: 'accedes' | 'both' | 'stays'
  readonly signedBy: string | null
}

export type JoiningPlan = {
  readonly team: string
  readonly into: string
  readonly intoTeamId: string
  readonly sameGmina: boolean
  readonly parties: readonly Party[]
  readonly coordinators: readonly { readonly name: string; readonly passes: boolean }[]
  readonly tasks: number
  readonly meetings: number
  readonly cases: { readonly open: number; readonly over: number } | null
}

const named = (parties: readonly Party[], fate: Party['fate']): string[] =>
  parties.filter((p) => p.fate === fate).map((p) => p.name)

const officeWords = (coordinators: JoiningPlan['coordinators']): string => {
  const of = (passes: boolean) => coordinators.filter((c) => c.passes === passes).map((c) => c.name)
  return [
    m.leaders,
    ...(of(true).length > 0 ? [m.passes(of(true))] : []),
    ...(of(false).length > 0 ? [m.stays(of(false))] : []),
  ].join(' ')
}

const caseWords = (cases: JoiningPlan['cases']): string =>
  `${cases === null ? m.casesUntold : m.casesGo(cases.open, cases.over)} ${m.casesStay}`

/** What happens to whom, before anything happens. */
export const JoiningPicture = ({ plan }: { plan: JoiningPlan }) => {
  const accede = named(plan.parties, 'accedes')
  const both = named(plan.parties, 'both')
  const stay = named(plan.parties, 'stays')
  return (
    <Sheet pad>
      <DefinitionList
        items={[
          { term: m.terms.accede, value: accede.length > 0 ? m.accede(accede) : m.nobody },
          { term: m.terms.both, value: both.length > 0 ? m.both(both) : m.nobody },
          { term: m.terms.stay, value: stay.length > 0 ? stay.join(', ') : null },
          { term: m.terms.offices, value: officeWords(plan.coordinators) },
          { term: m.terms.cases, value: caseWords(plan.cases) },
          { term: m.terms.lines, value: m.lines },
          { term: m.terms.drafts, value: m.drafts },
          { term: m.terms.tasks, value: m.tasks(plan.tasks) },
          { term: m.terms.meetings, value: m.meetings(plan.meetings) },
          { term: m.terms.folder, value: m.folder },
        ]}
      />
      {!plan.sameGmina && (
        <Notice tone="warn" className="mt-4">
          {m.otherGmina}
        </Notice>
      )}
    </Sheet>
  )
}

type FormProps = {
  teamId: string
  version: number
  plan: JoiningPlan
  today: IsoDate
  action: FormAction
}

/** The proposal: one day for all annexes, who signs for whom, why, and what the team that ends has done. */
export const JoiningForm = ({ teamId, version, plan, today, action }: FormProps) => (
  <ActionForm action={action} submitLabel={m.propose} label={m.form}>
    <FormHidden name="teamId" value={teamId} />
    <FormHidden name="version" value={version} />
    <FormHidden name="intoTeamId" value={plan.intoTeamId} />
    <FormDate name="signedOn" label={m.signedOn} hint={m.signedOnHint} defaultValue={today} required />
    {plan.parties
      .filter((p) => p.fate === 'accedes')
      .map((p) => (
        <FormText
          key={p.institutionId}
          name={`signers.${p.institutionId}`}
          label={m.signer(p.name)}
          defaultValue={p.signedBy ?? ''}
          maxLength={120}
          required
        />
      ))}
    <FormTextArea name="reason" label={m.reason} hint={m.reasonHint} rows={2} required />
    <FormTextArea name="finalReport" label={m.report} rows={5} required />
  </ActionForm>
)

type ProposalProps = {
  teamId: string
  proposal: {
    readonly id: string
    readonly by: string | null
    readonly at: Date
    readonly reason: string
    readonly finalReport: string
    readonly signedOn: IsoDate
    readonly waits: readonly { readonly ends: boolean; readonly role: 'lider_gminny' | 'lider_powiatowy' }[]
    readonly mine: boolean
  }
  agree: FormAction | null
  drop: FormAction | null
}

/** A proposal that waits, with whose agreement is missing. */
export const JoiningProposal = ({ teamId, proposal, agree, drop }: ProposalProps) => (
  <Sheet pad className="stack-4">
    <h3>{m.proposal}</h3>
    <p className="muted">{m.by(proposal.by, proposal.at)}</p>
    <p className="whitespace-pre-line">{proposal.reason}</p>
    <p className="soft">{m.annexDay(proposal.signedOn)}</p>
    <Disclosure summary={m.report}>
      <p className="whitespace-pre-line">{proposal.finalReport}</p>
    </Disclosure>
    <DefinitionList
      items={[{ term: m.waits, value: proposal.waits.map((w) => m.side(w.ends, w.role)).join('; ') }]}
    />
    <AgreeOrDrop teamId={teamId} agree={agree} drop={drop} mine={proposal.mine} words={m}>
      <FormHidden name="joiningId" value={proposal.id} />
    </AgreeOrDrop>
  </Sheet>
)
