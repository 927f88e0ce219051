import { AgreeOrDrop } from '@/components/teams/agree-or-drop'
import { FormHidden } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/format/form-state'
import { proposalMessages as m } from '@/lib/messages/pl/team-proposal'

type ProposalProps = {
  teamId: string
  version: number
  proposal: {
    readonly action: keyof typeof m.title
    readonly reason: string
    readonly finalReport: string | null
    readonly by: string | null
    readonly at: Date
    readonly mine: boolean
    readonly mayAgree: boolean
    readonly mayDrop: boolean
  }
  agree: FormAction
  drop: FormAction
}

/** What one leader proposes and the other has to agree to. */
export const Proposal = ({ teamId, version, proposal, agree, drop }: ProposalProps) => (
  <Section id="propozycja" title={m.title[proposal.action]} lead={m.by(proposal.by, proposal.at)}>
    <Sheet pad className="stack-4">
      <p className="whitespace-pre-line">{proposal.reason}</p>
      {proposal.finalReport && (
        <Disclosure summary={m.report}>
          <p className="whitespace-pre-line">{proposal.finalReport}</p>
        </Disclosure>
      )}
      {!proposal.mayAgree && <p className="soft">{m.waits}</p>}
      <AgreeOrDrop
        teamId={teamId}
        agree={proposal.mayAgree ? agree : null}
        drop={proposal.mayDrop ? drop : null}
        mine={proposal.mine}
        words={m}
      >
        <FormHidden name="version" value={version} />
      </AgreeOrDrop>
    </Sheet>
  </Section>
)
