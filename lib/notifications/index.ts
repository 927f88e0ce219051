import { z } from 'zod'
import { readableThings } from '@/lib/notifications/things'
import { flag } from '@/lib/platform/input'
import { type Cursor, cursor, direction, pageOf } from '@/lib/platform/keyset'
import { anySubject, defineCommand, defineQuery } from '@/lib/policy/usecase'

export { type Told, tell } from '@/lib/notifications/tell'

const pageSize = 30

export type NotificationRow = {
  readonly id: string
  readonly kind: string
  readonly at: Date
  readonly unread: boolean
  readonly teamId: string | null
  readonly teamName: string | null
  readonly caseId: string | null
  readonly lineId: string | null
  /** The event, the question or the consultation of the model, where this person may read it. */
  readonly thingId: string | null
}

const beyond = (at: Cursor | null) => {
  if (!at) return {}
  const side = direction(at, 'desc') === 'asc' ? 'gt' : 'lt'
  const when = new Date(at.value)
  return { OR: [{ createdAt: { [side]: when } }, { createdAt: when, id: { [side]: at.id } }] }
}

/**
 * What this person was told in this working context, newest first. A notification names no family and no service: it
 * leads to the page, which decides again.
 */
export const listNotifications = defineQuery({
  name: 'notification.list',
  input: z.strictObject({ onlyUnread: flag(), cursor: cursor() }),
  subject: anySubject,
  run: async ({ tx, actor }, { onlyUnread, cursor: at }) => {
    const own = { userId: actor.userId, institutionId: actor.institutionId }
    const order = direction(at, 'desc')
    const found = await tx.notification.findMany({
      where: { AND: [own, beyond(at), onlyUnread ? { readAt: null } : {}] },
      orderBy: [{ createdAt: order }, { id: order }],
      take: pageSize + 1,
    })
    const page = pageOf(found, pageSize, at, (n) => ({ value: n.createdAt.toISOString(), id: n.id }))
    const teams = await tx.team.findMany({
      where: { id: { in: page.rows.flatMap((n) => n.teamId ?? []) } },
      select: { id: true, name: true },
    })
    const seen = await tx.familyCase.findMany({
      where: { id: { in: page.rows.flatMap((n) => n.caseId ?? []) } },
      select: { id: true },
    })
    const lines = await tx.basketLine.findMany({
      where: { id: { in: page.rows.flatMap((n) => n.lineId ?? []) } },
      select: { id: true },
    })
    const things = await readableThings(
      tx,
      page.rows.flatMap((n) => n.thingId ?? []),
    )
    const rows = page.rows.map(
      (n): NotificationRow => ({
        id: n.id,
        kind: n.kind,
        at: n.createdAt,
        unread: n.readAt === null,
        teamId: n.teamId,
        teamName: teams.find((t) => t.id === n.teamId)?.name ?? null,
        // before the family's consent, and after its withdrawal, there is no way to the case or its line
        caseId: seen.some((c) => c.id === n.caseId) ? n.caseId : null,
        lineId: lines.some((l) => l.id === n.lineId) ? n.lineId : null,
        thingId: n.thingId && things.has(n.thingId) ? n.thingId : null,
      }),
    )
    const unread = await tx.notification.count({ where: { ...own, readAt: null } })
    return { ...page, rows, unread }
  },
  audit: 'notPersonal',
})

/** How many are unread, for the bell of every page. */
export const countUnread = defineQuery({
  name: 'notification.count',
  input: z.strictObject({}),
  subject: anySubject,
  run: ({ tx, actor }) =>
    tx.notification.count({
      where: { userId: actor.userId, institutionId: actor.institutionId, readAt: null },
    }),
  audit: 'notPersonal',
})

/** Marks all as read, in this working context. */
export const readNotifications = defineCommand({
  name: 'notification.read',
  input: z.strictObject({}),
  subject: anySubject,
  run: async ({ tx, actor, now }) => {
    const { count } = await tx.notification.updateMany({
      where: { userId: actor.userId, institutionId: actor.institutionId, readAt: null },
      data: { readAt: now },
    })
    return { count }
  },
  audit: () => ({ subjectKind: 'notification', subjectIds: [] }),
})
