import type { PlanBody, SignedGoal, SignedLine } from '@/lib/plans/content'

/** A value as it stands in a signed content: a word, a number, a list of ids; null: nothing. */
export type SignedValue = string | number | readonly string[] | null

export const lineAttributes = [
  'title',
  'service',
  'provider',
  'beside',
  'scope',
  'persons',
  'goals',
  'place',
  'frequency',
  'quantity',
  'weekday',
  'atTime',
  'from',
  'to',
  'cost',
  'coPayment',
  'funding',
] as const satisfies readonly (keyof SignedLine)[]
export type LineAttribute = (typeof lineAttributes)[number]

export const goalAttributes = [
  'title',
  'indicator',
  'baseline',
  'target',
  'unit',
  'due',
  'familyWords',
  'strengths',
] as const satisfies readonly (keyof SignedGoal)[]
export type GoalAttribute = (typeof goalAttributes)[number]

export type Change<Attribute extends string> = {
  readonly attribute: Attribute
  readonly from: SignedValue
  readonly to: SignedValue
}

export type Compared<Item, Attribute extends string> = {
  readonly added: readonly Item[]
  readonly dropped: readonly Item[]
  readonly changed: readonly { readonly item: Item; readonly changes: readonly Change<Attribute>[] }[]
}

// a list has no order of its own, and one that is not there says the same as an empty one
const plain = (value: SignedValue | undefined): SignedValue => {
  if (value === undefined || value === '') return null
  if (typeof value !== 'object' || value === null) return value
  return value.length === 0 ? null : [...value].sort()
}

const compared = <Attribute extends string, Item extends { id: string }>(
  before: readonly Item[],
  after: readonly Item[],
  attributes: readonly Attribute[],
  valueIn: (item: Item, attribute: Attribute) => SignedValue | undefined,
): Compared<Item, Attribute> => {
  const was = new Map(before.map((item) => [item.id, item]))
  const is = new Set(after.map((item) => item.id))
  return {
    added: after.filter((item) => !was.has(item.id)),
    dropped: before.filter((item) => !is.has(item.id)),
    changed: after.flatMap((item) => {
      const old = was.get(item.id)
      if (!old) return []
      const changes = attributes.flatMap((attribute): Change<Attribute>[] => {
        const [from, to] = [plain(valueIn(old, attribute)), plain(valueIn(item, attribute))]
        return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ attribute, from, to }]
      })
      return changes.length === 0 ? [] : [{ item, changes }]
    }),
  }
}

export type PlanChanges = {
  readonly period: readonly Change<'from' | 'to'>[]
  readonly goals: Compared<SignedGoal, GoalAttribute>
  readonly lines: Compared<SignedLine, LineAttribute>
}

/** What one signed version says otherwise than another: nothing is asked but the two contents. */
export const planChanges = (before: PlanBody, after: PlanBody): PlanChanges => ({
  period: (['from', 'to'] as const).flatMap((attribute) =>
    before[attribute] === after[attribute]
      ? []
      : [{ attribute, from: before[attribute], to: after[attribute] }],
  ),
  goals: compared(before.goals, after.goals, goalAttributes, (goal, attribute) => goal[attribute]),
  lines: compared(before.lines, after.lines, lineAttributes, (line, attribute) => line[attribute]),
})
