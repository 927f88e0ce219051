import { addOwnTask } from '@/app/(app)/zadania/actions'
import { Tasks } from '@/app/(app)/zadania/table'
import { TaskForm } from '@/components/tasks/task-form'
import { Disclosure } from '@/components/ui/lists'
import { DoneNotice } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { taskMessages as m } from '@/lib/messages/pl/tasks'
import { listMyTasks, type TaskRow } from '@/lib/tasks'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

const isDone = (code: string | undefined): code is keyof typeof m.done => code !== undefined && code in m.done
const isOpen = ({ status }: TaskRow) => status === 'open'

/** What this person has to do in this place of work, and what they gave to others. */
export default definePage({
  permission: 'task.list',
  render: async ({ search }) => {
    const list = await readPage((read) => read(listMyTasks, {}))
    const open = list.mine.filter(isOpen)
    const late = open.filter(({ over }) => over > 0)
    const common = { holders: list.holders, back: paths.tasks(), withAbout: true }
    const ended = [...list.mine, ...list.given].filter((row) => !isOpen(row))
    const given = list.given.filter(isOpen)
    return (
      <>
        <PageHead title={m.title} lead={m.lead(late.length, open.length)} />
        <DoneNotice>{isDone(search.zrobione) ? m.done[search.zrobione] : undefined}</DoneNotice>
        {late.length > 0 && (
          <Section id="po-terminie" title={m.late}>
            <Tasks caption={m.late} tasks={late} {...common} />
          </Section>
        )}
        <Section id="do-zrobienia" title={m.mine}>
          <Tasks
            caption={m.mine}
            tasks={open.filter(({ over }) => over === 0)}
            empty={m.emptyOwn}
            {...common}
          />
        </Section>
        <Sheet pad className="sec">
          <Disclosure summary={m.add}>
            <TaskForm action={addOwnTask} label={m.addOwn} holders={list.holders} />
          </Disclosure>
        </Sheet>
        {given.length > 0 && (
          <Section id="dane-innym" title={m.given}>
            <Tasks caption={m.given} tasks={given} {...common} />
          </Section>
        )}
        {ended.length > 0 && (
          <Section id="zakonczone" title={m.ended}>
            <Tasks caption={m.ended} tasks={ended} {...common} />
          </Section>
        )}
      </>
    )
  },
})
