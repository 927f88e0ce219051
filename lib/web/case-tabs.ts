import type { CaseFolder } from '@/lib/cases'
import { caseMessages } from '@/lib/messages/pl/cases'
import { meetingMessages } from '@/lib/messages/pl/meetings'
import { noteMessages } from '@/lib/messages/pl/notes'
import { storyMessages } from '@/lib/messages/pl/story'
import { taskMessages } from '@/lib/messages/pl/tasks'
import { paths } from '@/lib/web/paths'

const m = caseMessages.folder.tabs

/** Places of the folder that this person may open. */
export const caseTabs = ({
  id,
  may,
  subject,
  words,
}: CaseFolder): { href: string; label: string; also?: string }[] => [
  { href: paths.case(id), label: m.summary },
  ...(may['identity.read'] && subject !== 'environment'
    ? [{ href: paths.caseFamily(id), label: m.family }]
    : []),
  ...(may['consent.list']
    ? [{ href: paths.caseConsents(id), label: m.consents, also: paths.caseSight(id) }]
    : []),
  ...(may['note.list'] ? [{ href: paths.caseNotes(id), label: noteMessages.tab }] : []),
  ...(may['diagnosis.read'] ? [{ href: paths.caseDiagnosis(id), label: m.diagnosis }] : []),
  ...(may['plan.read'] ? [{ href: paths.casePlan(id), label: words.planShort }] : []),
  ...(may['participant.list'] ? [{ href: paths.caseBasket(id), label: m.basket }] : []),
  ...(may['caseMeeting.list'] ? [{ href: paths.caseMeetings(id), label: meetingMessages.title }] : []),
  ...(may['caseTask.list'] ? [{ href: paths.caseTasks(id), label: taskMessages.title }] : []),
  ...(may['evaluation.read']
    ? [{ href: paths.caseEnding(id), label: m.ending, also: paths.caseTransfer(id) }]
    : []),
  ...(may['case.history'] ? [{ href: paths.caseHistory(id), label: storyMessages.tab }] : []),
  ...(may['audit.case'] ? [{ href: paths.caseAccess(id), label: m.access }] : []),
]
