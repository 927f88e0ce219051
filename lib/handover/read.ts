import { z } from 'zod'
import { serviceTypes } from '@/lib/catalogue'
import { type HandoverSeat, handedSeats, seatHolders, seatsOf } from '@/lib/handover/seats'
import { type HandoverTask, handedTasks, taskHolders, tasksOf } from '@/lib/handover/tasks'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
import { type Context, defineQuery } from '@/lib/policy/usecase'

/** Nothing of why somebody is away: only what the reader of the history needs. */
export const handoverReasons = ['leave', 'absence', 'division', 'load', 'leaving'] as const
export type HandoverReason = (typeof handoverReasons)[number]

/** A role on a case or a service of somebody, as far as this person may know it. */
export type HandoverThing = {
  readonly id: string
  readonly caseId: string
  readonly number: string
  /** Null where only the number may be shown. */
  readonly family: string | null
  readonly role: Role | null
  readonly lineId: string | null
  readonly service: string | null
  /** Why it cannot go to the chosen colleague. */
  readonly refusal: string | null
}

type Someone = { readonly userId: string; readonly name: string }

export type HandoverView = {
  /** Whose work could be handed over at all, with how much of it. */
  readonly people: readonly (Someone & {
    cases: number
    services: number
    seats: number
    tasks: number
  })[]
  readonly from: Someone | null
  readonly to: Someone | null
  readonly colleagues: readonly Someone[]
  readonly things: readonly HandoverThing[]
  /** Places in teams. */
  readonly seats: readonly HandoverSeat[]
  /** Open tasks. */
  readonly tasks: readonly HandoverTask[]
}

/** The own institution: whose people these are. */
export const ownHouse = ({ actor }: Context) => ({ institutionId: actor.institutionId })

type Row = Omit<HandoverThing, 'family' | 'service'> & {
  family: string | null
  serviceKey: string | null
  title: string | null
}

const serviceOf = ({ lineId, title, serviceKey }: Row, names: ReadonlyMap<string, string>): string | null =>
  lineId ? (title ?? names.get(serviceKey ?? '') ?? null) : null

const named = (rows: readonly Row[]): HandoverThing[] => {
  const names = new Map(serviceTypes().map((s) => [s.key, s.namePl]))
  return rows.map((row) => {
    const { title: _title, serviceKey: _key, ...thing } = row
    return { ...thing, service: serviceOf(row, names) }
  })
}

const thingsOf = async ({ tx }: Context, from: string, to: string | null): Promise<HandoverThing[]> =>
  named(
    await tx.$queryRaw<Row[]>`
      select p.id, p.case_id as "caseId", p.number, f.label as family, p.role, p.line_id as "lineId",
        l.service_key as "serviceKey", l.title, p.refusal
      from app.handover_preview(${from}::uuid, ${to}::uuid) p
        left join family_case c on c.id = p.case_id left join family f on f.id = c.family_id
        left join basket_line l on l.id = p.line_id
      order by p.number, p.line_id nulls first, p.id`,
  )

const colleaguesOf = ({ tx, actor }: Context): Promise<Someone[]> =>
  tx.$queryRaw<Someone[]>`
    select u.id as "userId", u.given_name || ' ' || u.family_name as name from user_account u
    where u.disabled_at is null and u.id in (select e.user_id from employment e
      where e.institution_id = ${actor.institutionId}::uuid and e.ends_on is null)
    order by u.family_name, u.given_name`

/** Everybody with cases, services, places in teams or tasks. */
const peopleOf = async (ctx: Context): Promise<HandoverView['people']> => {
  const workers = await ctx.tx.$queryRaw<(Someone & { cases: number; services: number })[]>`
    select user_id as "userId", name, cases, services from app.handover_people()`
  const none = { cases: 0, services: 0, seats: 0, tasks: 0 }
  const found = new Map<string, HandoverView['people'][number]>()
  for (const one of [...workers, ...(await seatHolders(ctx)), ...(await taskHolders(ctx))])
    found.set(one.userId, { ...none, ...found.get(one.userId), ...one })
  return [...found.values()]
}

/** Cases, and tasks whose words were read where the case itself is hidden. */
const readIn = ({ things, tasks }: Pick<HandoverView, 'things' | 'tasks'>) => {
  const cases = new Set([...things, ...tasks].flatMap(({ caseId }) => caseId ?? []))
  const words = tasks.filter(({ ofCase, caseId, title }) => ofCase && !caseId && title !== null)
  return {
    subjectKind: cases.size > 0 || words.length === 0 ? 'case' : 'task',
    subjectIds: [...cases, ...words.map(({ id }) => id)],
  }
}

/**
 * Whose work this person may hand over, what it is, and what the chosen colleague could not take. Nothing is changed;
 * cases appear by number, with the family's name only where the reader may know it.
 */
export const prepareHandover = defineQuery({
  name: 'handover.prepare',
  input: z.strictObject({
    from: z.uuid().nullable().catch(null),
    to: z.uuid().nullable().catch(null),
    /** What else goes in the same step; nothing said: all of it. */
    things: z.array(z.uuid()).optional(),
  }),
  subject: ownHouse,
  run: async (ctx, { from, to, things: along = null }): Promise<HandoverView> => {
    const people = await peopleOf(ctx)
    const giver = people.find((one) => one.userId === from) ?? null
    if (from && !giver) throw notFound()
    const colleagues = giver ? (await colleaguesOf(ctx)).filter((one) => one.userId !== from) : []
    const taker = colleagues.find((one) => one.userId === to) ?? null
    if (to && !taker) throw notFound()
    const things = giver ? await thingsOf(ctx, giver.userId, taker?.userId ?? null) : []
    const seats = giver ? await seatsOf(ctx, giver.userId, taker?.userId ?? null) : []
    const tasks = giver ? await tasksOf(ctx, giver.userId, taker?.userId ?? null, along) : []
    return { people, from: giver, to: taker, colleagues, things, seats, tasks }
  },
  audit: (view) => {
    const read = readIn(view)
    return read.subjectIds.length > 0 ? read : null
  },
})

export type Handover = {
  readonly id: string
  readonly at: Date
  readonly from: string
  readonly to: string
  readonly by: string
  readonly reason: HandoverReason
  readonly things: readonly HandoverThing[]
  readonly seats: readonly HandoverSeat[]
  readonly tasks: readonly HandoverTask[]
}

type Head = Omit<Handover, 'things' | 'seats' | 'tasks'>

/** What was handed over in one step and what stayed, with why. */
export const readHandover = defineQuery({
  name: 'handover.read',
  input: z.strictObject({ handoverId: uuid() }),
  subject: ownHouse,
  run: async (ctx, { handoverId }): Promise<Handover> => {
    const { tx, actor } = ctx
    const [head] = await tx.$queryRaw<Head[]>`
      select h.id, h.handed_at as at, h.reason_key as reason, f.given_name || ' ' || f.family_name as from,
        t.given_name || ' ' || t.family_name as to, b.given_name || ' ' || b.family_name as by
      from work_handover h join user_account f on f.id = h.from_user_id join user_account t on t.id = h.to_user_id
        join user_account b on b.id = h.handed_by_id
      where h.id = ${handoverId}::uuid and h.institution_id = ${actor.institutionId}::uuid`
    if (!head) throw notFound()
    const rows = await tx.$queryRaw<Row[]>`
      select i.id, i.case_id as "caseId", coalesce(n.number, '') as number, f.label as family, i.role, i.line_id as "lineId",
        l.service_key as "serviceKey", l.title, i.refusal
      from work_handover_item i left join family_case c on c.id = i.case_id left join family f on f.id = c.family_id
        left join app.case_numbers(array[i.case_id]) n on n.id = i.case_id left join basket_line l on l.id = i.line_id
      where i.handover_id = ${handoverId}::uuid order by 3, i.line_id nulls first, i.id`
    return {
      ...head,
      things: named(rows),
      seats: await handedSeats(ctx, handoverId),
      tasks: await handedTasks(ctx, handoverId),
    }
  },
  audit: readIn,
})
