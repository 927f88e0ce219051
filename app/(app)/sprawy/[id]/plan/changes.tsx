import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Select } from '@/components/ui/inputs'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { planChangeMessages as m, signedText } from '@/lib/messages/pl/plan-changes'
import type {
  Change,
  ComparedLine,
  GoalAttribute,
  LineAttribute,
  PlanComparison,
  SignedValue,
} from '@/lib/plans'
import { paths } from '@/lib/web/paths'

type Props = { caseId: string; compared: PlanComparison }

/** Which two versions; the address is the choice, so it works without JavaScript. */
const Choice = ({ caseId, compared: { choices, from, to } }: Props) => {
  const options = choices.map((n) => ({ value: String(n), label: m.version(n) }))
  return choices.length < 3 ? null : (
    <form action={`${paths.casePlan(caseId)}#zmiany`} method="get" className="search-form mb-4">
      <Select name="od" label={m.from} options={options} defaultValue={String(from)} width="short" />
      <Select name="do" label={m.to} options={options} defaultValue={String(to)} width="short" />
      <Button type="submit" variant={2} inline>
        {m.compare}
      </Button>
    </form>
  )
}

const Why = ({ reasons }: { reasons: PlanComparison['reasons'] }) => (
  <>
    <h3>{m.why}</h3>
    {reasons.length === 0 ? (
      <p>{m.noReason}</p>
    ) : (
      <ul className="stack">
        {reasons.map(({ versionNo, reason }) => (
          <li key={versionNo}>{m.reason(versionNo, reason)}</li>
        ))}
      </ul>
    )}
  </>
)

type Row = Change<LineAttribute | GoalAttribute>

const Table = ({ name, changes, unit }: { name: string; changes: readonly Row[]; unit?: string }) => {
  const said = (attribute: string, value: SignedValue) => signedText(attribute, value, unit)
  return (
    <DataTable
      caption={m.caption(name)}
      captionHidden
      rows={changes}
      rowId={(change) => change.attribute}
      columns={[
        { key: 'what', label: m.what, cell: (change) => m.attributes[change.attribute] },
        { key: 'was', label: m.was, cell: (change) => said(change.attribute, change.from) },
        { key: 'is', label: m.is, cell: (change) => said(change.attribute, change.to) },
      ]}
    />
  )
}

const lineText = (line: ComparedLine): string =>
  [line.service, line.provider, line.persons.join(', ') || m.everybody].filter(Boolean).join('; ')

const Items = <T extends { id: string }>({
  title,
  items,
  text,
}: {
  title: string
  items: readonly T[]
  text: (item: T) => ReactNode
}) =>
  items.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul className="stack">
        {items.map((item) => (
          <li key={item.id}>{text(item)}</li>
        ))}
      </ul>
    </>
  )

const Lines = ({ lines }: { lines: PlanComparison['lines'] }) => (
  <>
    <Items title={m.lines.added} items={lines.added} text={lineText} />
    <Items title={m.lines.dropped} items={lines.dropped} text={lineText} />
    {lines.changed.length > 0 && <h3>{m.lines.changed}</h3>}
    {lines.changed.map((line) => (
      <div key={line.id} className="stack-2">
        <h4>{lineText(line)}</h4>
        <Table name={line.service} changes={line.changes} unit={line.unit} />
      </div>
    ))}
  </>
)

const Goals = ({ goals }: { goals: PlanComparison['goals'] }) => (
  <>
    <Items title={m.goals.added} items={goals.added} text={(goal) => goal.title} />
    <Items title={m.goals.dropped} items={goals.dropped} text={(goal) => goal.title} />
    {goals.changed.length > 0 && <h3>{m.goals.changed}</h3>}
    {goals.changed.map((goal) => (
      <div key={goal.id} className="stack-2">
        <h4>{goal.title}</h4>
        <Table name={goal.title} changes={goal.changes} />
      </div>
    ))}
  </>
)

const isSame = ({ period, lines, goals }: PlanComparison): boolean =>
  [period, ...Object.values(lines), ...Object.values(goals)].every((list) => list.length === 0)

/** Two signed versions beside each other: what was added, dropped and changed, and why. */
export const Changes = ({ caseId, compared }: Props) => {
  const { from, to, period, lines, goals, reasons, broken } = compared
  return (
    <Section id="zmiany" title={m.title} lead={from === to ? m.oneVersion : m.lead(from, to)}>
      <Choice caseId={caseId} compared={compared} />
      {broken.map((n) => (
        <Notice key={n} tone="warn">
          {m.broken(n)}
        </Notice>
      ))}
      {from !== to && (
        <div className="sheet pad stack-4">
          <Why reasons={reasons} />
          {isSame(compared) && <p>{m.same}</p>}
          {period.length > 0 && (
            <>
              <h3>{m.period}</h3>
              <Table name={m.period} changes={period} />
            </>
          )}
          <Lines lines={lines} />
          <Goals goals={goals} />
        </div>
      )}
    </Section>
  )
}
