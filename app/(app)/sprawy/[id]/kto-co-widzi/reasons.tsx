import { Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import type { ConsentView } from '@/lib/consents'
import { sightMessages } from '@/lib/messages/pl/sight'
import type { SightRow } from '@/lib/sight'
import { type ReasonGroup, reasonGroups } from './words'

const m = sightMessages.reasons

const Group = ({ group }: { group: ReasonGroup }) => (
  <>
    <b>{group.people}</b>
    <ul className="stack">
      {group.lines.map((line) => (
        <li key={`${line.open} ${line.what} ${line.why}`}>
          <ToneText tone={line.open ? 'done' : 'off'}>
            {line.open ? m.open : m.closed}
            {': '}
            {line.what}
            {' – '}
            <span className="soft">{line.why}</span>
          </ToneText>
        </li>
      ))}
    </ul>
  </>
)

/** The text twin of the table: of each institution what is open and why, what is closed and why. */
export const Reasons = ({ view, rows }: { view: ConsentView; rows: readonly SightRow[] }) => (
  <Section id="dlaczego" title={m.title} lead={m.lead}>
    <div className="split split-2">
      {rows.map((row) => (
        <Sheet key={row.institutionId} pad className="stack-4">
          <h3>{row.institution}</h3>
          {row.note && <p className="muted">{sightMessages.table.notes[row.note]}</p>}
          <Ledger
            rows={reasonGroups(view, row).map((group) => ({
              id: group.people,
              content: <Group group={group} />,
            }))}
          />
        </Sheet>
      ))}
    </div>
  </Section>
)
