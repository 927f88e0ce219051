import { formatDate } from '@/lib/format/dates'
import { handoverMessages } from '@/lib/messages/pl/handover'
import type { PersonView } from '@/lib/people'

const m = handoverMessages.tasks
type Task = PersonView['tasks'][number]
type Colleagues = PersonView['colleagues']
type LeavingProps = { tasks: readonly Task[]; colleagues: Colleagues }

/** Beside a task of a case: who could take it. */
const takersOf = ({ takers }: Task, colleagues: Colleagues): string | null => {
  if (!takers) return null
  const names = colleagues.filter(({ userId }) => takers.includes(userId)).map(({ name }) => name)
  return names.length > 0 ? m.takers(names.join(', ')) : m.noTaker
}

/** The open tasks of who leaves: by their words where the reader may read them, the rest as a number. */
export const LeavingTasks = ({ tasks, colleagues }: LeavingProps) => {
  const read = tasks.filter(({ title }) => title !== null)
  const rest = tasks.length - read.length
  return tasks.length > 0 ? (
    <div>
      <p>{m.leaving(tasks.length)}</p>
      <ul>
        {read.map((task) => (
          <li key={task.id}>
            {[task.title, task.number ?? task.team, task.dueOn && m.until(formatDate(task.dueOn))]
              .filter(Boolean)
              .join(', ')}
            {takersOf(task, colleagues) && <span className="muted"> ({takersOf(task, colleagues)})</span>}
          </li>
        ))}
        {rest > 0 && <li>{m.leavingRest(rest)}</li>}
      </ul>
    </div>
  ) : null
}
