import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { Ledger } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { StatusBadge } from '@/components/ui/status'
import { formatInstant } from '@/lib/format/dates'
import { stageNames } from '@/lib/messages/pl/cases'
import { referralMessages } from '@/lib/messages/pl/referrals'
import { listReferrals } from '@/lib/referrals'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { reasonName } from '@/lib/web/reason-name'

const m = referralMessages.list
export const metadata = { title: m.title }

export default definePage({
  permission: 'referral.list',
  render: async ({ actor }) => {
    const { teams, drafts, sent } = await listReferrals.execute(actor, {})
    return (
      <div className="task">
        <PageHead
          title={m.title}
          lead={m.lead}
          actions={
            teams.length > 0 && (
              <LinkButton href={paths.referralNew()} variant={1} icon="plus">
                {m.new}
              </LinkButton>
            )
          }
        />
        {teams.length === 0 && (
          <EmptyState title={m.noTeams} level={2}>
            {m.noTeamsText}
          </EmptyState>
        )}
        <Section id="drafts" title={m.drafts}>
          <Sheet pad>
            {drafts.length === 0 && <p className="soft">{m.noDrafts}</p>}
            <Ledger
              rows={drafts.map((d) => ({
                id: d.id,
                content: <AppLink href={paths.referral(d.id)}>{d.label}</AppLink>,
                end: <span className="muted">{m.changed(formatInstant(d.updatedAt))}</span>,
              }))}
            />
          </Sheet>
        </Section>
        <Section id="sent" title={m.sent}>
          <Sheet pad>
            {sent.length === 0 && <p className="soft">{m.noSent}</p>}
            <Ledger
              rows={sent.map((s) => ({
                id: s.id,
                content: (
                  <>
                    {s.label && (
                      <>
                        <AppLink href={paths.referral(s.id)}>{s.label}</AppLink>
                        {', '}
                      </>
                    )}
                    {s.teamName}, <span className="muted">{m.sentOn(formatInstant(s.submittedAt))}</span>
                    {s.author && <span className="block soft">{m.by(s.author)}</span>}
                    {s.reasonKey && <span className="block soft">{m.refused(reasonName(s.reasonKey))}</span>}
                    {s.status === 'redirected' && <span className="block soft">{m.redirected}</span>}
                  </>
                ),
                end: <StatusBadge tone={stageNames[s.status].tone}>{stageNames[s.status].name}</StatusBadge>,
              }))}
            />
          </Sheet>
        </Section>
      </div>
    )
  },
})
