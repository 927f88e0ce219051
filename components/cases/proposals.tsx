import { type Definition, DefinitionList, Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { ToneText } from '@/components/ui/status'
import { formatInstant } from '@/lib/format/dates'
import { caseWorkMessages } from '@/lib/messages/pl/case-work'

const m = caseWorkMessages.proposals

type Proposal = {
  id: string
  kind: 'qualify' | 'reject' | 'redirect'
  reasonKey: string | null
  note: string
  proposedBy: string | null
  proposedAt: Date
  accepted: boolean | null
  decidedBy: string | null
  decidedAt: Date | null
  decisionNote: string | null
}
type Named = { key: string; namePl: string }

const Answer = ({ proposal }: { proposal: Proposal }) => {
  if (proposal.accepted === null) return <ToneText tone="wait">{m.waits}</ToneText>
  return (
    <>
      <ToneText tone={proposal.accepted ? 'done' : 'late'}>
        {proposal.accepted ? m.agreed : m.sentBack}
      </ToneText>{' '}
      <span className="soft">
        {[proposal.decidedBy, proposal.decidedAt && formatInstant(proposal.decidedAt)]
          .filter(Boolean)
          .join(', ')}
      </span>
    </>
  )
}

const Facts = ({ proposal, reasons }: { proposal: Proposal; reasons: readonly Named[] }) => {
  const items: Definition[] = [
    { term: m.reason, value: reasons.find(({ key }) => key === proposal.reasonKey)?.namePl },
    { term: m.note, value: proposal.note },
    {
      term: m.by,
      value: [proposal.proposedBy, formatInstant(proposal.proposedAt)].filter(Boolean).join(', '),
    },
    { term: m.answer, value: <Answer proposal={proposal} /> },
    { term: m.remarks, value: proposal.decisionNote },
  ]
  return (
    <>
      <p className="mb-2">
        <b>{m.kinds[proposal.kind]}</b>
      </p>
      <DefinitionList items={items} />
    </>
  )
}

/** What the coordinator proposes and why, and what the leader answered: before anybody decides or proposes anew. */
export const Proposals = ({
  proposals,
  reasons,
}: {
  proposals: readonly Proposal[]
  reasons: readonly Named[]
}) => {
  const [newest, ...earlier] = proposals
  if (!newest) return null
  return (
    <Section id="proposals" title={m.title}>
      <Sheet pad className="stack-4">
        <div>
          <Facts proposal={newest} reasons={reasons} />
        </div>
        {earlier.length > 0 && (
          <Disclosure summary={m.earlier}>
            <div className="stack-4">
              {earlier.map((proposal) => (
                <div key={proposal.id}>
                  <Facts proposal={proposal} reasons={reasons} />
                </div>
              ))}
            </div>
          </Disclosure>
        )}
      </Sheet>
    </Section>
  )
}
