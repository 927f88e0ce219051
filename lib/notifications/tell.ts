import type { Context } from '@/lib/policy/usecase'

export type Told = { readonly userId: string; readonly institutionId: string }

type What = {
  readonly kind: string
  readonly teamId?: string | null
  readonly caseId?: string | null
  readonly lineId?: string | null
  /** An event, a question, a consultation of the model. */
  readonly thingId?: string | null
}

/** Tells people that something waits for them: a kind and where it is, never a name, a service or a reason. */
export const tell = async ({ tx, actor }: Context, people: readonly Told[], what: What): Promise<void> => {
  const once = new Map(people.map((p) => [`${p.userId} ${p.institutionId}`, p]))
  await tx.notification.createMany({
    data: [...once.values()]
      .filter(({ userId }) => userId !== actor.userId)
      .map(({ userId, institutionId }) => ({ userId, institutionId, ...what })),
  })
}
