import { z } from 'zod'
import { lineViews } from '@/lib/baskets/line-view'
import { endedStates, mine } from '@/lib/baskets/services'
import { fromDbDate } from '@/lib/platform/clock'
import { type Cursor, cursor, direction, pageOf } from '@/lib/platform/keyset'
import { anySubject, defineQuery } from '@/lib/policy/usecase'

const pageSize = 50

const beyond = (at: Cursor | null) => {
  if (!at || Number.isNaN(Date.parse(at.value))) return {}
  const side = direction(at, 'desc') === 'asc' ? 'gt' : 'lt'
  const since = new Date(at.value)
  return { OR: [{ statusSince: { [side]: since } }, { statusSince: since, id: { [side]: at.id } }] }
}

/** Everything that ended, newest first and paged: the first page of a provider shows the last thirty days only. */
export const endedServices = defineQuery({
  name: 'service.ended',
  input: z.strictObject({ cursor: cursor() }),
  subject: anySubject,
  run: async (ctx, { cursor: at }) => {
    const order = direction(at, 'desc')
    const found = await ctx.tx.basketLine.findMany({
      where: { AND: [await mine(ctx), { status: { in: endedStates }, sentAt: { not: null } }, beyond(at)] },
      orderBy: [{ statusSince: order }, { id: order }],
      take: pageSize + 1,
    })
    const page = pageOf(found, pageSize, at, (l) => ({ value: fromDbDate(l.statusSince), id: l.id }))
    return { ...page, rows: await lineViews(ctx, page.rows) }
  },
  audit: ({ rows }) => ({ subjectKind: 'line', subjectIds: rows.map(({ id }) => id) }),
})
