import { NoteWords, noteTitle } from '@/app/(app)/sprawy/[id]/notatki/note-words'
import { AppLink } from '@/components/ui/app-link'
import type { Tone } from '@/components/ui/status'
import { dateInWarsaw, formatDate, formatInstant } from '@/lib/format/dates'
import { lineStatusNames } from '@/lib/messages/pl/baskets'
import { caseVariantMessages } from '@/lib/messages/pl/case-variant'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'
import { caseMessages, stageNames } from '@/lib/messages/pl/cases'
import { noTalkNames } from '@/lib/messages/pl/closing'
import { categoryWords, consentMessages } from '@/lib/messages/pl/consents'
import { diagnosisMessages } from '@/lib/messages/pl/diagnosis'
import { goalLevelWords } from '@/lib/messages/pl/goals'
import { handoverMessages } from '@/lib/messages/pl/handover'
import { noteMessages } from '@/lib/messages/pl/notes'
import { roleNames } from '@/lib/messages/pl/roles'
import { storyMessages as m } from '@/lib/messages/pl/story'
import type { StoryEvent, What } from '@/lib/story'
import { paths } from '@/lib/web/paths'
import { reasonName } from '@/lib/web/reason-name'

const roundName = (round: string): string =>
  Object.hasOwn(diagnosisMessages.round.kinds, round)
    ? diagnosisMessages.round.kinds[round as keyof typeof diagnosisMessages.round.kinds]
    : round

const proposalName = (what: Extract<What, { proposal: unknown }>): string =>
  caseWorkMessages.proposals.kinds[what.proposal].toLocaleLowerCase('pl')

const handoverTitle = ({ role, from, to }: Extract<What, { kind: 'handover' }>): string =>
  handoverMessages.story(
    role ? roleNames[role].toLocaleLowerCase('pl') : handoverMessages.hiddenService,
    from,
    to,
  )

/** What happened, in one line. */
export const eventTitle = ({ what }: StoryEvent): string => {
  switch (what.kind) {
    case 'step':
      return caseMessages.history.step(what.from && stageNames[what.from].name, stageNames[what.to].name)
    case 'proposed':
    case 'agreed':
    case 'sentBack':
      return caseWorkMessages.history[what.kind](proposalName(what))
    case 'note':
      return noteTitle(what.note)
    case 'delivery':
      return what.cancelled ? m.deliveryCancelled(what.service) : m.delivery(what.service)
    case 'line':
      return m.line(what.service, lineStatusNames[what.to].toLocaleLowerCase('pl'))
    case 'planMade':
    case 'planInForce':
    case 'planOver':
    case 'scan':
      return m[what.kind](what.versionNo)
    case 'monitoring':
    case 'evaluation':
    case 'talk':
    case 'decision':
    case 'personLinked':
    case 'personUnlinked':
    case 'transferAsked':
    case 'transferAccepted':
    case 'transferDeclined':
    case 'transferWithdrawn':
    case 'transferPassed':
      return m[what.kind]
    case 'goalLook':
      return what.final
        ? m.goalEnded(what.goal)
        : m.goalLook(what.goal, goalLevelWords[String(what.level) as keyof typeof goalLevelWords] ?? null)
    case 'noTalk':
      return m.noTalk(noTalkNames[what.why].toLocaleLowerCase('pl'))
    case 'diagnosisBegun':
    case 'diagnosisCompleted':
      return m[what.kind](roundName(what.round))
    case 'consentAnswered':
      return what.status === 'refused' ? m.consentRefused : m.consentGiven
    case 'consentWithdrawn':
      return m.consentWithdrawn
    case 'basisStarted':
    case 'basisEnded':
      return m[what.kind](consentMessages.basis.names[what.basis])
    case 'handover':
      return handoverTitle(what)
    case 'variantMoved':
      return caseVariantMessages.story(what.from, what.to)
    case 'meetingCalled':
    case 'meetingHeld':
    case 'meetingCancelled':
    case 'meetingApproved':
      return m[what.kind](what.on)
  }
}

/** The object's own page, where there is one for this entry. */
const hrefOf = (caseId: string, { what }: StoryEvent): string | null => {
  if (what.kind === 'note') return paths.caseNote(caseId, what.note.id)
  if (what.kind === 'delivery' || what.kind === 'line') return paths.caseLine(caseId, what.lineId)
  if (what.kind === 'consentAnswered' || what.kind === 'consentWithdrawn') return paths.caseConsents(caseId)
  if (what.kind === 'variantMoved') return paths.caseModel(caseId)
  if (what.kind === 'basisStarted' || what.kind === 'basisEnded') return paths.caseConsents(caseId)
  if (what.kind === 'diagnosisBegun' || what.kind === 'diagnosisCompleted') return paths.caseDiagnosis(caseId)
  if (what.kind === 'planMade' || what.kind === 'planInForce' || what.kind === 'planOver')
    return paths.casePlan(caseId)
  if (what.kind === 'goalLook') return paths.caseGoal(caseId, what.goalId)
  if (['monitoring', 'evaluation', 'talk', 'noTalk'].includes(what.kind)) return paths.caseEnding(caseId)
  if (what.kind === 'personLinked' || what.kind === 'personUnlinked') return paths.caseDuplicates(caseId)
  if ('meetingId' in what) return what.meetingId && paths.caseMeeting(caseId, what.meetingId)
  if (what.kind === 'scan') return paths.caseConsents(caseId)
  if (what.kind.startsWith('transfer')) return paths.caseTransfer(caseId)
  return null
}

export const eventTone = ({ what }: StoryEvent): Tone => {
  if (what.kind === 'step') return stageNames[what.to].tone
  if (what.kind === 'proposed' || what.kind === 'line') return 'wait'
  if (what.kind === 'sentBack' || what.kind === 'consentWithdrawn') return 'late'
  if (what.kind === 'consentAnswered' && what.status === 'refused') return 'late'
  if (what.kind === 'delivery' && what.cancelled) return 'off'
  if (what.kind === 'note' && what.note.removed) return 'off'
  if (what.kind === 'meetingCalled') return 'wait'
  if (what.kind === 'meetingCancelled') return 'off'
  if (what.kind === 'planOver' || what.kind === 'basisEnded') return 'off'
  return 'done'
}

export const eventDay = (event: StoryEvent): string =>
  event.dated ? formatDate(dateInWarsaw(event.at)) : formatInstant(event.at)

/** Who, from where, about whom and which category. A note names its persons in the title already. */
export const eventBy = (event: StoryEvent): string =>
  [
    event.actor,
    event.institution,
    event.what.kind !== 'note' && event.persons && noteMessages.about(event.persons, event.wholeFamily),
    event.category && categoryWords[event.category].name,
  ]
    .filter(Boolean)
    .join(', ')

/** Free words of the entry, as far as this reader is shown them. */
export const EventWords = ({ event }: { event: StoryEvent }) => {
  if (event.what.kind === 'note') return <NoteWords note={event.what.note} />
  const next = event.what.kind === 'monitoring' && event.what.nextOn
  return (
    <>
      {event.reasonKey && <p>{m.reason(reasonName(event.reasonKey))}</p>}
      {event.words && <p className="pre">{event.words}</p>}
      {next && <p>{m.next(formatDate(next))}</p>}
    </>
  )
}

/** One entry of the story; its title leads to the page of the object that it belongs to. */
export const Entry = ({ caseId, event }: { caseId: string; event: StoryEvent }) => {
  const href = hrefOf(caseId, event)
  const title = <b>{eventTitle(event)}</b>
  return (
    <div className="stack-2">
      <p>
        {href ? <AppLink href={href}>{title}</AppLink> : title}
        <span className="soft block">{eventBy(event)}</span>
      </p>
      <EventWords event={event} />
    </div>
  )
}
