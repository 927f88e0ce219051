import * as actions from '@/app/(app)/zadania/actions'
import { TaskTable } from '@/components/tasks/task-table'
import type { HolderChoice, TaskRow } from '@/lib/tasks'
import { paths } from '@/lib/web/paths'

const steps = {
  task: { finish: actions.finishTask, cancel: actions.cancelTask, reassign: actions.reassignTask },
  caseTask: {
    finish: actions.finishCaseTask,
    cancel: actions.cancelCaseTask,
    reassign: actions.reassignCaseTask,
  },
}

type Props = {
  tasks: readonly TaskRow[]
  holders: readonly HolderChoice[]
  back: string
  withAbout?: boolean
  empty?: string
  /** which of several lists of the page this is */
  caption?: string
}

/** Tasks with their steps, as every page shows them. */
export const Tasks = (props: Props) => (
  <TaskTable {...props} actions={steps} hrefs={{ team: paths.teamTasks, case: paths.caseTasks }} />
)
