import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { FormHidden } from '@/components/ui/form-fields'
import { NextStep } from '@/components/ui/work'
import { formatDate, formatDayMonth, type IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { type DocumentKey, documentLinks } from '@/lib/messages/pl/case-documents'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'
import { grantedNames } from '@/lib/messages/pl/who'

const m = caseMessages.next

type Stage = keyof typeof stageNames
type Head = {
  id: string
  version: number
  status: Stage
  next: {
    to: Stage | null
    permission: string | null
    missing: readonly (keyof typeof caseMessages.missing)[]
    mine: boolean
    renewBy: IsoDate | null
    monitorWeek: { readonly from: IsoDate; readonly to: IsoDate } | null
  }
}
/** Where the step is taken, and where a plan is renewed. */
type Links = {
  step: string | null
  renew: string
  /** where a document that is missing is made */
  document: (key: DocumentKey) => string
}
type StepActions = {
  screenCase: FormAction
  requestConsent: FormAction
  startDiagnosis: FormAction
  resumeCase: FormAction
}

/** Steps taken by one button on this page; the others have a page of their own. */
const oneButton = (status: Stage, actions: StepActions): { action: FormAction; label: string } | null => {
  if (status === 'submitted') return { action: actions.screenCase, label: m.go.screening }
  if (status === 'qualified') return { action: actions.requestConsent, label: m.go.awaitingConsent }
  if (status === 'awaitingConsent') return { action: actions.startDiagnosis, label: m.go.diagnosis }
  if (status === 'suspended') return { action: actions.resumeCase, label: m.go.inProgress }
  return null
}

const isDocument = (key: string): key is DocumentKey => Object.hasOwn(documentLinks, key)

const Missing = ({ head, links }: { head: Head; links: Links }) =>
  head.next.missing.length === 0 ? (
    <span>{head.next.mine ? m.ready : m.waits(grantedNames(head.next.permission))}</span>
  ) : (
    <>
      <span>{m.missing}</span>
      <span className="block">
        {head.next.missing.map((key) => (
          <span key={key} className="block">
            {`• ${caseMessages.missing[key]} `}
            {isDocument(key) && <AppLink href={links.document(key)}>{documentLinks[key]}</AppLink>}
          </span>
        ))}
      </span>
    </>
  )

/** A plan near its end is renewed or evaluated; renewing is the usual way, so it is the primary button. */
const Renewal = ({ head, by, today, links }: { head: Head; by: IsoDate; today: IsoDate; links: Links }) => (
  <NextStep
    id="next"
    title={m.renew}
    lead={by < today ? m.endedOn(formatDate(by)) : m.endsOn(formatDate(by))}
    action={
      <>
        <LinkButton href={links.renew} variant={1} icon="arrow">
          {m.renew}
        </LinkButton>
        {links.step && (
          <LinkButton href={links.step} variant={2}>
            {m.open[head.status]}
          </LinkButton>
        )}
      </>
    }
  />
)

/** A look at the work belongs to a week: in it nobody is late. */
const Review = ({ week }: { week: { readonly from: IsoDate; readonly to: IsoDate } | null }) =>
  week && <span className="block">{m.monitorOn(formatDayMonth(week.from), formatDate(week.to))}</span>

/** What comes next, what is missing for it in words, and the page's one primary button. */
export const NextStepView = ({
  head,
  links,
  today,
  actions,
}: {
  head: Head
  links: Links
  today: IsoDate
  actions: StepActions
}) => {
  const { renewBy } = head.next
  if (!head.next.to) return <NextStep id="next" title={m.over} lead={m.overText} />
  if (renewBy) return <Renewal head={head} by={renewBy} today={today} links={links} />
  const button = oneButton(head.status, actions)
  const ready = head.next.mine && head.next.missing.length === 0
  return (
    <NextStep
      id="next"
      title={m.title(stageNames[head.next.to].name)}
      lead={
        <>
          <Missing head={head} links={links} />
          <Review week={head.next.monitorWeek} />
        </>
      }
      action={
        ready && button ? (
          <ActionForm action={button.action} submitLabel={button.label} label={button.label} inline>
            <FormHidden name="caseId" value={head.id} />
            <FormHidden name="version" value={head.version} />
          </ActionForm>
        ) : links.step ? (
          <LinkButton href={links.step} variant={1} icon="arrow">
            {m.open[head.status]}
          </LinkButton>
        ) : undefined
      }
    />
  )
}
