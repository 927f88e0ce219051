import { z } from 'zod'
import type { CaseFacts } from '@/lib/cases/facts'
import { bySubject, ofCase } from '@/lib/cases/subject'
import { forbidden } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** What a person with the mark `nk` reads about the Blue Card procedure; null for everybody else (domain 3.6, 8.2). */
export type BlueCard = {
  readonly suspected: boolean
  /** Which way the referrer chose with the suspicion: the procedure instead of the cooperation, or beside it. */
  readonly route: 'instead' | 'parallel' | null
  readonly inProgress: boolean
  readonly redirected: boolean
}

const marked = async ({ tx }: Context): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ marked: boolean }[]>`select app.has_nk_mark() as marked`
  return row?.marked ?? false
}

const routes: Readonly<Record<string, 'instead' | 'parallel'>> = { instead: 'instead', parallel: 'parallel' }

/**
 * Asked only for who holds the mark (the table shows nothing to others). Of flags that take each other's place the newest counts. A redirection is written when it is proposed, so it counts
 * only once the leader agreed.
 */
export const blueCardOf = async (
  ctx: Context,
  { caseId, status }: Pick<CaseFacts, 'caseId' | 'status'>,
): Promise<BlueCard> => {
  const flags = await ctx.tx.nkFlag.findMany({
    where: { caseId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
  const newest = (...kinds: string[]) => flags.filter(({ kind }) => kinds.includes(kind)).at(-1)
  const suspicion = newest('suspected', 'notSuspected')
  const suspected = suspicion?.kind === 'suspected'
  return {
    suspected,
    route: suspected ? (routes[suspicion.route ?? ''] ?? null) : null,
    inProgress: newest('inProgress', 'ended')?.kind === 'inProgress',
    redirected: status === 'redirected' && newest('redirected', 'redirectedElsewhere')?.kind === 'redirected',
  }
}

/** Notes that the Blue Card procedure runs or is over: a yes or no and nothing of its forms (domain 8.2 a, b). */
export const flagBlueCard = defineCommand({
  name: 'case.flagNk',
  input: z.strictObject({ caseId: uuid(), inProgress: z.enum(['yes', 'no'], { error: 'choose' }) }),
  subject: bySubject,
  run: async (ctx, { inProgress }, facts) => {
    if (!(await marked(ctx))) throw forbidden()
    await ctx.tx.nkFlag.createMany({
      data: [
        {
          caseId: facts.caseId,
          teamId: facts.teamId,
          kind: inProgress === 'yes' ? 'inProgress' : 'ended',
          recordedById: ctx.actor.userId,
        },
      ],
    })
  },
  // The log names the case and no more: that a mark was written shows in no other way.
  audit: (_result, _input, facts) => ofCase(facts),
})
