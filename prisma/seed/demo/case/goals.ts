import { addCalendarDays } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { needId, strengthId } from '@/prisma/seed/demo/case/diagnosis'
import {
  type Archetype,
  keepsContent,
  needCategory,
  reached,
  type Story,
} from '@/prisma/seed/demo/case/story'
import { idOf, type World } from '@/prisma/seed/demo/world'

export const goalId = (story: Story, index: number): string => idOf('goal', story.key, index)

type GoalSpec = Archetype['goals'][number]
type Attainment = 'achieved' | 'partly' | 'not'

const numberOf = (text: string): number | null => {
  const value = Number(text.replace(',', '.'))
  return Number.isFinite(value) && text.trim() !== '' ? value : null
}

/** So far on the way from baseline to target, in the goal's own measure; null where it is told in words. */
const valueAt = ({ baseline, target }: GoalSpec, share: number): string | null => {
  const [from, to] = [numberOf(baseline), numberOf(target)]
  if (from === null || to === null) return null
  const way = from + (to - from) * share
  const fine = Math.abs(to - from) < 4
  return (fine ? Math.round(way * 10) / 10 : Math.round(way)).toString().replace('.', ',')
}

const resultOf = (story: Story, position: number): Attainment =>
  (['achieved', 'achieved', 'partly'] as const)[(position + story.spec.family) % 3] ?? 'partly'

/** What was seen after six weeks, after three months and at the evaluation: the family does not always see the same. */
const looksAt = (world: World, story: Story, goal: GoalSpec, position: number) => {
  const work = reached(story, 'inProgress')
  if (!work) return []
  const evaluation = reached(story, 'evaluation')
  const until = evaluation ?? world.today
  const result = resultOf(story, position)
  const last = { achieved: 1, partly: 0.6, not: 0 }[result]
  return [
    { on: addCalendarDays(work, 45), share: 0.3, level: position === 1 ? -2 : -1, family: -1 },
    { on: addCalendarDays(work, 90), share: 0.6, level: -1, family: position === 0 ? 0 : -1 },
  ]
    .filter(({ on }) => on < until)
    .concat(
      evaluation ? [{ on: evaluation, share: last, level: result === 'achieved' ? 0 : -1, family: 0 }] : [],
    )
    .map((look) => ({ ...look, value: valueAt(goal, look.share) }))
}

const addLooks = (world: World, story: Story, goal: GoalSpec, position: number): void =>
  looksAt(world, story, goal, position).forEach(({ on, value, level, family }, index) => {
    world.add('goal_look', {
      id: idOf('goalLook', story.key, position, index),
      goal_id: goalId(story, position),
      case_id: story.id,
      team_id: story.team.id,
      owner_institution_id: story.owner,
      looked_on: on,
      value,
      level,
      family_level: family,
      recorded_by_id: story.worker,
      created_at: world.at(on, 300 + position),
    })
  })

/** Goals that at least one line serves (domain 4.2, row 8), and how each went. */
export const addGoals = (world: World, story: Story, planEnds: IsoDate): void => {
  const from = reached(story, 'planning')
  if (!from || !keepsContent(story)) return
  story.archetype.goals.forEach((goal, position) => {
    if (!story.lines.some((line) => line.goal === position)) return
    world.add('goal', {
      id: goalId(story, position),
      case_id: story.id,
      team_id: story.team.id,
      owner_institution_id: story.owner,
      category: needCategory.get(story.archetype.needs[goal.needs[0] ?? 0]?.key ?? ''),
      title: goal.title,
      family_words: goal.words ?? null,
      person_id: goal.who === undefined ? null : (story.persons[goal.who]?.id ?? null),
      indicator: goal.indicator,
      baseline: goal.baseline,
      target: goal.target,
      unit: goal.unit ?? null,
      strength_ids: (goal.strengths ?? []).map((area) => strengthId(story, area)),
      due_on: planEnds,
      attainment: reached(story, 'evaluation') ? resultOf(story, position) : null,
      position,
      created_by_id: story.worker,
      created_at: world.at(from, 100 + position),
      updated_at: world.at(from, 100 + position),
    })
    world.add(
      'goal_need',
      ...goal.needs.map((index) => ({
        goal_id: goalId(story, position),
        need_id: needId(story, index),
        case_id: story.id,
        team_id: story.team.id,
      })),
    )
    addLooks(world, story, goal, position)
  })
}
