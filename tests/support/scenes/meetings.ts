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
  return ids
}
