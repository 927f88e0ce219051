export { dueDay, dueFields } from '@/lib/tasks/due'
export {
  cancelCaseTask,
  cancelTask,
  finishCaseTask,
  finishTask,
  reassignCaseTask,
  reassignTask,
} from '@/lib/tasks/end'
export { tasksById } from '@/lib/tasks/held'
export {
  caseHolders,
  demandHolder,
  type Holder,
  type HolderChoice,
  holderField,
  optionalHolder,
  teamHolders,
} from '@/lib/tasks/people'
export { listCaseTasks, listMyTasks, listTeamTasks, type MyTasks, type TaskList } from '@/lib/tasks/read'
export { type TaskRow, taskRows } from '@/lib/tasks/view'
export { namesNoCase } from '@/lib/tasks/words'
export { addCaseTask, addOwnTask, addTask, giveCaseTask, giveTask } from '@/lib/tasks/write'
