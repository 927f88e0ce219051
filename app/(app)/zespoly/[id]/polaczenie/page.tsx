import { JoiningForm, JoiningPicture, JoiningProposal } from '@/components/teams/joining'
import { AppLink } from '@/components/ui/app-link'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/inputs'
import { Ledger } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { messageFor } from '@/lib/messages/pl/errors'
import { joiningMessages as m } from '@/lib/messages/pl/team-joining'
import { today } from '@/lib/platform/clock'
import { type JoiningPage, readJoining } from '@/lib/teams'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'
import * as actions from './actions'

export const metadata = { title: m.title }

const Choice = ({ page }: { page: JoiningPage }) => {
  if (!page.open) return <p className="soft">{m.closed}</p>
  if (page.candidates.length === 0) return <p className="soft">{m.none}</p>
  return (
    <Sheet pad>
      <form method="get" className="stack-4">
        <Select
          id="z"
          name="z"
          label={m.choose}
          hint={m.chooseHint}
          defaultValue={page.plan?.intoTeamId}
          options={page.candidates.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <Button type="submit" variant={page.plan ? 2 : 1}>
          {m.show}
        </Button>
      </form>
    </Sheet>
  )
}

const InTheWay = ({ plan }: { plan: NonNullable<JoiningPage['plan']> }) => {
  if (!plan.refusal) return null
  return (
    <div className="stack-4 mb-4">
      <Notice tone="bad" title={m.inTheWay}>
        {messageFor(plan.refusal)} {plan.refusal === 'joining.otherOwner' && m.hidden}
      </Notice>
      {plan.inTheWay.length > 0 && (
        <Sheet pad>
          <Ledger
            rows={plan.inTheWay.map(({ id, number }) => ({
              id,
              content: <AppLink href={paths.caseTransfer(id)}>{m.transfer(number)}</AppLink>,
            }))}
          />
        </Sheet>
      )}
    </div>
  )
}

const Plan = ({ page }: { page: JoiningPage }) => {
  const { plan, proposal, may } = page
  if (!plan) return null
  return (
    <Section id="co" title={m.plan(plan.team, plan.into)}>
      <InTheWay plan={plan} />
      <JoiningPicture plan={plan} />
      {!proposal && !plan.refusal && (
        <Section id="propozycja" title={m.form}>
          {may['team.proposeJoining'] ? (
            <Sheet pad>
              <JoiningForm
                teamId={page.teamId}
                version={page.version}
                plan={plan}
                today={today()}
                action={actions.propose}
              />
            </Sheet>
          ) : (
            <p className="soft">{m.who}</p>
          )}
        </Section>
      )}
    </Section>
  )
}

/** With which team, what will happen, and whose agreement is still missing. */
export default definePage({
  permission: 'team.joining',
  render: async ({ params, search }) => {
    const page = await readPage((read) =>
      read(readJoining, { teamId: params.id ?? '', intoTeamId: search.z ?? null }),
    )
    const { proposal, may, plan } = page
    return (
      <Section
        id="polaczenie"
        title={m.title}
        lead={m.lead}
        actions={<AppLink href={paths.team(page.teamId)}>{m.back}</AppLink>}
      >
        {proposal ? (
          <JoiningProposal
            teamId={page.teamId}
            proposal={proposal}
            agree={proposal.asked && may['team.agreeToJoining'] && !plan?.refusal ? actions.agree : null}
            drop={may['team.dropJoining'] ? actions.drop : null}
          />
        ) : (
          <Choice page={page} />
        )}
        <Plan page={page} />
      </Section>
    )
  },
})
