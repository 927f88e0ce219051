import { DefinitionList, Ledger } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { formatPhone } from '@/lib/format/phone'
import { transferMessages } from '@/lib/messages/pl/transfers'
import type { TransferPage } from '@/lib/transfers'

const m = transferMessages.origin

/** For the team that took the family over: whom to call there, and which services go on. */
export const Origin = ({ origin }: { origin: NonNullable<TransferPage['origin']> }) => (
  <Section id="skad" title={m.title}>
    <Sheet pad>
      <DefinitionList
        items={[
          { term: m.from, value: origin.team },
          { term: m.institution, value: origin.institution },
          { term: m.number, value: origin.number },
          { term: m.movedOn, value: formatDate(origin.movedOn) },
          { term: m.passedOn, value: formatDate(origin.passedOn) },
          {
            term: m.call,
            value: [origin.askedBy, origin.phone && formatPhone(origin.phone)].filter(Boolean).join(', '),
          },
        ]}
      />
      <h3 className="mt-4">{m.lines}</h3>
      {origin.lines.length === 0 ? (
        <p className="soft">{m.noLines}</p>
      ) : (
        <>
          <p className="soft">{m.linesLead}</p>
          <Ledger
            rows={origin.lines.map((line) => ({
              id: `${line.service} ${line.provider} ${line.startsOn}`,
              content: `${line.service}, ${line.provider}`,
              end: <span className="muted">{m.period(line.startsOn, line.endsOn)}</span>,
            }))}
          />
        </>
      )}
    </Sheet>
  </Section>
)
