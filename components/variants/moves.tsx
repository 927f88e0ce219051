import { Timeline } from '@/components/ui/lists'
import { formatInstant } from '@/lib/format/dates'
import { versionWords as m } from '@/lib/messages/pl/variants'

type Move = {
  readonly id: string
  readonly from: number | null
  readonly to: number | null
  readonly reason: string
  readonly by: string | null
  readonly at: string
}

/** How often a team or a case was moved to another version, who did it and why. */
export const VersionMoves = ({ moves }: { moves: readonly Move[] }) => (
  <Timeline
    events={moves.map(({ id, from, to, reason, by, at }) => ({
      id,
      when: formatInstant(new Date(at)),
      dateTime: at,
      text: (
        <>
          {m.moved(from, to)}
          {by && <span className="muted">, {by}</span>}
          <br />
          <span className="soft">{reason}</span>
        </>
      ),
    }))}
  />
)
