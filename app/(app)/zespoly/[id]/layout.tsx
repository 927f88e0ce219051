import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { CaseTabs } from '@/components/cases/case-tabs'
import { AppLink } from '@/components/ui/app-link'
import { Notice } from '@/components/ui/messages'
import { Crumbs, PageHead } from '@/components/ui/page-head'
import { StatusBadge } from '@/components/ui/status'
import { joiningMessages } from '@/lib/messages/pl/team-joining'
import { teamMessages, teamStatusNames, teamTones } from '@/lib/messages/pl/teams'
import { paths } from '@/lib/web/paths'
import { teamTabs } from '@/lib/web/team-tabs'
import { teamView } from '@/lib/web/team-view'

const m = teamMessages.page
export const metadata = { title: m.tabs.team }

const TeamLayout = async ({ children, params }: { children: ReactNode; params: Promise<{ id: string }> }) => {
  const team = await teamView((await params).id)
  if (!team) notFound()
  return (
    <>
      <Crumbs items={[{ label: teamMessages.list.title, href: paths.teams() }, { label: team.name }]} />
      <PageHead
        title={team.name}
        lead={m.lead(team.variant.words.team, team.parties.length, team.powiat.name)}
        actions={<StatusBadge tone={teamTones[team.status]}>{teamStatusNames[team.status]}</StatusBadge>}
      />
      {(team.status === 'active' || team.status === 'suspended') && team.agreement.expired && (
        <Notice tone="bad" title={m.expiredTitle} className="mb-4">
          {m.expiredText}{' '}
          {team.steps['team.extendAgreement'].may && (
            <AppLink href={paths.teamExtension(team.id)}>{m.extend}</AppLink>
          )}
        </Notice>
      )}
      {team.status === 'suspended' && (
        <Notice tone="warn" title={m.suspendedTitle} className="mb-4">
          {team.suspendedReason}
        </Notice>
      )}
      {team.dissolved && (
        <Notice title={team.dissolved.into ? joiningMessages.ended : m.dissolvedTitle} className="mb-4">
          {team.dissolved.reason}
          {team.dissolved.into && (
            <>
              {' '}
              {joiningMessages.takenOver}:{' '}
              <AppLink href={paths.team(team.dissolved.into.id)}>{team.dissolved.into.name}</AppLink>
            </>
          )}
        </Notice>
      )}
      <CaseTabs label={m.places} items={teamTabs(team)} />
      <div className="sec">{children}</div>
    </>
  )
}

export default TeamLayout
