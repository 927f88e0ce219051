import { insert } from '@/tests/support/world'

type Made = { caseId: string; teamId: string; owner: string }

/** One of each thing of this slice, in somebody's team and case; gives their ids. */
export const addMeetings = async (
  made: Made,
  userId: string,
  institutionId: string,
): Promise<Record<string, string>> => {
  const ids = { task: crypto.randomUUID(), case_task: crypto.randomUUID() }
  const given = {
    title: 'zadanie',
    due_on: '2026-12-01',
    to_institution_id: institutionId,
    created_by_id: userId,
    created_institution_id: made.owner,
  }
  await insert('task', { id: ids.task, team_id: made.teamId, ...given })
  await insert('case_task', {
    id: ids.case_task,
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    ...given,
  })
  const meeting = crypto.randomUUID()
  await insert('team_meeting', {
    id: meeting,
    team_id: made.teamId,
    held_on: '2026-12-10',
    starts_at: '10:00',
    place: 'sala',
    created_by_id: userId,
    created_institution_id: made.owner,
  })
  const of = { meeting_id: meeting, team_id: made.teamId }
  const [meeting_item, meeting_entry] = [crypto.randomUUID(), crypto.randomUUID()]
  await insert('meeting_case_item', {
    id: meeting_item,
    ...of,
    case_id: made.caseId,
    position: 1,
    reason: 'other',
  })
  await insert('meeting_entry', {
    id: meeting_entry,
    ...of,
    kind: 'remark',
    body: 'uwaga',
    author_id: userId,
    institution_id: made.owner,
  })
  const around = { case_id: made.caseId, team_id: made.teamId, owner_institution_id: made.owner }
  const [case_meeting, case_decision] = [crypto.randomUUID(), crypto.randomUUID()]
  await insert('case_meeting', {
    id: case_meeting,
    ...around,
    held_on: '2026-12-10',
    starts_at: '10:00',
    place: 'sala',
    created_by_id: userId,
  })
  await insert('case_decision', {
    id: case_decision,
    ...around,
    case_meeting_id: case_meeting,
    body: 'ustalenie',
    becomes: 'line',
    created_by_id: userId,
  })
  return { ...ids, meeting, meeting_item, meeting_entry, case_meeting, case_decision }
}

/** What a sample cannot guess of the inputs of this slice. */
export const meetingInputs = (
  foreign: Readonly<Record<string, string>>,
): Record<string, Record<string, unknown>> => {
  const given = { to: foreign.institution, days: '3', dueOn: '' }
  // a task of a case stands in a table of its own
  const ofCase = { taskId: foreign.case_task }
  const around = { meetingId: foreign.case_meeting }
  return {
    'caseTask.add': given,
    'caseTask.finish': ofCase,
    'caseTask.cancel': ofCase,
    'caseTask.reassign': { ...ofCase, ...given },
    'task.add': given,
    'task.addOwn': { to: '', days: '1' },
    'task.reassign': given,
    'meeting.plan': { startsAt: '10:00' },
    'meeting.mend': { startsAt: '10:00' },
    'meeting.attend': { parties: [] },
    'meeting.decide': given,
    'meeting.decideCase': given,
    'meeting.answerRemark': { entryId: foreign.meeting_entry },
    'caseMeeting.plan': { startsAt: '10:00' },
    'caseMeeting.decide': { ...around, becomes: 'line', to: '', stepKey: '' },
    'caseMeeting.mend': { ...around, startsAt: '10:00' },
    'caseMeeting.hold': { ...around, parties: [] },
    ...Object.fromEntries(
      [
        'read',
        'call',
        'cancel',
        'writeMinutes',
        'sendMinutes',
        'remark',
        'answerRemark',
        'approve',
        'annex',
      ].map((step) => [`caseMeeting.${step}`, around]),
    ),
  }
}
