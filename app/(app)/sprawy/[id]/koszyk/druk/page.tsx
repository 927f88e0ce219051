import { redirect } from 'next/navigation'
import { whoFor } from '@/app/(app)/sprawy/[id]/koszyk/lines-table'
import { byLine, onceEach, warningWords } from '@/app/(app)/sprawy/[id]/koszyk/warning-words'
import { PrintGate } from '@/components/cases/print-gate'
import { SectionHead } from '@/components/ui/page-head'
import { type Basket, isAlive, listLines } from '@/lib/baskets'
import { formatDate } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import { basketMessages } from '@/lib/messages/pl/basket-page'
import { lineStatusNames, scheduleText } from '@/lib/messages/pl/baskets'
import { protectionMessages } from '@/lib/messages/pl/protection'
import { warningMessages } from '@/lib/messages/pl/warnings'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { printCheck } from '@/lib/web/print-check'

const m = basketMessages.print
export const metadata = { title: m.title }

/** What helps now or will: refused, cancelled and not sent lines are nobody's promise. */
const printed = (basket: Basket) => basket.lines.filter((line) => isAlive(line) && line.status !== 'draft')

const Lines = ({ basket, hidden }: { basket: Basket; hidden: ReadonlySet<string> }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{basketMessages.lines.service}</th>
        <th scope="col">{basketMessages.lines.provider}</th>
        <th scope="col">{m.when}</th>
        <th scope="col">{basketMessages.lines.state}</th>
      </tr>
    </thead>
    <tbody>
      {printed(basket).map((line) => (
        <tr key={line.id}>
          <th scope="row">
            {line.title ?? line.service}
            <br />
            {whoFor(line, basket.subject)}
          </th>
          <td>
            {[line.provider.name, line.responsible].filter(Boolean).join(', ')}
            {line.provider.phone && (
              <>
                <br />
                <span className="tel">{formatPhone(line.provider.phone)}</span>
              </>
            )}
          </td>
          <td>
            {hidden.has(line.id)
              ? protectionMessages.print.left
              : [scheduleText(line), line.place].filter(Boolean).join(', ')}
          </td>
          <td>{lineStatusNames[line.status]}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Who must not meet whom never stands on paper. */
const isPrinted = (w: Basket['warnings'][number]): boolean =>
  !w.settled && !w.settlement && w.kind !== 'protectedMeets'

/** What nobody settled yet, on a sheet of its own: it is for the coordinator and must not reach the family. */
const Waiting = ({ basket }: { basket: Basket }) => {
  const groups = byLine(onceEach(basket.warnings.filter(isPrinted)), basket.lines)
  return groups.length === 0 ? null : (
    <article className="card-a4 stack-4 own-sheet">
      <h3>{warningMessages.print.title}</h3>
      <p>{warningMessages.print.lead}</p>
      {groups.map((group) => (
        <div key={group.id}>
          <h4>{group.title}</h4>
          <ul>
            {group.warnings.map((warning) => (
              <li key={warning.key}>{warningWords(warning, basket.lines)}</li>
            ))}
          </ul>
        </div>
      ))}
    </article>
  )
}

/** The basket on paper, in large print: who helps with what, when, and whom to ring. */
export default definePage({
  permission: 'line.list',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const basket = await listLines.execute(actor, { caseId, contacts: true })
    if (basket.provider) redirect(paths.myServices())
    const { gate, hidden } = await printCheck(actor, { path: paths.caseBasketPrint(caseId), caseId }, search)
    if (gate) return <PrintGate {...gate} />
    return (
      <>
        <SectionHead title={m.title} lead={m.lead} />
        <article className="card-a4 stack-4">
          <h3>{basketMessages.title}</h3>
          <p>{m.asOf(formatDate(basket.today))}</p>
          {printed(basket).length === 0 ? (
            <p>{basketMessages.lines.empty}</p>
          ) : (
            <Lines basket={basket} hidden={hidden} />
          )}
          <p>{m.family} …………………………………………</p>
          <p>{m.coordinator} …………………………………………</p>
        </article>
        <Waiting basket={basket} />
      </>
    )
  },
})
