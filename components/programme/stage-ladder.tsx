import { AppLink } from '@/components/ui/app-link'
import { ToneText } from '@/components/ui/status'
import { programmeMessages } from '@/lib/messages/pl/programme'

const m = programmeMessages.ladder

export type Rung = {
  readonly id: string
  readonly label: string
  readonly gminas: number
  readonly late: number
  readonly href: string
  readonly now: boolean
}

/** How many gminas stand at each stage: a bar for each, its number and its name say the same. */
export const StageLadder = ({ rungs, label }: { rungs: readonly Rung[]; label: string }) => {
  const most = Math.max(1, ...rungs.map((rung) => rung.gminas))
  return (
    <nav aria-label={label} className="sheet pad">
      <ol className="ladder">
        {rungs.map((rung) => (
          <li key={rung.id}>
            <span className="ladder-bar" style={{ '--h': rung.gminas / most }} aria-hidden="true" />
            <AppLink href={rung.href} aria-current={rung.now ? 'true' : undefined} scroll={false}>
              {rung.label}
            </AppLink>
            <span className="num">{m.gminas(rung.gminas)}</span>
            {rung.late > 0 && <ToneText tone="late">{m.late(rung.late)}</ToneText>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
