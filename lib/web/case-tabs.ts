import type { CaseFolder } from '@/lib/cases'
import { caseMessages } from '@/lib/messages/pl/cases'
import { meetingMessages } from '@/lib/messages/pl/meetings'
import { noteMessages } from '@/lib/messages/pl/notes'
import { storyMessages } from '@/lib/messages/pl/story'
import { taskMessages } from '@/lib/messages/pl/tasks'
import { paths } from '@/lib/web/paths'

const m = caseMessages.folder.tabs

type Place = { href: string; label: string; also?: string; alone?: string }
type Facts = Pick<CaseFolder, 'id' | 'may' | 'subject' | 'words'>

const whole = ({ id, may }: Facts): Place[] => [
  { href: paths.case(id), label: m.state, alone: m.summary },
  ...(may['case.history'] ? [{ href: paths.caseHistory(id), label: storyMessages.tab }] : []),
  ...(may['evaluation.read']
    ? [{ href: paths.caseEnding(id), label: m.ending, also: paths.caseTransfer(id) }]
    : []),
  ...(may['audit.case'] ? [{ href: paths.caseAccess(id), label: m.access }] : []),
]

const family = ({ id, may, subject }: Facts): Place[] => [
  ...(may['identity.read'] && subject !== 'environment'
    ? [{ href: paths.caseFamily(id), label: m.persons, alone: m.family }]
    : []),
  ...(may['consent.list']
    ? [{ href: paths.caseConsents(id), label: m.consents, also: paths.caseSight(id) }]
    : []),
]

const everyDay = ({ id, may }: Facts): Place[] => [
  ...(may['note.list'] ? [{ href: paths.caseNotes(id), label: noteMessages.tab }] : []),
  ...(may['caseMeeting.list'] ? [{ href: paths.caseMeetings(id), label: meetingMessages.title }] : []),
  ...(may['caseTask.list'] ? [{ href: paths.caseTasks(id), label: taskMessages.title }] : []),
]

/** Places of the folder that this person may open, those looked at together in one group. */
export const caseTabs = (head: Facts): { label: string; places: Place[] }[] => {
  const { id, may, words } = head
  const one = (shown: boolean, href: string, label: string) => ({
    label,
    places: shown ? [{ href, label }] : [],
  })
  return [
    { label: m.summary, places: whole(head) },
    { label: m.family, places: family(head) },
    one(may['diagnosis.read'], paths.caseDiagnosis(id), m.diagnosis),
    one(may['plan.read'], paths.casePlan(id), words.planShort),
    one(may['participant.list'], paths.caseBasket(id), m.basket),
    { label: m.everyDay, places: everyDay(head) },
  ]
}
