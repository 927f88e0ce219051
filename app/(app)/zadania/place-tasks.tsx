import { Tasks } from '@/app/(app)/zadania/table'
import { TaskForm } from '@/components/tasks/task-form'
import { Disclosure } from '@/components/ui/lists'
import { DoneNotice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import { taskMessages as m } from '@/lib/messages/pl/tasks'
import type { HolderChoice, TaskRow } from '@/lib/tasks'

type PlaceTasksProps = {
  list: { tasks: readonly TaskRow[]; holders: readonly HolderChoice[]; mayAdd: boolean }
  /** the page on which they stand */
  back: string
  done: string | undefined
  add: { action: FormAction; label: string; about: { name: 'caseId' | 'teamId'; id: string } }
}

/** Tasks of one team or one case, and the form for the next one. */
export const PlaceTasks = ({ list, back, done, add }: PlaceTasksProps) => {
  const late = list.tasks.filter(({ over }) => over > 0).length
  return (
    <>
      <DoneNotice>{m.done[done as keyof typeof m.done]}</DoneNotice>
      <SectionHead title={late > 0 ? m.openLate(late) : m.open} />
      <Tasks
        tasks={list.tasks}
        holders={list.holders}
        back={back}
        empty={list.mayAdd ? m.emptyText : undefined}
      />
      {list.mayAdd && (
        <Sheet pad className="sec">
          <Disclosure summary={m.add}>
            <TaskForm {...add} holders={list.holders} />
          </Disclosure>
        </Sheet>
      )}
    </>
  )
}
