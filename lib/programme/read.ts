import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { namesOf } from '@/lib/people'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { ProgrammeVisit } from '@/lib/platform/generated/prisma/client'
import { may, mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { type Animator, animatorsHere } from '@/lib/programme/animators'
import { datesOf, gminaFacts, type KnownOfGmina, knownOf, live } from '@/lib/programme/facts'
import { type Stage, type StageDates, stagesOn, standsAt } from '@/lib/programme/stages'
import { gminaCode } from '@/lib/teams'
import type { Gmina } from '@/lib/territory'

export const visitKinds = ['visit', 'coaching', 'supervision'] as const
export type VisitKind = (typeof visitKinds)[number]

export type VisitView = {
  readonly id: string
  readonly kind: VisitKind
  readonly heldOn: IsoDate
  readonly whomWith: string
  /** Null: planned, or held and not yet told. */
  readonly body: string | null
  readonly sharedOn: IsoDate | null
  readonly author: string
  readonly correctedAt: Date | null
  readonly version: number
  readonly mine: boolean
}

export type PlanView = {
  readonly gmina: Gmina
  readonly known: KnownOfGmina
  /** The team, where this person may open it. */
  readonly openTeamId: string | null
  readonly plan: {
    readonly id: string
    readonly version: number
    readonly animatorId: string | null
    readonly animator: string | null
  } | null
  readonly droppedReason: string | null
  readonly dates: StageDates
  readonly stages: readonly Stage[]
  readonly standsAt: Stage['key'] | null
  readonly visits: readonly VisitView[]
  readonly animators: readonly Animator[]
  readonly may: Readonly<
    Record<
      'programme.plan' | 'programme.assign' | 'programme.keep' | 'programme.drop' | 'programme.note',
      boolean
    >
  >
}

/** A note as its reader sees it. */
export const viewOf = (visit: ProgrammeVisit, actorId: string): VisitView => ({
  id: visit.id,
  kind: visitKinds.find((kind) => kind === visit.kind) ?? 'visit',
  heldOn: fromDbDate(visit.heldOn),
  whomWith: visit.whomWith,
  body: visit.body,
  sharedOn: fromDbDateOrNull(visit.sharedOn),
  author: visit.authorName,
  correctedAt: visit.correctedAt,
  version: visit.version,
  mine: visit.authorId === actorId,
})

const visitsOf = async ({ tx, actor }: Context, gmina: string): Promise<VisitView[]> => {
  const rows = await tx.programmeVisit.findMany({
    where: { gminaCode: gmina, cancelledOn: null },
    orderBy: [{ heldOn: 'desc' }, { createdAt: 'desc' }],
    take: 200,
  })
  return rows.map((row) => viewOf(row, actor.userId))
}

/** A gmina of the region: its stages with planned and actual days, who animates, visits. */
export const readGmina = defineQuery({
  name: 'programme.read',
  input: z.strictObject({ gmina: gminaCode() }),
  subject: gminaFacts('programme.read'),
  run: async (ctx, _input, facts): Promise<PlanView> => {
    const { tx, actor, today } = ctx
    const plan = live(facts.plan)
    const known = (await knownOf(tx, facts.gmina.wojewodztwoCode))(facts.gmina.code)
    const dates = datesOf(plan, known)
    const stages = stagesOn(dates, today)
    const names = await namesOf(tx, [plan?.animatorId ?? null])
    const open = known.teamId ? await tx.team.count({ where: { id: known.teamId } }) : 0
    const assigns = may(actor, 'programme.assign', facts)
    return {
      gmina: facts.gmina,
      known,
      openTeamId: open > 0 ? known.teamId : null,
      plan: plan && {
        id: plan.id,
        version: plan.version,
        animatorId: plan.animatorId,
        animator: plan.animatorId ? (names.get(plan.animatorId) ?? null) : null,
      },
      droppedReason: facts.plan?.droppedReason ?? null,
      dates,
      stages,
      standsAt: standsAt(stages),
      visits: await visitsOf(ctx, facts.gmina.code),
      animators: assigns ? await animatorsHere(ctx) : [],
      may: mayAll(
        actor,
        facts,
        'programme.plan',
        'programme.assign',
        'programme.keep',
        'programme.drop',
        'programme.note',
      ),
    }
  },
  audit: 'notPersonal',
})
