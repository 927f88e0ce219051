import { IndexList } from '@/components/ui/lists'
import type { PowiatTeam, PowiatWork } from '@/lib/board'
import { powiatMessages as m } from '@/lib/messages/pl/board'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const Note = ({ team }: { team: PowiatTeam }) => (
  <>
    {m.institutions(team.institutions)}
    {team.late > 0 && <span className="text-late">, {m.late(team.late)}</span>}
    {team.late === 0 && team.ours > 0 && `, ${m.waits(team.ours)}`}
  </>
)

const itemsOf = (work: PowiatWork, current: string | undefined, view: string | undefined) => [
  {
    id: 'wszystkie',
    href: withParams(paths.work(), { widok: view }),
    label: m.allTeams,
    note: m.allNote,
    end: <span className="num">{work.cases}</span>,
    current: current === undefined,
  },
  ...work.teams.map((team) => ({
    id: team.id,
    href: withParams(paths.work(), { zespol: team.id, widok: view }),
    label: team.name,
    note: <Note team={team} />,
    end: team.forming ? (
      <span className="muted">{m.forming}</span>
    ) : (
      <span className="num">{team.cases}</span>
    ),
    current: team.id === current,
  })),
]

type Props = { work: PowiatWork; current?: string; view?: string }

/** Teams of the powiat: which waits for us. On a phone the list folds into one line. */
export const TeamIndex = ({ work, current, view }: Props) => {
  const list = <IndexList label={m.teams} items={itemsOf(work, current, view)} />
  const open = work.teams.find(({ id }) => id === current)
  return (
    <>
      <div className="only-wide">{list}</div>
      <details className="only-phone">
        <summary>{m.counted(open?.name ?? m.allTeams, work.teams.length)}</summary>
        <div className="mt-3">{list}</div>
      </details>
    </>
  )
}
