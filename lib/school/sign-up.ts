import { z } from 'zod'
import { conflict, notFound } from '@/lib/platform/errors'
import { many, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { entryFacts, eventFacts, ofEvent } from '@/lib/school/facts'

type Outcome = 'signed' | 'waiting' | 'already' | 'closed'

const ask = async ({ tx }: Context, eventId: string, userId: string): Promise<Outcome> => {
  const [row] = await tx.$queryRaw<{ outcome: Outcome }[]>`
    select app.sign_up_for_event(${eventId}::uuid, ${userId}::uuid) as outcome`
  if (!row || row.outcome === 'closed') throw conflict('school.closed')
  return row.outcome
}

/** A place, or one in the line when all are taken. */
export const signUp = defineCommand({
  name: 'school.signUp',
  input: z.strictObject({ eventId: uuid() }),
  subject: eventFacts,
  run: async (ctx, { eventId }) => ({ eventId, outcome: await ask(ctx, eventId, ctx.actor.userId) }),
  audit: ofEvent,
})

/** People of the own house, by who heads it; each is told. */
export const signUpPeople = defineCommand({
  name: 'school.signUpPeople',
  input: z.strictObject({
    eventId: uuid(),
    userIds: many(uuid()).pipe(z.array(z.string()).min(1, 'choose')),
  }),
  subject: eventFacts,
  run: async (ctx, { eventId, userIds }) => {
    const employed = await ctx.tx.employment.count({
      where: { userId: { in: userIds }, institutionId: ctx.actor.institutionId },
    })
    if (employed < new Set(userIds).size) throw notFound()
    const outcomes: Outcome[] = []
    for (const userId of userIds) outcomes.push(await ask(ctx, eventId, userId))
    return { eventId, waiting: outcomes.filter((o) => o === 'waiting').length }
  },
  audit: ofEvent,
})

/** Until the day before; the freed place goes to who waits longest. */
export const signOff = defineCommand({
  name: 'school.signOff',
  input: z.strictObject({ entryId: uuid() }),
  subject: entryFacts,
  run: async ({ tx }, { entryId }, { row }) => {
    const [done] = await tx.$queryRaw<{ outcome: 'off' | 'closed' }[]>`
      select app.sign_off_event(${entryId}::uuid) as outcome`
    if (done?.outcome !== 'off') throw conflict('school.closed')
    return { eventId: row.id }
  },
  audit: ofEvent,
})
