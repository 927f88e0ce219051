import { lookMarks, lookPlace } from '@/components/charts/goal-geometry'
import { goalMessages } from '@/lib/messages/pl/goals'

const m = goalMessages.picture

type Props = {
  goal: string
  baseline: string
  target: string
  /** the oldest first; `share` of the way from baseline to target, null where it is told in words */
  looks: readonly { id: string; share: number | null; words: string }[]
}

/** The way from where the family was to where it wants to be, a mark for each look; the same stands in the list below it. */
export const GoalProgress = ({ goal, baseline, target, looks }: Props) => (
  <svg
    className="goal-way"
    role="img"
    aria-label={`${m.title(goal)}. ${m.twin(looks.map(({ words }) => words))}`}
  >
    <line className="way" x1={`${lookPlace(0)}%`} x2={`${lookPlace(100)}%`} y1={18} y2={18} />
    <line className="end" x1={`${lookPlace(0)}%`} x2={`${lookPlace(0)}%`} y1={8} y2={28} />
    <line className="end" x1={`${lookPlace(100)}%`} x2={`${lookPlace(100)}%`} y1={8} y2={28} />
    {lookMarks(looks).map(({ id, x, last }) => (
      <circle key={id} className={last ? 'mark last' : 'mark'} cx={`${x}%`} cy={18} r={last ? 8 : 6} />
    ))}
    <text x={`${lookPlace(0)}%`} y={46} textAnchor="middle">
      {baseline}
    </text>
    <text x={`${lookPlace(100)}%`} y={46} textAnchor="middle">
      {target}
    </text>
  </svg>
)
