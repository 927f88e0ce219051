import { DataTable } from '@/components/ui/data-table'
import type { HandoverTask } from '@/lib/handover'
import { handoverMessages as m } from '@/lib/messages/pl/handover'
import { taskOf, taskPlace, taskTerm, whyNot } from './words'

type TasksProps = { caption: string; tasks: readonly HandoverTask[]; why?: boolean }

/** Tasks, each on a row; with the reason where one stays. */
export const Tasks = ({ caption, tasks, why }: TasksProps) => (
  <DataTable
    caption={caption}
    rows={tasks}
    rowId={({ id }) => id}
    columns={[
      { key: 'what', label: m.tasks.what, cell: taskOf },
      { key: 'where', label: m.tasks.where, cell: taskPlace },
      { key: 'due', label: m.tasks.due, cell: taskTerm },
      ...(why ? [{ key: 'why', label: m.table.why, cell: whyNot }] : []),
    ]}
  />
)
