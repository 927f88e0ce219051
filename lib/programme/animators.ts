import { comparePolish } from '@/lib/format/collate'
import { namesOf } from '@/lib/people'
import { toDbDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import type { Context } from '@/lib/policy/usecase'

export type Animator = { readonly userId: string; readonly name: string }

/** Who may animate a gmina: the animators and the coordinator of the own ROPS, by name. */
export const animatorsHere = async ({ tx, actor, today }: Context): Promise<Animator[]> => {
  const day = toDbDate(today)
  const rows = await tx.roleAssignment.findMany({
    where: {
      institutionId: actor.institutionId,
      role: { in: ['animator', 'rops_koordynator'] },
      endedAt: null,
      startsOn: { lte: day },
      OR: [{ endsOn: null }, { endsOn: { gte: day } }],
    },
    distinct: ['userId'],
    select: { userId: true },
  })
  const names = await namesOf(
    tx,
    rows.map((row) => row.userId),
  )
  return [...names].map(([userId, name]) => ({ userId, name })).sort((a, b) => comparePolish(a.name, b.name))
}

/** Refuses somebody who is no animator of the own ROPS. */
export const demandAnimator = async (ctx: Context, userId: string | null): Promise<void> => {
  if (userId === null) return
  const able = await animatorsHere(ctx)
  if (!able.some((one) => one.userId === userId)) throw invalid({ animatorId: 'choose' })
}
