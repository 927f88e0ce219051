import { z } from 'zod'
import { comparePolish } from '@/lib/format/collate'
import { fold } from '@/lib/format/fold'
import { namesOf } from '@/lib/people'
import { optional } from '@/lib/platform/input'
import { type Actor, hasRole } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'
import { type Animator, animatorsHere } from '@/lib/programme/animators'
import { datesOf, type KnownOfGmina, knownOf, live, regionOf } from '@/lib/programme/facts'
import {
  daysLate,
  nextStage,
  type Stage,
  type StageKey,
  stageKeys,
  stagesOn,
  standsAt,
} from '@/lib/programme/stages'

const pageSize = 25

export const planFilters = ['plan', 'spoznione', 'moje', 'bez-animatora', 'poza-planem', 'wszystkie'] as const
export type PlanFilter = (typeof planFilters)[number]
export const teamFilters = ['brak', 'tworzony', 'dziala'] as const

export type ProgrammeRow = {
  readonly code: string
  readonly name: string
  readonly kind: number | null
  readonly powiat: string
  readonly inPlan: boolean
  readonly animator: string | null
  readonly stages: readonly Stage[]
  readonly standsAt: StageKey | null
  readonly next: Stage | null
  readonly late: number
  readonly team: KnownOfGmina['status']
}

export type ProgrammeList = {
  readonly region: string
  readonly rows: readonly ProgrammeRow[]
  readonly found: number
  readonly first: number
  readonly pages: number
  readonly counts: Readonly<Record<PlanFilter, number>>
  /** Gminas of the plan by the last stage that took place. */
  readonly ladder: readonly {
    readonly stage: StageKey | 'none'
    readonly gminas: number
    readonly late: number
  }[]
  readonly animators: readonly Animator[]
  readonly mayPlan: boolean
  readonly own: boolean
}

type Known = ProgrammeRow & { readonly animatorId: string | null }

const readRows = async ({ tx, today }: Context, region: string): Promise<Known[]> => {
  const units = await tx.territoryUnit.findMany({
    where: { wojewodztwoCode: region, validTo: null, level: { in: ['gmina', 'powiat'] } },
    select: { code: true, name: true, kind: true, level: true },
  })
  const plans = await tx.gminaPlan.findMany({ where: { wojewodztwoCode: region } })
  const known = await knownOf(tx, region)
  const names = await namesOf(
    tx,
    plans.map((p) => p.animatorId),
  )
  const powiats = new Map(units.filter((u) => u.level === 'powiat').map((u) => [u.code, u.name]))
  const bearers = (code: string, name: string) =>
    units.filter((u) => u.level === 'gmina' && u.name === name && u.code.startsWith(code.slice(0, 4))).length
  const planned = new Map(plans.map((p) => [p.gminaCode, p]))
  return units
    .filter((unit) => unit.level === 'gmina')
    .map(({ code, name, kind }) => {
      const plan = live(planned.get(code))
      const facts = known(code)
      const stages = stagesOn(datesOf(plan, facts), today)
      return {
        code,
        name,
        kind: bearers(code, name) > 1 ? kind : null,
        powiat: powiats.get(code.slice(0, 4)) ?? code.slice(0, 4),
        inPlan: plan !== null,
        animatorId: plan?.animatorId ?? null,
        animator: plan?.animatorId ? (names.get(plan.animatorId) ?? null) : null,
        stages,
        standsAt: standsAt(stages),
        next: nextStage(stages),
        late: daysLate(stages),
        team: facts.status,
      }
    })
}

const filtersFor = (actor: Actor): Record<PlanFilter, (row: Known) => boolean> => ({
  plan: (row) => row.inPlan,
  spoznione: (row) => row.late > 0,
  moje: (row) => row.animatorId === actor.userId,
  'bez-animatora': (row) => row.inPlan && row.animatorId === null,
  'poza-planem': (row) => !row.inPlan,
  wszystkie: () => true,
})

const teamStates: Record<(typeof teamFilters)[number], (team: ProgrammeRow['team']) => boolean> = {
  brak: (team) => team === null,
  tworzony: (team) => team === 'initiated' || team === 'agreement',
  dziala: (team) => team === 'active' || team === 'suspended',
}

const matches = (row: Known, text: string): boolean => {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '')
  const whole = fold(`${row.name} ${row.powiat} ${row.animator ?? ''}`)
  return words.every((word) => whole.includes(word) || row.code.startsWith(word))
}

const byName = (a: Known, b: Known) => comparePolish(a.name, b.name) || a.code.localeCompare(b.code)
const plannedOn = ({ next }: Known): string => (next && 'on' in next.state ? next.state.on : '9999')
/** What is late first, the longest before; then what comes next. */
const byUrgency = (a: Known, b: Known) =>
  b.late - a.late || plannedOn(a).localeCompare(plannedOn(b)) || byName(a, b)
const orders: Record<string, (a: Known, b: Known) => number> = {
  nazwa: byName,
  powiat: (a, b) => comparePolish(a.powiat, b.powiat) || byName(a, b),
}

const ladderOf = (rows: readonly Known[]) =>
  (['none', ...stageKeys] as const).map((stage) => {
    const here = rows.filter((row) => row.inPlan && (row.standsAt ?? 'none') === stage)
    return { stage, gminas: here.length, late: here.filter((row) => row.late > 0).length }
  })

/** The plan of the own region: a picture of stages, counts of each filter, one page of gminas. */
export const listProgramme = defineQuery({
  name: 'programme.list',
  input: z.strictObject({
    text: z.string().max(200).default(''),
    filter: z.string().max(30).optional(),
    team: z.string().max(30).optional(),
    stage: z.string().max(30).optional(),
    sort: z.string().max(30).optional(),
    page: optional(z.coerce.number().int().min(1).max(1000).catch(1)).optional(),
  }),
  subject: anySubject,
  run: async (ctx, { text, filter, team, stage, sort, page: wanted }): Promise<ProgrammeList> => {
    const { actor } = ctx
    const region = regionOf(actor)
    const all = await readRows(ctx, region)
    const filters = filtersFor(actor)
    const chosen = planFilters.find((one) => one === filter) ?? 'plan'
    const teamState = teamFilters.find((one) => one === team)
    const found = all
      .filter(filters[chosen])
      .filter((row) => !teamState || teamStates[teamState](row.team))
      .filter((row) => !stage || (row.inPlan && (row.standsAt ?? 'none') === stage))
      .filter((row) => matches(row, text))
      .sort(orders[sort ?? ''] ?? byUrgency)
    const pages = Math.max(1, Math.ceil(found.length / pageSize))
    const page = Math.min(wanted ?? 1, pages)
    const mayPlan = couldEver(actor, 'programme.plan')
    return {
      region,
      rows: found.slice((page - 1) * pageSize, page * pageSize).map(({ animatorId: _id, ...row }) => row),
      found: found.length,
      first: page,
      pages,
      counts: Object.fromEntries(planFilters.map((one) => [one, all.filter(filters[one]).length])) as Record<
        PlanFilter,
        number
      >,
      ladder: ladderOf(all),
      animators: mayPlan ? await animatorsHere(ctx) : [],
      mayPlan,
      own: hasRole(actor, 'animator'),
    }
  },
  audit: 'notPersonal',
})
