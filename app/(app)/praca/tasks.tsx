import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/messages'
import { type Tone, ToneText } from '@/components/ui/status'
import type { PowiatWork, Task } from '@/lib/board'
import { daysBetween } from '@/lib/calendar'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { powiatMessages as m } from '@/lib/messages/pl/board'
import { stageNames } from '@/lib/messages/pl/cases'
import { paths } from '@/lib/web/paths'

const tones: Record<Task['tone'], Tone> = { late: 'late', ours: 'mine', others: 'wait' }

const words = ({ kind, service, stage }: Task): string => {
  if (kind === 'sign') return m.what.sign
  if (kind === 'lateCase') return m.what.lateCase(stage ? stageNames[stage].name : '')
  return m.what[kind](service ?? '')
}

const place = (task: Task): string => {
  if (task.kind === 'sign') return paths.teamAgreement(task.teamId)
  if (task.lineId && task.mayAct) return paths.myService(task.lineId)
  if (task.lineId && task.caseId) return paths.caseLine(task.caseId, task.lineId)
  return task.caseId ? paths.case(task.caseId) : paths.team(task.teamId)
}

const Since = ({ task, today }: { task: Task; today: IsoDate }) =>
  task.since ? m.sinceDays(formatDate(task.since), Math.max(0, daysBetween(task.since, today))) : '–'

const Due = ({ task }: { task: Task }) => {
  if (task.dueOn) return <span className="nowrap">{formatDate(task.dueOn)}</span>
  return task.kind === 'counter' ? <span className="muted">{m.withCoordinator}</span> : '–'
}

const CaseName = ({ task }: { task: Task }) =>
  task.caseId ? (
    <AppLink href={paths.case(task.caseId)}>{task.family ?? task.number}</AppLink>
  ) : (
    <AppLink href={paths.team(task.teamId)}>{m.teamMatter}</AppLink>
  )

/** One list of what is to be done over all teams: ours first, the late of it on top. */
export const TaskTable = ({ work, tasks }: { work: PowiatWork; tasks: readonly Task[] }) => (
  <DataTable
    caption={m.caption}
    captionHidden
    rows={tasks}
    rowId={(task) => `${task.kind}-${task.id}`}
    empty={
      <EmptyState title={m.empty} level={3}>
        {work.tasks.length === 0 ? m.emptyText : m.emptyFilter}
      </EmptyState>
    }
    columns={[
      { key: 'case', label: m.columns.case, cell: (task) => <CaseName task={task} /> },
      {
        key: 'team',
        label: m.columns.team,
        cell: (task) => work.teams.find(({ id }) => id === task.teamId)?.name ?? '–',
      },
      {
        key: 'what',
        label: m.columns.what,
        cell: (task) => <ToneText tone={tones[task.tone]}>{words(task)}</ToneText>,
      },
      { key: 'since', label: m.columns.since, cell: (task) => <Since task={task} today={work.today} /> },
      { key: 'due', label: m.columns.due, cell: (task) => <Due task={task} /> },
      {
        key: 'act',
        label: m.columns.act,
        cell: (task) => <AppLink href={place(task)}>{task.mayAct ? m.act[task.kind] : m.act.see}</AppLink>,
      },
    ]}
  />
)
