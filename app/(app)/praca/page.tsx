import { AppLink } from '@/components/ui/app-link'
import { ChipLinks } from '@/components/ui/choices'
import { Ledger } from '@/components/ui/lists'
import { PageHead, Section, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type PowiatWork, powiatWork, type Task } from '@/lib/board'
import { powiatMessages as m } from '@/lib/messages/pl/board'
import { taskMessages } from '@/lib/messages/pl/tasks'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'
import { TaskTable } from './tasks'
import { TeamIndex } from './teams'

export const metadata = { title: m.metaTitle }

const views = ['late', 'ours', 'others'] as const

/** "Czeka na nas" holds what is late of ours too: it waits for us all the more. */
const inView = (task: Task, view: string | undefined): boolean =>
  view === undefined || task.tone === view || (view === 'ours' && task.tone === 'late')

const chips = (tasks: readonly Task[], zespol: string | undefined, view: string | undefined) =>
  [undefined, ...views].map((name) => ({
    href: withParams(paths.work(), { zespol, widok: name }),
    label: m.counted(m.filters[name ?? 'wszystko'], tasks.filter((task) => inView(task, name)).length),
    pressed: view === name,
  }))

const Loads = ({ work }: { work: PowiatWork }) => (
  <Section id="obciazenie" title={m.loads}>
    <Sheet pad>
      <Ledger
        rows={work.loads.map((load) => ({
          id: load.userId ?? 'nikt',
          content: load.name ?? m.nobody,
          end: <span className="soft">{m.load(load.services, load.teams, load.late)}</span>,
        }))}
      />
    </Sheet>
  </Section>
)

export default definePage({
  permission: 'board.powiat',
  render: async ({ actor, search }) => {
    const work = await powiatWork.execute(actor, {})
    const team = work.teams.find(({ id }) => id === search.zespol)?.id
    const view = views.find((name) => name === search.widok)
    const tasks = work.tasks.filter((task) => team === undefined || task.teamId === team)
    const forming = work.teams.filter((row) => row.forming).length
    return (
      <>
        <PageHead
          title={m.title(actor.institutionName)}
          lead={m.lead(work.teams.length - forming, forming, work.cases)}
          actions={<AppLink href={paths.tasks()}>{taskMessages.link}</AppLink>}
        />
        <div className="split split-index items-start">
          <TeamIndex work={work} current={team} view={view} />
          <div>
            <section aria-labelledby="lista">
              <SectionHead id="lista" title={m.todo} />
              <div className="mt-3 mb-4">
                <ChipLinks label={m.filter} items={chips(tasks, team, view)} />
              </div>
              <TaskTable work={work} tasks={tasks.filter((task) => inView(task, view))} />
            </section>
            {work.loads.length > 0 && <Loads work={work} />}
          </div>
        </div>
      </>
    )
  },
})
