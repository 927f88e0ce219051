import { addTask } from '@/app/(app)/zadania/actions'
import { PlaceTasks } from '@/app/(app)/zadania/place-tasks'
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
    return (
      <PlaceTasks
        list={await readPage((read) => read(listTeamTasks, { teamId }))}
        back={paths.teamTasks(teamId)}
        done={search.zrobione}
        add={{ action: addTask, label: m.addTeam, about: { name: 'teamId', id: teamId } }}
      />
    )
  },
})
