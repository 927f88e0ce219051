import { Notice } from '@/components/ui/messages'
import { closedTeamMessages as m } from '@/lib/messages/pl/closed-teams'
import type { ClosedTeam } from '@/lib/referrals'

/** Which teams of the own institution take no family now, each with the reason. */
export const ClosedTeams = ({ teams }: { teams: readonly ClosedTeam[] }) =>
  teams.length > 0 && (
    <Notice tone="warn" title={m.title} className="mb-4">
      <ul>
        {teams.map((team) => (
          <li key={team.id}>{m.why(team.name, team)}</li>
        ))}
      </ul>
    </Notice>
  )
