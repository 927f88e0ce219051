import { type Holder, WhoAndWhen } from '@/components/tasks/task-form'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { FormHidden, FormTextArea } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { StatusBadge, ToneText } from '@/components/ui/status'
import type { IsoDate } from '@/lib/format/dates'
import type { FormAction } from '@/lib/format/form-state'
import { taskMessages as m } from '@/lib/messages/pl/tasks'

type Task = {
  id: string
  about: 'team' | 'case' | 'nothing'
  title: string
  note: string | null
  dueOn: IsoDate
  over: number
  status: 'open' | 'done' | 'cancelled'
  endNote: string | null
  to: string | null
  institution: string
  by: string | null
  teamId: string | null
  team: string | null
  caseId: string | null
  number: string | null
  version: number
  can: { finish: boolean; cancel: boolean; reassign: boolean }
}
export type TaskActions = Record<'finish' | 'cancel' | 'reassign', FormAction>
type Actions = { task: TaskActions; caseTask: TaskActions }
type Hrefs = { team: (id: string) => string; case: (id: string) => string }

const Target = ({ task, back }: { task: Task; back: string }) => (
  <>
    <FormHidden name="back" value={back} />
    <FormHidden name="taskId" value={task.id} />
    <FormHidden name="version" value={task.version} />
  </>
)

const labelOf = (what: string, task: Task): string => `${what}: ${task.title}`

type StepProps = { task: Task; actions: TaskActions; holders: readonly Holder[]; back: string }

const Steps = ({ task, actions, holders, back }: StepProps) => (
  <div className="stack-2">
    {task.can.finish && (
      <Disclosure summary={m.finish}>
        <ActionForm action={actions.finish} label={labelOf(m.finish, task)} submitLabel={m.finish}>
          <Target task={task} back={back} />
          <FormTextArea name="note" label={m.finishNote} rows={2} optional />
        </ActionForm>
      </Disclosure>
    )}
    {task.can.reassign && holders.length > 0 && (
      <Disclosure summary={m.reassign}>
        <ActionForm
          action={actions.reassign}
          label={labelOf(m.reassign, task)}
          submitLabel={m.reassign}
          submitVariant={2}
        >
          <Target task={task} back={back} />
          <WhoAndWhen holders={holders} />
        </ActionForm>
      </Disclosure>
    )}
    {task.can.cancel && (
      <Disclosure summary={m.cancel}>
        <ActionForm
          action={actions.cancel}
          label={labelOf(m.cancel, task)}
          submitLabel={m.cancel}
          submitVariant={2}
        >
          <Target task={task} back={back} />
          <FormTextArea name="note" label={m.cancelNote} rows={2} required />
        </ActionForm>
      </Disclosure>
    )}
  </div>
)

const What = ({ task }: { task: Task }) => (
  <>
    <span className="med">{task.title}</span>
    {task.note && <span className="block soft pre">{task.note}</span>}
    {task.by && <span className="block muted">{m.by(task.by)}</span>}
    {task.endNote && <span className="block soft">{m.endNote(task.endNote)}</span>}
  </>
)

const About = ({ task, hrefs }: { task: Task; hrefs: Hrefs }) => {
  if (task.about === 'case')
    return task.caseId && task.number ? (
      <AppLink href={hrefs.case(task.caseId)}>{m.aboutCase(task.number)}</AppLink>
    ) : (
      m.aboutHiddenCase
    )
  if (task.teamId && task.team) return <AppLink href={hrefs.team(task.teamId)}>{task.team}</AppLink>
  return <span className="muted">{m.aboutNothing}</span>
}

const Due = ({ task }: { task: Task }) => {
  if (task.status !== 'open')
    return <StatusBadge tone={task.status === 'done' ? 'done' : 'off'}>{m.status[task.status]}</StatusBadge>
  return task.over > 0 ? (
    <ToneText tone="late">
      {m.dueOn(task.dueOn)}, {m.over(task.over)}
    </ToneText>
  ) : (
    <span className="nowrap">{m.dueOn(task.dueOn)}</span>
  )
}

type Props = {
  tasks: readonly Task[]
  actions: Actions
  hrefs: Hrefs
  /** who may be given a task here: of the house, the team or the case */
  holders: readonly Holder[]
  /** the page on which the table stands */
  back: string
  /** on the page of one team or case what it is about is said already */
  withAbout?: boolean
  empty?: string
  /** which of several lists of the page this is */
  caption?: string
}

/** What is to be done, by whom, until when; each row with what may be done about it. */
export const TaskTable = ({ tasks, actions, hrefs, holders, back, withAbout, empty, caption }: Props) => (
  <DataTable
    caption={caption ? m.captionOf(caption) : m.caption}
    captionHidden
    rows={tasks}
    rowId={({ id }) => id}
    empty={<EmptyState title={m.empty}>{empty}</EmptyState>}
    columns={[
      { key: 'what', label: m.columns.what, cell: (task) => <What task={task} /> },
      {
        key: 'who',
        label: m.columns.who,
        cell: (task) => (
          <>
            {task.to ?? m.wholeInstitution}
            <span className="block soft">{task.institution}</span>
          </>
        ),
      },
      { key: 'due', label: m.columns.due, cell: (task) => <Due task={task} /> },
      ...(withAbout
        ? [
            {
              key: 'about',
              label: m.columns.about,
              cell: (task: Task) => <About task={task} hrefs={hrefs} />,
            },
          ]
        : []),
      {
        key: 'act',
        label: m.columns.act,
        cell: (task) => (
          <Steps
            task={task}
            actions={task.about === 'case' ? actions.caseTask : actions.task}
            holders={holders}
            back={back}
          />
        ),
      },
    ]}
  />
)
