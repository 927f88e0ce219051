import { DefinitionList } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Sheet } from '@/components/ui/sheet'
import type { LineByLink } from '@/lib/baskets'
import { formatDate } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import { serviceMessages as s, scheduleText } from '@/lib/messages/pl/baskets'
import { byLinkMessages as m } from '@/lib/messages/pl/line-link'

const ForWhom = ({ line }: { line: LineByLink }) => {
  if (line.persons.length === 0 && line.hidden === 0) return line.family ?? s.environment
  return (
    <>
      {line.persons.map((name) => (
        <div key={name}>{name}</div>
      ))}
      {line.hidden > 0 && <div className="muted">{s.hidden(line.hidden)}</div>}
    </>
  )
}

const Asker = ({ asker }: { asker: NonNullable<LineByLink['asker']> }) => (
  <>
    {asker.name}, {asker.institution}
    {asker.phone && (
      <>
        ,{' '}
        <a href={`tel:${asker.phone}`} className="nowrap">
          {formatPhone(asker.phone)}
        </a>
      </>
    )}
  </>
)

/** What a provider may know of the one line: what, for whom, when, where, who asks. */
export const Asked = ({ line }: { line: LineByLink }) => (
  <>
    <Sheet pad>
      <DefinitionList
        items={[
          { term: m.service, value: line.service },
          { term: s.forWhom, value: <ForWhom line={line} /> },
          { term: s.howMuch, value: scheduleText(line) },
          { term: s.where, value: line.place },
          { term: s.what, value: line.scope },
          { term: m.until, value: line.answerDueOn && formatDate(line.answerDueOn) },
          { term: s.asks, value: line.asker && <Asker asker={line.asker} /> },
        ]}
      />
    </Sheet>
    <div className="mt-4">
      <Notice>{m.secrecy}</Notice>
    </div>
  </>
)
