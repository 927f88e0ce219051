import { AnswerForms, AssignForm, type Back } from '@/app/(app)/moje-uslugi/answer-forms'
import { SeriesForm } from '@/app/(app)/moje-uslugi/series-form'
import {
  DeliverForm,
  FinishForm,
  ResumeForm,
  ScheduleForm,
  StartForm,
  SuspendForm,
} from '@/app/(app)/moje-uslugi/work-forms'
import { ProgressDots } from '@/components/charts/progress-dots'
import { AppLink } from '@/components/ui/app-link'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Sheet } from '@/components/ui/sheet'
import { Muted, StatusBadge, type Tone } from '@/components/ui/status'
import { type Choice, isFinal, type LineStatus, type LineView } from '@/lib/baskets'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import {
  lineRefusals,
  lineStatusNames,
  serviceMessages as m,
  progressText,
  scheduleText,
} from '@/lib/messages/pl/baskets'
import { paths } from '@/lib/web/paths'

/** Whose turn it is, seen by the provider. */
const tones: Record<LineStatus, Tone> = {
  draft: 'off',
  proposed: 'mine',
  counterProposed: 'wait',
  waitingList: 'wait',
  accepted: 'mine',
  scheduled: 'mine',
  inProgress: 'going',
  suspended: 'off',
  declined: 'off',
  delivered: 'done',
  partlyDelivered: 'done',
  notDelivered: 'off',
  cancelled: 'off',
}

/** The state in a word; a question says until when it waits. */
export const State = ({ line }: { line: LineView }) => {
  if (line.status === 'proposed' && line.answerDueOn)
    return line.answerLate ? (
      <StatusBadge tone="late">{m.answerLate(line.answerDueOn)}</StatusBadge>
    ) : (
      <StatusBadge tone="mine">{m.answerBy(line.answerDueOn)}</StatusBadge>
    )
  return (
    <StatusBadge tone={line.late ? 'late' : tones[line.status]}>{lineStatusNames[line.status]}</StatusBadge>
  )
}

const When = ({ line }: { line: LineView }) => {
  if (line.late && line.nextExpectedOn) return <Muted>{m.expectedOn(line.nextExpectedOn)}</Muted>
  if (line.status === 'waitingList' && line.waitingSince)
    return <Muted>{m.waitingSince(line.waitingSince)}</Muted>
  if (line.lastDeliveryOn) return <Muted>{m.lastOn(line.lastDeliveryOn)}</Muted>
  if (line.status === 'scheduled') return <Muted>{m.beginsOn(line.startsOn)}</Muted>
  return null
}

export const Phone = ({ number }: { number: string }) => (
  <a href={`tel:${number}`} className="nowrap">
    {formatPhone(number)}
  </a>
)

const ForWhom = ({ line }: { line: LineView }) => (
  <>
    {line.beneficiaries.length === 0 && line.hiddenBeneficiaries === 0 && (line.family ?? m.environment)}
    {line.beneficiaries.map((person) => (
      <div key={person.id}>
        {person.name}
        {person.phone && !person.contactNote && (
          <>
            , <Phone number={person.phone} />
          </>
        )}
        {person.contactNote && <div className="muted">{person.contactNote}</div>}
      </div>
    ))}
    {line.hiddenBeneficiaries > 0 && <div className="muted">{m.hidden(line.hiddenBeneficiaries)}</div>}
  </>
)

/** What a provider may know: who for, how much, since when, where, who asks. */
const Facts = ({ line, whole }: { line: LineView; whole: boolean }) => (
  <dl>
    <dt>{m.forWhom}</dt>
    <dd>
      <ForWhom line={line} />
    </dd>
    <dt>{m.howMuch}</dt>
    <dd>{scheduleText(line)}</dd>
    {line.scope && <dt>{m.what}</dt>}
    {line.scope && <dd>{line.scope}</dd>}
    {line.place && <dt>{m.where}</dt>}
    {line.place && <dd>{line.place}</dd>}
    {line.delivered > 0 && <dt>{m.done}</dt>}
    {line.delivered > 0 && (
      <dd>
        {progressText(line.delivered, line.planned, line.unit)}
        {line.planned !== null && line.quantity !== null && line.quantity > 0 && (
          <ProgressDots delivered={line.delivered} planned={line.planned} each={line.quantity} />
        )}
      </dd>
    )}
    {line.decisionNumber && line.decisionOn && <dt>{m.decision}</dt>}
    {line.decisionNumber && line.decisionOn && (
      <dd>{m.decisionOf(line.decisionNumber, formatDate(line.decisionOn))}</dd>
    )}
    {(whole || line.forAnother) && <dt>{m.responsible}</dt>}
    {(whole || line.forAnother) && <dd>{line.responsible ?? m.nobody}</dd>}
    {line.asker && <dt>{m.asks}</dt>}
    {line.asker && (
      <dd>
        {line.asker.name}, {line.asker.institution}
        {line.asker.phone && (
          <>
            , <Phone number={line.asker.phone} />
          </>
        )}
      </dd>
    )}
  </dl>
)

type Work = {
  line: LineView
  back: Back
  today: IsoDate
  open: boolean
  /** planned days of which nothing is noted, on the line's own pages */
  unnoted?: readonly IsoDate[]
}

/** The next thing to do with a line that was taken: plan it, begin, note what took place. */
const NextThing = ({ line, back, today, open, unnoted = [] }: Work) => {
  if (line.status === 'accepted' && line.can.includes('schedule'))
    return (
      <Disclosure summary={m.schedule.title} open={open}>
        <ScheduleForm line={line} back={back} />
      </Disclosure>
    )
  if (line.startRefusal === 'noPlanInForce') return <Notice>{lineRefusals.noPlanInForce}</Notice>
  if (line.startRefusal === 'noDecision')
    return (
      <>
        <Notice tone="warn">{lineRefusals.noDecision}</Notice>
        <StartForm line={line} back={back} />
      </>
    )
  if (line.can.includes('deliver'))
    return (
      <>
        <Disclosure summary={m.deliver.title} open={open}>
          <DeliverForm line={line} back={back} today={today} />
        </Disclosure>
        <SeriesForm line={line} back={back} days={unnoted} />
      </>
    )
  if (line.can.includes('resume')) return <ResumeForm line={line} back={back} />
  return null
}

/** The rarer steps, on the line's own page. */
const MoreSteps = ({ line, back }: { line: LineView; back: Back }) => (
  <>
    {line.status === 'scheduled' && line.can.includes('schedule') && (
      <Disclosure summary={m.schedule.change}>
        <ScheduleForm line={line} back={back} />
      </Disclosure>
    )}
    {line.can.includes('finish') && <FinishForm line={line} back={back} />}
    {line.can.includes('suspend') && <SuspendForm line={line} back={back} />}
  </>
)

/** Work with a line that was taken, all steps of it: for the line's own pages. */
export const WorkSteps = ({ line, back, today, open, unnoted }: Work) => (
  <div className="stack">
    <NextThing line={line} back={back} today={today} open={open} unnoted={unnoted} />
    <MoreSteps line={line} back={back} />
  </div>
)

type CardProps = {
  line: LineView
  back: Back
  today: IsoDate
  reasons: readonly Choice[]
  staff: readonly Choice[]
  /** show whose line it is: for who answers for the institution */
  whole: boolean
  /** the form stands open */
  open?: boolean
  unnoted?: readonly IsoDate[]
}

/** One service with what can be done with it now. */
export const ServiceCard = ({
  line,
  back,
  today,
  reasons,
  staff,
  whole,
  open = false,
  unnoted,
}: CardProps) => {
  const heading = `usluga-${line.id}`
  // on a page of its own the card stands right below the page's title
  const Heading = back === 'list' ? 'h3' : 'h2'
  return (
    <Sheet as="article" className="svc" labelledBy={heading} id={line.id}>
      <div className="row between">
        <State line={line} />
        <When line={line} />
      </div>
      <Heading id={heading} className="mt-2">
        {line.title ?? line.service}
      </Heading>
      <Facts line={line} whole={whole} />
      {(line.can.includes('accept') || line.can.includes('decline')) && (
        <AnswerForms line={line} back={back} reasons={reasons} />
      )}
      <div className="mini">
        <NextThing line={line} back={back} today={today} open={open} unnoted={unnoted} />
        {whole && staff.length > 0 && !isFinal(line.status) && (
          <AssignForm line={line} back={back} staff={staff} />
        )}
        {back !== 'list' && <MoreSteps line={line} back={back} />}
        {back === 'list' && (
          <AppLink href={paths.myService(line.id)}>
            {m.details}
            <span className="vh">: {line.service}</span>
          </AppLink>
        )}
      </div>
    </Sheet>
  )
}
