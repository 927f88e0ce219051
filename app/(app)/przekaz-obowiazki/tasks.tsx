import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import type { HandoverView } from '@/lib/handover'
import { handoverMessages } from '@/lib/messages/pl/handover'
import { paths } from '@/lib/web/paths'

const m = handoverMessages.tasks
type TaskOf = HandoverView['tasks'][number]

/** The list where the task is given to somebody else. */
const Place = ({ task }: { task: TaskOf }) => {
  if (task.caseId && task.number) return <AppLink href={paths.caseTasks(task.caseId)}>{task.number}</AppLink>
  if (task.about === 'team' && task.teamId && task.team)
    return <AppLink href={paths.teamTasks(task.teamId)}>{task.team}</AppLink>
  return null
}

/** Tasks that the person still holds, beside what goes in one step. */
export const HeldTasks = ({ tasks }: { tasks: HandoverView['tasks'] }) =>
  tasks.length > 0 ? (
    <Section id="zadania" title={m.title(tasks.length)} lead={m.lead}>
      <DataTable
        caption={m.title(tasks.length)}
        captionHidden
        rows={tasks}
        rowId={({ id }) => id}
        columns={[
          { key: 'what', label: m.what, cell: ({ title }) => title },
          { key: 'where', label: m.where, cell: (task) => <Place task={task} /> },
          { key: 'due', label: m.due, cell: ({ dueOn }) => formatDate(dueOn) },
        ]}
      />
    </Section>
  ) : null
