import { StatusBadge, type Tone } from '@/components/ui/status'
import type { LineStatus, LineView } from '@/lib/baskets'
import { lineStatusNames } from '@/lib/messages/pl/baskets'

/** Whose turn it is, seen by the coordinator. */
const tones: Record<LineStatus, Tone> = {
  draft: 'off',
  proposed: 'wait',
  counterProposed: 'mine',
  waitingList: 'wait',
  accepted: 'wait',
  scheduled: 'wait',
  inProgress: 'going',
  suspended: 'off',
  declined: 'late',
  delivered: 'done',
  partlyDelivered: 'done',
  notDelivered: 'late',
  cancelled: 'off',
}

export const LineState = ({ line }: { line: LineView }) => (
  <StatusBadge tone={line.answerLate || line.late ? 'late' : tones[line.status]}>
    {lineStatusNames[line.status]}
  </StatusBadge>
)
