import { DefinitionList } from '@/components/ui/lists'
import { formatDate } from '@/lib/format/dates'
import { goalLevelWords, goalMessages as m } from '@/lib/messages/pl/goals'
import type { GoalLook, PlanGoal } from '@/lib/plans'

type Described = Pick<
  PlanGoal,
  'familyWords' | 'person' | 'indicator' | 'baseline' | 'target' | 'unit' | 'dueOn' | 'strengths'
>

/** From where to where, with what it is counted in. */
export const wayWords = ({ baseline, target, unit }: Pick<Described, 'baseline' | 'target' | 'unit'>) => {
  if (baseline === null && target === null) return null
  return m.with(m.fromTo(baseline ?? '?', target ?? '?'), unit)
}

/** Strengths a line each; one that does not hold any more is said to be gone. */
const Leaned = ({ strengths }: Pick<Described, 'strengths'>) =>
  strengths.map(({ id, body, endedOn }) => (
    <span key={id} className="block">
      {endedOn ? m.strengthEnded(body) : body}
    </span>
  ))

/** What the family says, whose the goal is, how it is measured and on what it leans. */
export const GoalDescription = ({ goal }: { goal: Described }) => (
  <>
    {goal.familyWords && <p className="voice-fam">{m.says(goal.familyWords)}</p>}
    <DefinitionList
      items={[
        { term: m.whose, value: goal.person },
        { term: m.indicator, value: goal.indicator },
        { term: m.way, value: wayWords(goal) },
        { term: m.due, value: goal.dueOn && formatDate(goal.dueOn) },
        { term: m.strengths, value: goal.strengths.length > 0 && <Leaned strengths={goal.strengths} /> },
      ]}
    />
  </>
)

const levelOf = (level: number | null): string | null =>
  goalLevelWords[String(level) as keyof typeof goalLevelWords] ?? null

/** How it was on a day: the value, then the team and the family, each by its name. */
export const LookWords = ({ look, unit }: { look: GoalLook; unit: string | null }) => (
  <>
    {look.value && <b className="block">{m.with(look.value, unit)}</b>}
    {look.level !== null && (
      <span className="block">
        {m.result.team}: {levelOf(look.level)}
      </span>
    )}
    {look.familyLevel !== null && (
      <span className="block voice-fam">
        {m.result.family}: {levelOf(look.familyLevel)}
      </span>
    )}
  </>
)
