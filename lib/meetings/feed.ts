import { z } from 'zod'
import { type Appointment, calendarFile } from '@/lib/meetings/calendar'
import { fromDbDate, now } from '@/lib/platform/clock'
import { asSystem } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/errors'
import { hashToken, newToken } from '@/lib/platform/tokens'
import { anySubject, type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

const live = ({ actor }: Context) => ({
  userId: actor.userId,
  institutionId: actor.institutionId,
  revokedAt: null,
})

const revoke = (ctx: Context) =>
  ctx.tx.calendarFeed.updateMany({ where: live(ctx), data: { revokedAt: ctx.now } })

/** Since when there is an address of the own calendar; the address itself is kept nowhere. */
export const readFeed = defineQuery({
  name: 'feed.read',
  input: z.strictObject({}),
  subject: anySubject,
  run: async (ctx) => {
    const feed = await ctx.tx.calendarFeed.findFirst({ where: live(ctx), select: { createdAt: true } })
    return { since: feed?.createdAt ?? null }
  },
  audit: 'notPersonal',
})

/** A new secret address, told once; the one before it ends. */
export const makeFeed = defineCommand({
  name: 'feed.make',
  input: z.strictObject({}),
  subject: anySubject,
  run: async (ctx) => {
    await revoke(ctx)
    const { token, tokenHash } = newToken()
    const { userId, institutionId } = ctx.actor
    await ctx.tx.calendarFeed.createMany({ data: [{ userId, institutionId, tokenHash }] })
    return { token }
  },
  audit: () => ({ subjectKind: 'feed', subjectIds: [] }),
})

/** From now on the address gives nothing. */
export const revokeFeed = defineCommand({
  name: 'feed.revoke',
  input: z.strictObject({}),
  subject: anySubject,
  run: async (ctx) => ({ revoked: (await revoke(ctx)).count }),
  audit: () => ({ subjectKind: 'feed', subjectIds: [] }),
})

type Row = {
  id: string | null
  gmina: string | null
  held_on: Date | null
  starts_at: string | null
  place: string | null
  cancelled: boolean | null
  revision: number | null
}

const appointment = (row: Row): Appointment[] =>
  row.id && row.held_on && row.starts_at
    ? [
        {
          id: row.id,
          gmina: row.gmina ?? '',
          heldOn: fromDbDate(row.held_on),
          startsAt: row.starts_at,
          place: row.place,
          cancelled: row.cancelled ?? false,
          revision: row.revision ?? 1,
        },
      ]
    : []

/** What the address shows to a calendar programme, which cannot sign in. Throws notFound when it was revoked or never was. */
export const feedOf = async (token: string): Promise<string> => {
  const rows = await asSystem(
    'calendar',
    (tx) => tx.$queryRaw<Row[]>`select * from app.calendar_of(${hashToken(token)})`,
  )
  if (rows.length === 0) throw notFound()
  return calendarFile(rows.flatMap(appointment), now())
}
