/** Tasks and meetings: a part of permissions.ts. */
export const meetingPermissions = [
  // tasks, about a team or nothing, and about a case
  'task.list',
  'task.team',
  'task.add',
  'task.addOwn',
  'task.finish',
  'task.cancel',
  'task.reassign',
  'caseTask.list',
  'caseTask.add',
  'caseTask.finish',
  'caseTask.cancel',
  'caseTask.reassign',
] as const
