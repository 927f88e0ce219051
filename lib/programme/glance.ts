import { z } from 'zod'
import { addCalendarDays } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'
import { datesOf, knownOf, live, regionOf } from '@/lib/programme/facts'
import { type DeclineReason, declineReasons } from '@/lib/programme/recruitment'
import { type StageKey, stagesOn } from '@/lib/programme/stages'
import { readRisks, type TeamRisk, teamRisks } from '@/lib/teams'
import { gminaCodesWithin, unitNames } from '@/lib/territory'

/** What is coming within this many days. */
const ahead = 60
const agreementsAhead = 90

export type Coming =
  | {
      readonly kind: 'stage'
      readonly stage: StageKey
      readonly on: IsoDate
      readonly gmina: string
      readonly name: string
    }
  | { readonly kind: 'visit'; readonly on: IsoDate; readonly gmina: string; readonly name: string }
  | { readonly kind: 'agreement'; readonly on: IsoDate; readonly teamId: string; readonly name: string }

export type Glance = {
  readonly region: string
  /** Gminas of the whole voivodeship. */
  readonly without: number
  readonly late: number
  /** Teams that this person sees. */
  readonly forming: number
  readonly active: number
  readonly atRisk: number
  readonly risks: readonly { readonly risk: TeamRisk; readonly teams: number }[]
  readonly barriers: readonly { readonly reason: DeclineReason; readonly institutions: number }[]
  readonly coming: readonly Coming[]
}

const barriersOf = async ({ tx }: Context, region: string): Promise<Glance['barriers']> => {
  const rows = await tx.recruitment.groupBy({
    by: ['reason'],
    where: { wojewodztwoCode: region, endedOn: null, status: 'declined' },
    _count: { _all: true },
  })
  return declineReasons
    .map((reason) => ({ reason, institutions: rows.find((row) => row.reason === reason)?._count._all ?? 0 }))
    .filter(({ institutions }) => institutions > 0)
    .sort((a, b) => b.institutions - a.institutions)
}

const plansOf = async ({ tx, today }: Context, region: string) => {
  const known = await knownOf(tx, region)
  const plans = await tx.gminaPlan.findMany({ where: { wojewodztwoCode: region, droppedOn: null } })
  return {
    known,
    plans: plans.map((plan) => ({
      gmina: plan.gminaCode,
      stages: stagesOn(datesOf(live(plan), known(plan.gminaCode)), today),
    })),
  }
}

type Plans = Awaited<ReturnType<typeof plansOf>>['plans']

const comingOf = async ({ tx, today }: Context, region: string, plans: Plans): Promise<Coming[]> => {
  const until = addCalendarDays(today, ahead)
  const between = { gte: toDbDate(today), lte: toDbDate(until) }
  const visits = await tx.programmeVisit.findMany({
    where: { wojewodztwoCode: region, heldOn: between, body: null, cancelledOn: null },
  })
  const teams = await tx.team.findMany({
    where: {
      wojewodztwoCode: region,
      status: { in: ['active', 'suspended'] },
      agreementTo: { gte: toDbDate(today), lte: toDbDate(addCalendarDays(today, agreementsAhead)) },
    },
    select: { id: true, name: true, agreementTo: true },
  })
  const names = await unitNames(tx, [
    ...plans.map((plan) => plan.gmina),
    ...visits.map((visit) => visit.gminaCode),
  ])
  const name = (code: string) => names.get(code) ?? code
  const stages = plans.flatMap(({ gmina, stages: all }) =>
    all.flatMap(({ key, state }): Coming[] =>
      state.kind === 'planned' && state.on <= until
        ? [{ kind: 'stage', stage: key, on: state.on, gmina, name: name(gmina) }]
        : [],
    ),
  )
  return [
    ...stages,
    ...visits.map(
      (visit): Coming => ({
        kind: 'visit',
        on: fromDbDate(visit.heldOn),
        gmina: visit.gminaCode,
        name: name(visit.gminaCode),
      }),
    ),
    ...teams.flatMap((team): Coming[] =>
      team.agreementTo
        ? [{ kind: 'agreement', on: fromDbDate(team.agreementTo), teamId: team.id, name: team.name }]
        : [],
    ),
  ].sort((a, b) => a.on.localeCompare(b.on) || a.name.localeCompare(b.name, 'pl'))
}

/** The region of a ROPS at one glance: teams, risks, barriers, coming dates. Never a case or a line. */
export const regionGlance = defineQuery({
  name: 'programme.glance',
  input: z.strictObject({}),
  subject: anySubject,
  run: async (ctx): Promise<Glance> => {
    const { tx } = ctx
    const region = regionOf(ctx.actor)
    const { known, plans } = await plansOf(ctx, region)
    const gminas = await gminaCodesWithin(tx, region)
    const teams = await tx.team.groupBy({ by: ['status'], _count: { _all: true } })
    const count = (...wanted: string[]) =>
      teams.filter(({ status }) => wanted.includes(status)).reduce((sum, row) => sum + row._count._all, 0)
    const risks = await readRisks(tx)
    return {
      region,
      without: gminas.filter((gmina) => known(gmina).status === null).length,
      late: plans.filter(({ stages }) => stages.some(({ state }) => state.kind === 'late')).length,
      forming: count('initiated', 'agreement'),
      active: count('active'),
      atRisk: new Set(risks.map(({ teamId }) => teamId)).size,
      risks: teamRisks.map((risk) => ({ risk, teams: risks.filter((one) => one.risk === risk).length })),
      barriers: await barriersOf(ctx, region),
      coming: await comingOf(ctx, region, plans),
    }
  },
  audit: 'notPersonal',
})
