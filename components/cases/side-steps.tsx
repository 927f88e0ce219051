import { NoTalkReason } from '@/components/cases/no-talk'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormDate, FormHidden, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { caseVariantMessages } from '@/lib/messages/pl/case-variant'
import { caseMessages } from '@/lib/messages/pl/cases'
import { closingNames } from '@/lib/messages/pl/closing'
import { restrictionMessages as words } from '@/lib/messages/pl/restriction'
import { transferMessages } from '@/lib/messages/pl/transfers'

const m = caseMessages.side

type Head = {
  id: string
  version: number
  status: string
  /** for who may suspend */
  lastReview: IsoDate | null
  restricted: boolean
  may: Record<
    | 'case.suspend'
    | 'case.interrupt'
    | 'case.closeWithoutConsent'
    | 'case.restrict'
    | 'case.moveVariantVersion',
    boolean
  >
}
type SideActions = { suspendCase: FormAction; interruptCase: FormAction; closeWithoutConsent: FormAction }

type Props = {
  head: Head
  actions: SideActions
  transferHref: string
  restrictionHref: string
  modelHref: string
  /** what a meeting decided: the reason is not typed again */
  decided?: string
}

const closed = ['rejected', 'redirected', 'closed', 'archived', 'erased']
const interruptions = [
  'wycofanie_zgody',
  'wyprowadzka',
  'smierc',
  'utrata_kontaktu',
  'bezpieczenstwo',
] as const
const withoutConsent = ['brak_zgody', 'brak_odpowiedzi'] as const

const Subject = ({ head }: { head: Head }) => (
  <>
    <FormHidden name="caseId" value={head.id} />
    <FormHidden name="version" value={head.version} />
  </>
)

const options = (keys: readonly (keyof typeof closingNames)[]) =>
  keys.map((value) => ({ value, label: closingNames[value] }))

const Interrupt = ({
  head,
  actions,
  transferHref,
  decided,
}: Omit<Props, 'restrictionHref' | 'modelHref'>) => (
  <Disclosure summary={m.interrupt}>
    <p className="soft mb-4">
      {m.interruptText} <AppLink href={transferHref}>{transferMessages.link}</AppLink>
    </p>
    <ActionForm
      action={actions.interruptCase}
      submitLabel={m.interrupt}
      submitVariant="bad"
      label={m.interrupt}
    >
      <Subject head={head} />
      <FormSelect name="reasonKey" label={m.reason} required options={options(interruptions)} />
      <FormTextArea name="note" label={caseMessages.propose.note} defaultValue={decided} required />
      <NoTalkReason />
    </ActionForm>
  </Disclosure>
)

/** Side roads: a pause, an early end, no consent. Folded away, because they are not the next step. */
export const SideSteps = ({ head, actions, transferHref, restrictionHref, modelHref, decided }: Props) => {
  const suspendUntil = head.status === 'inProgress' && head.may['case.suspend'] ? head.lastReview : null
  const refuse = head.status === 'awaitingConsent' && head.may['case.closeWithoutConsent']
  const interrupt = !closed.includes(head.status) && head.may['case.interrupt']
  const restrict = head.may['case.restrict']
  const model = !closed.includes(head.status) && head.may['case.moveVariantVersion']
  if (!suspendUntil && !refuse && !interrupt && !restrict && !model) return null
  return (
    <Section id="side" title={m.title}>
      <Sheet pad className="stack-4">
        {suspendUntil && (
          <Disclosure summary={m.suspend} open={decided !== undefined}>
            <ActionForm action={actions.suspendCase} submitLabel={m.suspend} label={m.suspend}>
              <Subject head={head} />
              <FormTextArea name="note" label={m.reason} defaultValue={decided} required />
              <FormDate name="reviewOn" label={m.reviewOn} hint={m.reviewHint(suspendUntil)} required />
            </ActionForm>
          </Disclosure>
        )}
        {refuse && (
          <Disclosure summary={m.withoutConsent}>
            <p className="soft mb-4">{m.withoutConsentText}</p>
            <ActionForm
              action={actions.closeWithoutConsent}
              submitLabel={m.withoutConsent}
              submitVariant="bad"
              label={m.withoutConsent}
            >
              <Subject head={head} />
              <FormSelect name="reasonKey" label={m.reason} required options={options(withoutConsent)} />
              <FormTextArea name="note" label={caseMessages.propose.note} optional />
            </ActionForm>
          </Disclosure>
        )}
        {interrupt && (
          <Interrupt head={head} actions={actions} transferHref={transferHref} decided={decided} />
        )}
        {restrict && (
          <p>
            <AppLink href={restrictionHref}>{head.restricted ? words.openRunning : words.open}</AppLink>
          </p>
        )}
        {model && (
          <p>
            <AppLink href={modelHref}>{caseVariantMessages.link}</AppLink>
          </p>
        )}
      </Sheet>
    </Section>
  )
}
