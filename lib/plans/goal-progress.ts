/** What a goal lacks to be measured: each key has its words in lib/messages/pl/goals.ts. */
export const measures = ['indicator', 'baseline', 'target', 'dueOn'] as const
export type GoalMeasure = (typeof measures)[number]

/** By what a goal is measured, from where, to where and until when: what of it nobody has said yet. */
export const missingMeasures = (goal: Readonly<Record<GoalMeasure, string | null>>): GoalMeasure[] =>
  measures.filter((measure) => goal[measure] === null || goal[measure] === '')

/** A value that is nothing but a number ("15", "0,5", "1 200"), else null: "nie czyta" is a value too, but no number. */
export const numberIn = (text: string | null): number | null => {
  const plain = (text ?? '')
    .replace(/[\s\u00a0]/gu, '')
    .replace('−', '-')
    .replace(',', '.')
  return /^-?\d{1,9}(\.\d{1,4})?$/u.test(plain) ? Number(plain) : null
}

type Measured = { readonly baseline: string | null; readonly target: string | null }

/** How far from baseline to target, in hundredths; below 0 and above 100 where it goes beyond; null for words. */
export const progress = ({ baseline, target }: Measured, value: string | null): number | null => {
  const [from, to, at] = [numberIn(baseline), numberIn(target), numberIn(value)]
  if (from === null || to === null || at === null || from === to) return null
  return Math.round(((at - from) / (to - from)) * 100) + 0
}

/** Scale of goal attainment: as at the start or worse, nearer, as agreed, more, much more. */
export const goalLevels = [-2, -1, 0, 1, 2] as const
export type GoalLevel = (typeof goalLevels)[number]
export type Attainment = 'achieved' | 'partly' | 'not'

/** What a level amounts to when the goal is ended. */
export const attainmentOf = (level: GoalLevel): Attainment =>
  level >= 0 ? 'achieved' : level === -1 ? 'partly' : 'not'

export const asLevel = (level: number | null): GoalLevel | null =>
  goalLevels.find((one) => one === level) ?? null
