import { z } from 'zod'
import { familyCoordinators } from '@/lib/cases'
import { handoverReasons, ownHouse } from '@/lib/handover/read'
import { handedSeats, seatsOf } from '@/lib/handover/seats'
import { tell } from '@/lib/notifications'
import { writeAudit } from '@/lib/platform/audit'
import { AppError, conflict, invalid, notFound } from '@/lib/platform/errors'
import { many, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

type Given = {
  caseId: string
  teamId: string
  ownerInstitutionId: string | null
  role: string | null
  refusal: string | null
}

const givenOf = ({ tx }: Context, id: string): Promise<Given[]> =>
  tx.$queryRaw<Given[]>`
    select i.case_id as "caseId", i.team_id as "teamId", c.owner_institution_id as "ownerInstitutionId", i.role::text, i.refusal
    from work_handover_item i left join family_case c on c.id = i.case_id where i.handover_id = ${id}::uuid`

/** One row of the access log a case: who looks for what happened to a family finds it there. */
const auditEach = (ctx: Context, given: readonly Given[]): Promise<void> => {
  const cases = [...new Map(given.map((one) => [one.caseId, one])).values()]
  return writeAudit(
    ctx.tx,
    ctx.actor,
    cases.map(({ caseId, teamId, ownerInstitutionId }) => ({
      action: 'handover.give',
      kind: 'write',
      subject: { subjectKind: 'case', subjectIds: [caseId], caseId, teamId, ownerInstitutionId },
    })),
  )
}

/** The colleague, who gave, and the family coordinators of the cases that others coordinate. */
const tellEach = async (ctx: Context, people: { from: string; to: string }, given: readonly Given[]) => {
  const { institutionId } = ctx.actor
  await tell(ctx, [{ userId: people.to, institutionId }], { kind: 'handover.received' })
  await tell(ctx, [{ userId: people.from, institutionId }], { kind: 'handover.taken' })
  for (const { caseId, teamId } of new Map(given.map((one) => [one.caseId, one])).values()) {
    const coordinators = (await familyCoordinators(ctx, caseId)).filter(
      ({ userId }) => userId !== people.to && userId !== people.from,
    )
    await tell(ctx, coordinators, { kind: 'handover.inCase', teamId, caseId })
  }
}

/** Cases and services, asked again here: the preview may be old. Gives the record, or null where none were chosen. */
const giveThings = async (ctx: Context, giving: Giving): Promise<string | null> => {
  const { from, to, reason, things } = giving
  if (things.length === 0) return null
  const [mine] = await ctx.tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from app.handover_things(${from}::uuid) t where t.id = any (${things}::uuid[])`
  if (mine?.n !== new Set(things).size) throw mine?.n ? new AppError('conflict', 'stale') : notFound()
  const [row] = await ctx.tx.$queryRaw<{ id: string }[]>`
    select app.hand_over_work(${from}::uuid, ${to}::uuid, ${reason}, ${things}::uuid[])::text as id`
  return row?.id ?? null
}

/** Places in teams, into the same record. */
const giveSeats = async (ctx: Context, giving: Giving, record: string | null): Promise<string | null> => {
  const { from, to, reason, seats } = giving
  if (seats.length === 0) return record
  const mine = (await seatsOf(ctx, from, to)).map(({ key }) => key)
  if (!seats.every((key) => mine.includes(key))) throw mine.length > 0 ? conflict('stale') : notFound()
  const [row] = await ctx.tx.$queryRaw<{ id: string }[]>`
    select app.hand_over_seats(${record}::uuid, ${from}::uuid, ${to}::uuid, ${reason}, ${[...seats]}::text[])::text as id`
  return row?.id ?? null
}

type Giving = {
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly things: readonly string[]
  readonly seats: readonly string[]
}

/**
 * Chosen cases, services and places in teams go to a colleague of the same house in one step; what cannot stays, with the
 * reason.
 */
export const giveWork = defineCommand({
  name: 'handover.give',
  input: z.strictObject({
    from: uuid(),
    to: uuid(),
    reason: z.enum(handoverReasons, { error: 'choose' }),
    things: many(uuid()),
    seats: many(z.string().max(80)).optional(),
  }),
  subject: ownHouse,
  run: async (ctx, { seats = [], ...input }) => {
    const { from, to, things } = input
    const here = await ctx.tx.employment.count({ where: { userId: from, ...ownHouse(ctx), endsOn: null } })
    if (here === 0) throw notFound()
    if (things.length + seats.length === 0) throw invalid({ things: 'choose' })
    if (from === to) throw invalid({ to: 'choose' })
    const giving = { ...input, seats }
    const id = (await giveSeats(ctx, giving, await giveThings(ctx, giving))) ?? ''
    const given = (await givenOf(ctx, id)).filter(({ refusal }) => refusal === null)
    const placed = (await handedSeats(ctx, id)).filter(({ refusal }) => refusal === null)
    await auditEach(ctx, given)
    if (given.length + placed.length > 0) await tellEach(ctx, { from, to }, given)
    return { handoverId: id, given: given.length + placed.length }
  },
  audit: ({ handoverId }, { from, to }) => ({
    subjectKind: 'person',
    subjectIds: [from, to, handoverId],
  }),
})
