import { addTask } from '@/app/(app)/zadania/actions'
import { Tasks } from '@/app/(app)/zadania/table'
import { TaskForm } from '@/components/tasks/task-form'
import { Disclosure } from '@/components/ui/lists'
import { DoneNotice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { taskMessages as m } from '@/lib/messages/pl/tasks'
import { listTeamTasks } from '@/lib/tasks'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

/** What the team has to do; nothing about a family. */
export default definePage({
  permission: 'task.team',
  render: async ({ params, search }) => {
    const teamId = params.id ?? ''
    const list = await readPage((read) => read(listTeamTasks, { teamId }))
    const late = list.tasks.filter(({ over }) => over > 0).length
    return (
      <>
        <DoneNotice>{m.done[search.zrobione as keyof typeof m.done]}</DoneNotice>
        <SectionHead title={late > 0 ? m.openLate(late) : m.open} />
        <Tasks
          tasks={list.tasks}
          holders={list.holders}
          back={paths.teamTasks(teamId)}
          empty={list.mayAdd ? m.emptyText : undefined}
        />
        {list.mayAdd && (
          <Sheet pad className="sec">
            <Disclosure summary={m.add}>
              <TaskForm
                action={addTask}
                label={m.addTeam}
                about={{ name: 'teamId', id: teamId }}
                holders={list.holders}
              />
            </Disclosure>
          </Sheet>
        )}
      </>
    )
  },
})
