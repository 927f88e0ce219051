import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/errors'
import type { GminaPlan } from '@/lib/platform/generated/prisma/client'
import type { Actor } from '@/lib/policy/actor'
import { type Facts, may } from '@/lib/policy/decide'
import type { Permission } from '@/lib/policy/permissions'
import type { Context } from '@/lib/policy/usecase'
import type { StageDates } from '@/lib/programme/stages'
import { type Gmina, gminaByCode } from '@/lib/territory'

/** The voivodeship for which this person works at a ROPS. */
export const regionOf = (actor: Actor): string =>
  actor.assignments.find(
    (a) => a.wojewodztwoCode !== null && (a.role === 'rops_koordynator' || a.role === 'animator'),
  )?.wojewodztwoCode ?? actor.wojewodztwoCode

export type PlanFacts = Facts & { readonly gmina: Gmina; readonly plan: GminaPlan | null }

const factsOf = (gmina: Gmina, plan: GminaPlan | null): PlanFacts => ({
  gmina,
  plan,
  wojewodztwoCode: gmina.wojewodztwoCode,
  animatorId: plan?.animatorId ?? null,
  animatorInstitutionId: plan?.institutionId ?? null,
})

/** A gmina of the own region with its plan, if it has one; another region's is not found. */
export const gminaFacts =
  (permission: Permission) =>
  async ({ tx, actor }: Context, { gmina: code }: { gmina: string }): Promise<PlanFacts> => {
    const gmina = await gminaByCode(tx, code)
    const plan = await tx.gminaPlan.findUnique({ where: { gminaCode: gmina.code } })
    const facts = factsOf(gmina, plan)
    if (!plan && !may(actor, permission, facts)) throw notFound()
    return facts
  }

/** The plan of a gmina; notFound where there is none or it is another region's. */
export const planFacts = async (
  { tx }: Context,
  { planId }: { planId: string },
): Promise<PlanFacts & { plan: GminaPlan }> => {
  const plan = await tx.gminaPlan.findUnique({ where: { id: planId } })
  if (!plan) throw notFound()
  return { ...factsOf(await gminaByCode(tx, plan.gminaCode), plan), plan }
}

/** What the product knows of a gmina by itself (app.programme_gminas). */
export type KnownOfGmina = {
  readonly teamId: string | null
  readonly status: 'initiated' | 'agreement' | 'active' | 'suspended' | null
  readonly agreementOn: IsoDate | null
  readonly agreementTo: IsoDate | null
  /** First day of the month of the first case with consent. */
  readonly familyMonth: IsoDate | null
  readonly steadyOn: IsoDate | null
}

const nothing: KnownOfGmina = {
  teamId: null,
  status: null,
  agreementOn: null,
  agreementTo: null,
  familyMonth: null,
  steadyOn: null,
}

type Row = {
  gmina: string
  team_id: string
  status: NonNullable<KnownOfGmina['status']>
  agreement_on: Date | null
  agreement_to: Date | null
  family_month: Date | null
  steady_on: Date | null
}

/** What is known of every gmina of the region that has a team; the answer for the others is that nothing is. */
export const knownOf = async (tx: Tx, region: string): Promise<(gmina: string) => KnownOfGmina> => {
  const rows = await tx.$queryRaw<Row[]>`select * from app.programme_gminas(${region})`
  const known = new Map(
    rows.map((row) => [
      row.gmina,
      {
        teamId: row.team_id,
        status: row.status,
        agreementOn: fromDbDateOrNull(row.agreement_on),
        agreementTo: fromDbDateOrNull(row.agreement_to),
        familyMonth: fromDbDateOrNull(row.family_month),
        steadyOn: fromDbDateOrNull(row.steady_on),
      },
    ]),
  )
  return (gmina) => known.get(gmina) ?? nothing
}

/** Planned and actual days of the five stages. */
export const datesOf = (plan: GminaPlan | null, known: KnownOfGmina): StageDates => {
  const day = (value: Date | null | undefined) => fromDbDateOrNull(value ?? null)
  return {
    talk: { planned: day(plan?.talkPlannedOn), done: day(plan?.talkDoneOn) },
    presentation: { planned: day(plan?.presentationPlannedOn), done: day(plan?.presentationDoneOn) },
    agreement: { planned: day(plan?.agreementPlannedOn), done: known.agreementOn },
    family: { planned: day(plan?.familyPlannedOn), done: known.familyMonth },
    steady: { planned: day(plan?.steadyPlannedOn), done: known.steadyOn },
  }
}

/** A plan that holds: one that was not dropped. */
export const live = (plan: GminaPlan | null | undefined): GminaPlan | null =>
  plan && plan.droppedOn === null ? plan : null
