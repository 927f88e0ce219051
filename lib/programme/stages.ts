import { daysBetween } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'

/** How the model comes to a gmina, in this order (domain 2.1). */
export const stageKeys = ['talk', 'presentation', 'agreement', 'family', 'steady'] as const
export type StageKey = (typeof stageKeys)[number]

/** Two are entered by the animator; the rest the product recognises. */
export const enteredStages = ['talk', 'presentation'] as const satisfies readonly StageKey[]

/** What is planned and what took place, stage by stage. */
export type StageDates = Readonly<
  Record<StageKey, { readonly planned: IsoDate | null; readonly done: IsoDate | null }>
>

/** passed: a later stage took place, so nobody is asked for this one. */
export type StageState =
  | { readonly kind: 'done' | 'planned'; readonly on: IsoDate }
  | { readonly kind: 'late'; readonly on: IsoDate; readonly days: number }
  | { readonly kind: 'passed' | 'open' }

export type Stage = { readonly key: StageKey; readonly state: StageState }

const stateOf = (dates: StageDates, key: StageKey, today: IsoDate): StageState => {
  const { planned, done } = dates[key]
  if (done) return { kind: 'done', on: done }
  const later = stageKeys.slice(stageKeys.indexOf(key) + 1)
  if (later.some((next) => dates[next].done)) return { kind: 'passed' }
  if (!planned) return { kind: 'open' }
  return planned < today
    ? { kind: 'late', on: planned, days: daysBetween(planned, today) }
    : { kind: 'planned', on: planned }
}

/** The five stages of a gmina as they stand today. */
export const stagesOn = (dates: StageDates, today: IsoDate): readonly Stage[] =>
  stageKeys.map((key) => ({ key, state: stateOf(dates, key, today) }))

/** Where a gmina stands: its last stage that took place; null before the first talk. */
export const standsAt = (stages: readonly Stage[]): StageKey | null =>
  stages.findLast(({ state }) => state.kind === 'done')?.key ?? null

/** The first stage that has not taken place; null when work is steady. */
export const nextStage = (stages: readonly Stage[]): Stage | null =>
  stages.find(({ state }) => state.kind !== 'done' && state.kind !== 'passed') ?? null

/** By how many days the gmina is behind its plan: its longest delay. */
export const daysLate = (stages: readonly Stage[]): number =>
  Math.max(0, ...stages.map(({ state }) => (state.kind === 'late' ? state.days : 0)))
