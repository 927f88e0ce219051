import { z } from 'zod'
import { familyCoordinators } from '@/lib/cases'
import { handoverReasons, ownHouse } from '@/lib/handover/read'
import { tell } from '@/lib/notifications'
import { writeAudit } from '@/lib/platform/audit'
import { AppError, invalid, notFound } from '@/lib/platform/errors'
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

/**
 * Chosen cases and services go to a colleague of the same house in one step; what cannot stays, with the reason. Each
 * thing is asked again here: the preview may be old.
 */
export const giveWork = defineCommand({
  name: 'handover.give',
  input: z.strictObject({
    from: uuid(),
    to: uuid(),
    reason: z.enum(handoverReasons, { error: 'choose' }),
    things: many(uuid()),
  }),
  subject: ownHouse,
  run: async (ctx, { from, to, reason, things }) => {
    const here = await ctx.tx.employment.count({ where: { userId: from, ...ownHouse(ctx), endsOn: null } })
    if (here === 0) throw notFound()
    if (things.length === 0) throw invalid({ things: 'choose' })
    if (from === to) throw invalid({ to: 'choose' })
    const [mine] = await ctx.tx.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from app.handover_things(${from}::uuid) t where t.id = any (${things}::uuid[])`
    if (mine?.n !== new Set(things).size) throw mine?.n ? new AppError('conflict', 'stale') : notFound()
    const [row] = await ctx.tx.$queryRaw<{ id: string }[]>`
      select app.hand_over_work(${from}::uuid, ${to}::uuid, ${reason}, ${things}::uuid[])::text as id`
    const id = row?.id ?? ''
    const given = (await givenOf(ctx, id)).filter(({ refusal }) => refusal === null)
    await auditEach(ctx, given)
    if (given.length > 0) await tellEach(ctx, { from, to }, given)
    return { handoverId: id, given: given.length }
  },
  audit: ({ handoverId }, { from, to }) => ({
    subjectKind: 'person',
    subjectIds: [from, to, handoverId],
  }),
})
