import { addCaseTask } from '@/app/(app)/zadania/actions'
import { PlaceTasks } from '@/app/(app)/zadania/place-tasks'
import { taskMessages as m } from '@/lib/messages/pl/tasks'
import { listCaseTasks } from '@/lib/tasks'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

/** What is to be done in this case, as far as its categories are open to the reader. */
export default definePage({
  permission: 'caseTask.list',
  render: async ({ params, search }) => {
    const caseId = params.id ?? ''
    return (
      <PlaceTasks
        list={await readPage((read) => read(listCaseTasks, { caseId }))}
        back={paths.caseTasks(caseId)}
        done={search.zrobione}
        add={{ action: addCaseTask, label: m.addCase, about: { name: 'caseId', id: caseId } }}
      />
    )
  },
})
