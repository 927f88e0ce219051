import { z } from 'zod'
import { familyCoordinators } from '@/lib/cases'
import { handoverReasons, ownHouse } from '@/lib/handover/read'
import { handedSeats, seatsOf } from '@/lib/handover/seats'
import { countTasks, handedTasks } from '@/lib/handover/tasks'
import { tell } from '@/lib/notifications'
import { writeAudit } from '@/lib/platform/audit'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { many, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

type Given = { caseId: string; teamId: string; ownerInstitutionId: string | null }

/** The cases of which something went: a role, a service or a task. */
const givenOf = ({ tx }: Context, id: string): Promise<Given[]> =>
  tx.$queryRaw<Given[]>`
    select i.case_id as "caseId", i.team_id as "teamId", c.owner_institution_id as "ownerInstitutionId"
    from (select case_id, team_id from work_handover_item where handover_id = ${id}::uuid and refusal is null
          union select case_id, team_id from work_handover_task
            where handover_id = ${id}::uuid and refusal is null and case_id is not null) i
      left join family_case c on c.id = i.case_id`

/** How many cases, services, places and tasks went. */
const countGiven = async (ctx: Context, id: string): Promise<number> => {
  const things = await ctx.tx.workHandoverItem.count({ where: { handoverId: id, refusal: null } })
  const rest = [...(await handedSeats(ctx, id)), ...(await handedTasks(ctx, id))]
  return things + rest.filter(({ refusal }) => refusal === null).length
}

/** One row of the access log a case: who looks for what happened to a family finds it there. */
const auditEach = (ctx: Context, given: readonly Given[]): Promise<void> =>
  writeAudit(
    ctx.tx,
    ctx.actor,
    given.map(({ caseId, teamId, ownerInstitutionId }) => ({
      action: 'handover.give',
      kind: 'write',
      subject: { subjectKind: 'case', subjectIds: [caseId], caseId, teamId, ownerInstitutionId },
    })),
  )

/** The colleague, who gave, and the family coordinators of the cases that others coordinate. */
const tellEach = async (ctx: Context, people: { from: string; to: string }, given: readonly Given[]) => {
  const { institutionId } = ctx.actor
  await tell(ctx, [{ userId: people.to, institutionId }], { kind: 'handover.received' })
  await tell(ctx, [{ userId: people.from, institutionId }], { kind: 'handover.taken' })
  for (const { caseId, teamId } of given) {
    const coordinators = (await familyCoordinators(ctx, caseId)).filter(
      ({ userId }) => userId !== people.to && userId !== people.from,
    )
    await tell(ctx, coordinators, { kind: 'handover.inCase', teamId, caseId })
  }
}

/** Asked again here, as the preview may be old: everything chosen is still this person's to give. */
const demandTheirs = async (ctx: Context, { from, to, things, seats, tasks }: Giving): Promise<void> => {
  const [mine] = await ctx.tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from app.handover_things(${from}::uuid) t where t.id = any (${[...things]}::uuid[])`
  const places = (seats.length > 0 ? await seatsOf(ctx, from, to) : []).map(({ key }) => key)
  const found = [
    [mine?.n ?? 0, new Set(things).size],
    [seats.filter((key) => places.includes(key)).length, seats.length],
    [await countTasks(ctx, from, tasks), new Set(tasks).size],
  ] as const
  if (found.every(([theirs, chosen]) => theirs === chosen)) return
  throw found.some(([theirs]) => theirs > 0) || places.length > 0 ? conflict('stale') : notFound()
}

type Giving = {
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly things: readonly string[]
  readonly seats: readonly string[]
  readonly tasks: readonly string[]
}

/**
 * Chosen cases, services, places in teams and tasks go to a colleague of the same house in one step; what cannot stays,
 * with the reason.
 */
export const giveWork = defineCommand({
  name: 'handover.give',
  input: z.strictObject({
    from: uuid(),
    to: uuid(),
    reason: z.enum(handoverReasons, { error: 'choose' }),
    things: many(uuid()),
    seats: many(z.string().max(80)).optional(),
    tasks: many(uuid()).optional(),
  }),
  subject: ownHouse,
  run: async (ctx, { seats = [], tasks = [], ...input }) => {
    const { from, to, reason, things } = input
    const here = await ctx.tx.employment.count({ where: { userId: from, ...ownHouse(ctx), endsOn: null } })
    if (here === 0) throw notFound()
    if (things.length + seats.length + tasks.length === 0) throw invalid({ things: 'choose' })
    if (from === to) throw invalid({ to: 'choose' })
    await demandTheirs(ctx, { ...input, seats, tasks })
    const [row] = await ctx.tx.$queryRaw<{ id: string }[]>`
      select app.hand_over_all(${from}::uuid, ${to}::uuid, ${reason}, ${things}::uuid[], ${seats}::text[], ${tasks}::uuid[])::text as id`
    const handoverId = row?.id ?? ''
    const cases = await givenOf(ctx, handoverId)
    const given = await countGiven(ctx, handoverId)
    await auditEach(ctx, cases)
    if (given > 0) await tellEach(ctx, { from, to }, cases)
    return { handoverId, given }
  },
  audit: ({ handoverId }, { from, to }) => ({
    subjectKind: 'person',
    subjectIds: [from, to, handoverId],
  }),
})
