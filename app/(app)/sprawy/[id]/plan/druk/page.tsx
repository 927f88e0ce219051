import { PrintGate } from '@/components/cases/print-gate'
import { SectionHead } from '@/components/ui/page-head'
import { formatDate } from '@/lib/format/dates'
import { scheduleText } from '@/lib/messages/pl/baskets'
import { planSheetMessages as m } from '@/lib/messages/pl/plan-sheet'
import { protectionMessages } from '@/lib/messages/pl/protection'
import { type PlanSheet, planSheet } from '@/lib/plans'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { printCheck } from '@/lib/web/print-check'

export const metadata = { title: m.title }

const Goals = ({ sheet }: { sheet: PlanSheet }) => (
  <section className="stack-4">
    <h4>{m.goals}</h4>
    <ol>
      {sheet.goals.map((goal) => (
        <li key={goal.id}>
          <b>{goal.title}</b>
          {goal.familyWords && <span className="block">{m.familyWords(goal.familyWords)}</span>}
          {goal.who && <span className="block">{m.whose(goal.who)}</span>}
          {goal.indicator && <span className="block">{m.indicator(goal.indicator)}</span>}
          {goal.baseline && goal.target && (
            <span className="block">{m.fromTo(goal.baseline, goal.target)}</span>
          )}
          {goal.unit && <span className="block">{m.unit(goal.unit)}</span>}
          {goal.strengths.length > 0 && <span className="block">{m.strengths(goal.strengths)}</span>}
          {goal.due && <span className="block">{m.due(goal.due)}</span>}
        </li>
      ))}
    </ol>
  </section>
)

const Lines = ({ sheet, hidden }: { sheet: PlanSheet; hidden: ReadonlySet<string> }) => (
  <section className="stack-4">
    <h4>{m.services}</h4>
    <table>
      <thead>
        <tr>
          <th scope="col">{m.what}</th>
          <th scope="col">{m.who}</th>
          <th scope="col">{m.forWhom}</th>
          <th scope="col">{m.when}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {line.service}
              {line.scope && <span className="block">{line.scope}</span>}
              {line.goals.length > 0 && <span className="block">{m.toGoals(line.goals)}</span>}
            </th>
            <td>
              {line.provider}
              {line.beside.length > 0 && <span className="block">{m.beside(line.beside.join(', '))}</span>}
              {line.place && line.place !== line.provider && !hidden.has(line.id) && (
                <span className="block">{line.place}</span>
              )}
            </td>
            <td>{line.persons.join(', ') || m.everybody}</td>
            <td>{hidden.has(line.id) ? protectionMessages.print.left : scheduleText(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const dots = '…………………………………………'

/** Places for the signatures, or who signed and when. */
const Signatures = ({ sheet }: { sheet: PlanSheet }) => (
  <section className="stack-4">
    <h4>{m.signatures}</h4>
    {sheet.signedOn && sheet.signedBy ? (
      <p>{m.signed(sheet.signedBy, sheet.signedOn)}</p>
    ) : (
      sheet.signers.map((name) => (
        <p key={name}>
          {name} {dots}
        </p>
      ))
    )}
    <p>
      {m.coordinator(sheet.coordinator)} {dots}
    </p>
    {sheet.institutions.map((name) => (
      <p key={name}>
        {name} {dots}
      </p>
    ))}
    <p>
      {m.placeAndDay} {dots}
    </p>
  </section>
)

const Seal = ({ sheet }: { sheet: PlanSheet }) => {
  if (!sheet.sealed) return <p>{m.notSealed}</p>
  return <p>{sheet.intact ? m.sealed(sheet.hash ?? '') : m.changed}</p>
}

export default definePage({
  permission: 'plan.print',
  render: async ({ actor, params, search }) => {
    const versionNo = search.wersja ?? '1'
    const caseId = params.id ?? ''
    const { gate, hidden } = await printCheck(actor, { path: paths.casePlanPrint(caseId), caseId }, search)
    if (gate) return <PrintGate {...gate} />
    const sheet = await planSheet.execute(actor, { caseId, versionNo })
    return (
      <>
        <SectionHead title={m.title} lead={m.lead} />
        <article className="card-a4 stack-4">
          <h3>{sheet.title}</h3>
          <p>
            <b>{[sheet.family, m.case(sheet.number)].filter(Boolean).join(', ')}</b>
            <span className="block">
              {m.version(sheet.versionNo)}
              {sheet.startsOn &&
                sheet.endsOn &&
                m.period(formatDate(sheet.startsOn), formatDate(sheet.endsOn))}
            </span>
            <span className="block">{sheet.team}</span>
          </p>
          <Goals sheet={sheet} />
          <Lines sheet={sheet} hidden={hidden} />
          <p>{m.free}</p>
          <Signatures sheet={sheet} />
          <Seal sheet={sheet} />
        </article>
      </>
    )
  },
})
