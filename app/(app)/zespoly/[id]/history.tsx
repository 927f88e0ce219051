import { annexWords } from '@/components/teams/annexes'
import { Timeline } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { formatInstant } from '@/lib/format/dates'
import { joiningMessages } from '@/lib/messages/pl/team-joining'
import { teamModelMessages } from '@/lib/messages/pl/team-model'
import { teamMessages } from '@/lib/messages/pl/teams'
import type { TeamView } from '@/lib/teams'

const m = teamMessages.page

const Told = ({ what, by, more }: { what: string; by: string | null; more: string | null }) => (
  <>
    {what}
    {by && <span className="muted">, {m.by(by)}</span>}
    {more && (
      <>
        <br />
        <span className="soft">{more}</span>
      </>
    )}
  </>
)

/** States, annexes, moves to another version of the model and teams that were taken over, in one line of time, newest first. */
const eventsOf = (team: TeamView) =>
  [
    ...team.history.map((step) => ({
      id: step.id,
      at: step.at,
      text: (
        <Told
          what={step.from === 'agreement' && step.to === 'initiated' ? m.takenBack : m.became[step.to]}
          by={step.by}
          more={step.reason}
        />
      ),
    })),
    ...team.annexes.map((annex) => ({
      id: annex.id,
      at: annex.at,
      text: (
        <Told
          what={annexWords(annex)}
          by={annex.by}
          more={teamMessages.annex.line(annex.number, annex.signedOn, annex.signedByName)}
        />
      ),
    })),
    ...team.variantMoves.map((move) => ({
      id: move.id,
      at: move.at,
      text: <Told what={teamModelMessages.moved(move)} by={move.by} more={move.reason} />,
    })),
    ...team.joinings.tookOver.map((joining) => ({
      id: joining.id,
      at: joining.at,
      text: <Told what={joiningMessages.tookOver(joining.team)} by={null} more={joining.reason} />,
    })),
  ].sort((a, b) => b.at.localeCompare(a.at))

/** What happened to the team, and how it ended. */
export const History = ({ team }: { team: TeamView }) => (
  <Section id="historia" title={m.history}>
    <Timeline
      events={eventsOf(team).map(({ id, at, text }) => ({
        id,
        when: formatInstant(new Date(at)),
        dateTime: at,
        text,
      }))}
    />
    {team.dissolved?.report && (
      <>
        <h3 className="mt-4">{m.report}</h3>
        <p className="whitespace-pre-line">{team.dissolved.report}</p>
      </>
    )}
  </Section>
)
