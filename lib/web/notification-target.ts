import type { NotificationRow } from '@/lib/notifications'
import { paths } from '@/lib/web/paths'

/** The own list for the own tasks; those of others stand with their case or team. */
const taskPlace = (kind: string, caseId: string | null, teamId: string | null): string => {
  if (kind === 'task.given' || kind === 'task.overdue' || kind === 'task.done') return paths.tasks()
  if (caseId) return paths.caseTasks(caseId)
  return teamId ? paths.teamTasks(teamId) : paths.tasks()
}

/** The event, the question, the consultation of the model; their list where this one is not to be read any more. */
const knowledgePlace = (kind: string, thingId: string | null): string | null => {
  if (kind.startsWith('model.'))
    return thingId ? paths.modelConsultation(thingId) : paths.modelConsultations()
  if (kind.startsWith('question.')) return thingId ? paths.question(thingId) : paths.questions()
  if (kind.startsWith('school.')) return thingId ? paths.schoolEvent(thingId) : paths.school()
  return null
}

/** Where it leads: the coordinator to the line of the case, the provider to the own service, the rest to the team. */
export const target = (
  { kind, lineId, caseId, teamId, thingId }: NotificationRow,
  institutionId: string,
): string => {
  if (kind.startsWith('offer.')) return paths.institutionServices(institutionId)
  if (kind === 'authorisation.endingOther') return paths.people(institutionId)
  if (kind.startsWith('authorisation.')) return `${paths.account()}#upowaznienie`
  if (caseId && kind === 'consent.withdrawn') return paths.caseConsentsTell(caseId)
  if (caseId && (kind === 'consent.expiring' || kind === 'consent.expired')) return paths.caseConsents(caseId)
  if (kind.startsWith('caseMeeting.') && caseId) return paths.caseMeetings(caseId)
  if (kind.startsWith('meeting.') && teamId) return paths.teamMeetings(teamId)
  if (kind.startsWith('task.')) return taskPlace(kind, caseId, teamId)
  if (kind === 'handover.received' || kind === 'handover.taken') return paths.home()
  if (kind === 'participant.invited' || kind === 'consent.closed') return paths.myServices()
  if (kind === 'programme.assigned') return paths.programme({ stan: 'moje' })
  if ((kind === 'programme.noteShared' || kind === 'team.letter') && teamId) return paths.teamVisits(teamId)
  if (kind === 'referral.decided') return paths.referrals()
  if (kind === 'referral.inherited') return paths.referrals()
  if (kind.startsWith('transfer.')) return caseId ? paths.caseTransfer(caseId) : paths.transfers()
  if (kind === 'destruction.waiting') return paths.destruction()
  if ((kind === 'team.variantMoved' || kind === 'variant.newer') && teamId) return paths.teamModel(teamId)
  const knowledge = knowledgePlace(kind, thingId)
  if (knowledge) return knowledge
  if (kind === 'consultation.opened') return paths.consultations()
  if (lineId) return caseId ? paths.caseLine(caseId, lineId) : paths.myService(lineId)
  if (caseId) return paths.case(caseId)
  return teamId ? paths.team(teamId) : paths.home()
}
