import { z } from 'zod'
import { fold } from '@/lib/format/fold'
import { regionOf } from '@/lib/knowledge'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { SchoolEntry, SchoolEvent } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import { may, mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { eventFacts } from '@/lib/school/facts'

export type EntryState = 'signed' | 'waiting' | 'off'
export type EventState = 'open' | 'full' | 'running' | 'over' | 'cancelled'

const stateOf = (row: SchoolEvent, signed: number, today: string): EventState => {
  if (row.cancelledOn) return 'cancelled'
  if (fromDbDate(row.endsOn) < today) return 'over'
  if (fromDbDate(row.startsOn) <= today) return 'running'
  return signed >= row.places ? 'full' : 'open'
}

/** `ahead`: the own place in the line, 0 for who does not wait. */
type Counts = { readonly signed: number; readonly waiting: number; readonly ahead: number }

const countsOf = async ({ tx }: Context, ids: readonly string[]): Promise<(eventId: string) => Counts> => {
  const rows = await tx.$queryRaw<{ event_id: string; signed: number; waiting: number; own: number }[]>`
    select * from app.school_counts(${[...ids]}::uuid[])`
  const by = new Map(rows.map((r) => [r.event_id, { signed: r.signed, waiting: r.waiting, ahead: r.own }]))
  return (eventId) => by.get(eventId) ?? { signed: 0, waiting: 0, ahead: 0 }
}

const eventOf = (row: SchoolEvent, counts: Counts, own: SchoolEntry | undefined, today: string) => ({
  id: row.id,
  version: row.version,
  kind: row.kind as 'school' | 'dissemination',
  title: row.title,
  programme: row.programme,
  place: row.place,
  link: row.link,
  startsOn: fromDbDate(row.startsOn),
  endsOn: fromDbDate(row.endsOn),
  startsAt: row.startsAt,
  places: row.places,
  ...counts,
  state: stateOf(row, counts.signed, today),
  cancelledOn: fromDbDateOrNull(row.cancelledOn),
  cancelReason: row.cancelReason,
  own: own
    ? { id: own.id, state: own.state as EntryState, certificate: own.attended ? own.certificateNumber : null }
    : null,
})
export type EventRow = ReturnType<typeof eventOf>

/** Own sign-ups that still count, by event. */
const ownEntries = async ({ tx, actor }: Context, ids: readonly string[]) => {
  const rows = await tx.schoolEntry.findMany({
    where: {
      eventId: { in: [...ids] },
      userId: actor.userId,
      institutionId: actor.institutionId,
      state: { not: 'off' },
    },
  })
  return new Map(rows.map((r) => [r.eventId, r]))
}

/** Events of the voivodeship: what comes first, what was below; found by words without diacritics. */
export const listEvents = defineQuery({
  name: 'school.list',
  input: z.strictObject({ q: z.string().max(120).catch(''), kind: z.string().max(20).catch('') }),
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async (ctx, { q, kind }, facts) => {
    const rows = await ctx.tx.schoolEvent.findMany({
      where: {
        ...(kind ? { kind } : {}),
        AND: fold(q)
          .split(' ')
          .filter(Boolean)
          .map((word) => ({ titleFolded: { contains: word } })),
      },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
      take: 300,
    })
    const ids = rows.map(({ id }) => id)
    const [counts, own] = [await countsOf(ctx, ids), await ownEntries(ctx, ids)]
    const events = rows.map((row) => eventOf(row, counts(row.id), own.get(row.id), ctx.today))
    const gone = (e: EventRow) => e.endsOn < ctx.today
    return {
      ahead: events.filter((e) => !gone(e)),
      past: events.filter(gone).reverse(),
      mayCreate: may(ctx.actor, 'school.create', facts),
      maySeeAll: may(ctx.actor, 'school.trainings', facts),
      today: ctx.today,
    }
  },
  audit: 'notPersonal',
})

/** People of one event as far as this person may know them, in the order of signing up. */
const peopleOf = async ({ tx }: Context, eventId: string) => {
  const rows = await tx.schoolEntry.findMany({
    where: { eventId, state: { not: 'off' } },
    orderBy: [{ queueNo: 'asc' }],
  })
  const people = await tx.userAccount.findMany({
    where: { id: { in: rows.map((r) => r.userId) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const houses = await tx.institution.findMany({
    where: { id: { in: rows.map((r) => r.institutionId) } },
    select: { id: true, name: true },
  })
  const name = new Map(people.map((p) => [p.id, `${p.givenName} ${p.familyName}`]))
  const house = new Map(houses.map((h) => [h.id, h.name]))
  return rows.map((r) => ({
    id: r.id,
    userId: r.userId,
    name: name.get(r.userId) ?? null,
    institution: house.get(r.institutionId) ?? '',
    state: r.state as EntryState,
    attended: r.attended,
    certificate: r.attended ? r.certificateNumber : null,
  }))
}
export type EventPerson = Awaited<ReturnType<typeof peopleOf>>[number]

/** Colleagues whom a head of the house may sign up: employed today, not on the list yet. */
const colleaguesOf = async ({ tx, actor, today }: Context, there: ReadonlySet<string>) => {
  const rows = await tx.employment.findMany({
    where: {
      institutionId: actor.institutionId,
      startsOn: { lte: new Date(today) },
      OR: [{ endsOn: null }, { endsOn: { gte: new Date(today) } }],
    },
    include: { user: { select: { givenName: true, familyName: true, nameFolded: true } } },
  })
  return rows
    .filter((r) => !there.has(r.userId))
    .sort((a, b) => a.user.nameFolded.localeCompare(b.user.nameFolded))
    .map((r) => ({ value: r.userId, label: `${r.user.givenName} ${r.user.familyName}`, hint: r.jobTitle }))
}

/** One event with its materials, and the people of it that this person may know. */
export const readEvent = defineQuery({
  name: 'school.read',
  input: z.strictObject({ eventId: uuid() }),
  subject: eventFacts,
  run: async (ctx, { eventId }, facts) => {
    const rights = mayAll(
      ctx.actor,
      facts,
      'school.correct',
      'school.cancel',
      'school.attendance',
      'school.addMaterial',
      'school.removeMaterial',
      'school.signUp',
      'school.signUpPeople',
    )
    const [counts, own] = [await countsOf(ctx, [eventId]), await ownEntries(ctx, [eventId])]
    const event = eventOf(facts.row, counts(eventId), own.get(eventId), ctx.today)
    const people = await peopleOf(ctx, eventId)
    const open = event.state === 'open' || event.state === 'full'
    const materials = await ctx.tx.schoolMaterial.findMany({
      where: { eventId, removedAt: null },
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
      select: { id: true, title: true, link: true },
    })
    return {
      ...event,
      open,
      people,
      materials,
      colleagues:
        open && rights['school.signUpPeople']
          ? await colleaguesOf(ctx, new Set(people.map((p) => p.userId)))
          : [],
      may: rights,
    }
  },
  audit: (_r, _i, { row }) => ({ subjectKind: 'school', subjectIds: [row.id] }),
})
export type EventPage = Awaited<ReturnType<typeof readEvent.execute>>
