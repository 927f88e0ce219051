import { StatusBadge, type Tone, ToneText } from '@/components/ui/status'
import { formatDate } from '@/lib/format/dates'
import { programmeMessages as m } from '@/lib/messages/pl/programme'
import type { Stage } from '@/lib/programme'

const tones = {
  done: 'done',
  planned: 'wait',
  late: 'late',
  passed: 'off',
  open: 'off',
} as const satisfies Record<Stage['state']['kind'], Tone>

/** The state of one stage in a word. */
export const StageBadge = ({ stage: { state } }: { stage: Stage }) => (
  <StatusBadge tone={tones[state.kind]}>{m.gmina.states[state.kind]}</StatusBadge>
)

/** The next stage of a gmina and by when; late ones say for how long. */
export const NextStage = ({ stage }: { stage: Stage | null }) => {
  if (!stage) return <ToneText tone="done">{m.everything}</ToneText>
  const { key, state } = stage
  return (
    <>
      {m.stages[key]}
      <span className="block">
        {state.kind === 'late' ? (
          <ToneText tone="late">{m.lateBy(state.days)}</ToneText>
        ) : (
          <span className="muted">{state.kind === 'planned' ? m.until(state.on) : m.noDate}</span>
        )}
      </span>
    </>
  )
}

/** When a stage took place: of the first family, and of what is counted from it, the month alone. */
export const DoneOn = ({ stage: { key, state } }: { stage: Stage }) => {
  if (state.kind !== 'done') return '–'
  return key === 'family' || key === 'steady' ? m.gmina.month(state.on) : formatDate(state.on)
}
