import type { ComponentProps } from 'react'
import { Duplicates, Elsewhere, type OtherCase, type Search } from '@/components/cases/duplicates'
import { Proposals } from '@/components/cases/proposals'
import { type ReturnActions, type ReturnRow, Returns } from '@/components/cases/returns'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormChoices, FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'
import { caseMessages as m } from '@/lib/messages/pl/cases'
import { referralMessages } from '@/lib/messages/pl/referrals'

const w = caseWorkMessages.elsewhere

type Named = { key: string; namePl: string }
type Head = {
  id: string
  version: number
  status: string
  referralId: string | null
  previous: { id: string; number: string; closedOn: IsoDate | null } | null
  linked: readonly { id: string; number: string }[]
  others: readonly OtherCase[]
  returns: readonly ReturnRow[]
  searches: readonly Search[]
  proposals: ComponentProps<typeof Proposals>['proposals']
  next: { missing: readonly string[] }
  may: Record<'case.checkDuplicates' | 'case.propose' | 'case.decide' | 'case.linkReturn', boolean>
}
type WorkActions = ReturnActions & {
  checkDuplicates: FormAction
  proposeDecision: FormAction
  decideProposal: FormAction
}

const Subject = ({ head }: { head: Head }) => (
  <>
    <FormHidden name="caseId" value={head.id} />
    <FormHidden name="version" value={head.version} />
  </>
)

const Propose = ({
  head,
  action,
  reasons,
}: {
  head: Head
  action: FormAction
  reasons: [string, readonly Named[]][]
}) => (
  <Section id="propose" title={m.propose.title}>
    <Sheet pad>
      <ActionForm action={action} submitLabel={m.propose.submit} label={m.propose.title}>
        <Subject head={head} />
        <FormChoices
          name="kind"
          legend={m.propose.kind}
          required
          options={(['qualify', 'reject', 'redirect'] as const).map((value) => ({
            value,
            label: m.propose.kinds[value],
            hint: m.propose.hints[value],
          }))}
        />
        <FormSelect
          name="reasonKey"
          label={m.propose.reason}
          optional
          options={reasons.map(([group, entries]) => ({
            group,
            options: entries.map(({ key, namePl }) => ({ value: key, label: namePl })),
          }))}
        />
        <FormTextArea name="note" label={m.propose.note} required />
      </ActionForm>
    </Sheet>
  </Section>
)

const Decide = ({ head, action }: { head: Head; action: FormAction }) => (
  <Section id="decide" title={m.decide.title}>
    <Sheet pad>
      <ActionForm action={action} submitLabel={m.decide.submit} label={m.decide.title}>
        <Subject head={head} />
        <FormChoices
          name="accepted"
          legend={m.decide.accepted}
          required
          options={[
            { value: 'yes', label: m.decide.yes },
            { value: 'no', label: m.decide.no },
          ]}
        />
        <FormTextArea name="note" label={m.decide.note} hint={m.decide.noteHint} optional />
      </ActionForm>
    </Sheet>
  </Section>
)

/** Work of the first stages: the referral, duplicates, proposal and decision; each only for who may. */
export const CaseWork = ({
  head,
  actions,
  rejections,
  redirects,
}: {
  head: Head
  actions: WorkActions
  rejections: readonly Named[]
  redirects: readonly Named[]
}) => {
  const waits = !head.next.missing.includes('proposal')
  const reasons: [string, readonly Named[]][] = [
    [m.propose.kinds.reject, rejections],
    [m.propose.kinds.redirect, redirects],
  ]
  return (
    <>
      {head.referralId && (
        <p className="mt-4">
          <AppLink href={`/zgloszenia/${head.referralId}`}>{referralMessages.view.title}</AppLink>
        </p>
      )}
      {head.previous && (
        <p className="mt-4">
          <AppLink href={`/sprawy/${head.previous.id}`}>
            {w.previous(head.previous.number, head.previous.closedOn && formatDate(head.previous.closedOn))}
          </AppLink>
        </p>
      )}
      {head.linked.map(({ id, number }) => (
        <p key={id} className="mt-4">
          <AppLink href={`/sprawy/${id}`}>{w.linked(number)}</AppLink>
        </p>
      ))}
      <Returns head={head} actions={actions} />
      {['submitted', 'screening'].includes(head.status) && head.may['case.checkDuplicates'] && (
        <Duplicates caseId={head.id} searches={head.searches} action={actions.checkDuplicates} />
      )}
      <Elsewhere others={head.others} />
      <Proposals proposals={head.proposals} reasons={rejections} />
      {head.status === 'screening' && head.may['case.propose'] && !waits && (
        <Propose head={head} action={actions.proposeDecision} reasons={reasons} />
      )}
      {head.status === 'screening' && head.may['case.decide'] && waits && (
        <Decide head={head} action={actions.decideProposal} />
      )}
    </>
  )
}
