import { EventWords, eventBy, eventDay, eventTitle } from '@/app/(app)/sprawy/[id]/historia/entry'
import { chosenWords, wantedOf } from '@/app/(app)/sprawy/[id]/historia/filters'
import { PrintGate } from '@/components/cases/print-gate'
import { SectionHead } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import { storyMessages } from '@/lib/messages/pl/story'
import { today } from '@/lib/platform/clock'
import { type HistoryPage, readHistory } from '@/lib/story'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { printCheck } from '@/lib/web/print-check'

const m = storyMessages.print
export const metadata = { title: m.title }

const Rows = ({ page }: { page: HistoryPage }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{m.when}</th>
        <th scope="col">{m.what}</th>
        <th scope="col">{m.who}</th>
      </tr>
    </thead>
    <tbody>
      {page.events.map((event) => (
        <tr key={event.id}>
          <th scope="row">{eventDay(event)}</th>
          <td>
            <b>{eventTitle(event)}</b>
            <EventWords event={event} />
          </td>
          <td>{eventBy(event)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** The same story on paper, as far as this reader sees it and as it is chosen. */
export default definePage({
  permission: 'case.history',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const { gate } = await printCheck(actor, { path: paths.caseHistoryPrint(caseId), caseId }, search)
    if (gate) return <PrintGate persons={gate.persons} whole={gate.whole} />
    const page = await readHistory.execute(actor, {
      caseId,
      ...wantedOf(search),
      cursor: '',
      whole: true,
    })
    const chosen = chosenWords(page)
    return (
      <>
        <SectionHead title={m.title} />
        <article className="card-a4 stack-4">
          <h3>{storyMessages.title}</h3>
          <p>
            {m.asOf(page.number, formatDate(today()))} {chosen && m.chosen(chosen)}
          </p>
          {page.events.length === 0 ? <p>{storyMessages.empty}</p> : <Rows page={page} />}
          {page.next && <p>{m.cut}</p>}
        </article>
      </>
    )
  },
})
