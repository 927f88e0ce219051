import { z } from 'zod'
import type { CaseFacts } from '@/lib/cases/facts'
import { bySubject, ofCase } from '@/lib/cases/subject'
import { invitedAmong } from '@/lib/cases/whom'
import { type Told, tell } from '@/lib/notifications'
import { conflict, forbidden, invalid } from '@/lib/platform/errors'
import { many, prose, uuid } from '@/lib/platform/input'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

/** Somebody who sees the case by a role today, so whom a restriction may name. */
export type Seer = {
  readonly userId: string
  readonly name: string
  readonly institution: string
  readonly role: string
  readonly ofOwner: boolean
  /** Named in the running restriction. */
  readonly named: boolean
  /** The family's coordinator is always named: somebody works with the family. */
  readonly always: boolean
}

export type RestrictionPeriod = {
  readonly id: string
  readonly reason: string
  readonly by: string
  readonly at: Date
  readonly endedBy: string | null
  readonly endedAt: Date | null
  readonly endReason: string | null
}

export type RestrictionView = {
  readonly caseId: string
  readonly running: RestrictionPeriod | null
  readonly before: readonly RestrictionPeriod[]
  readonly people: readonly Seer[]
}

/** A case of the own unit; what is restricted there is the owner's alone. */
const ownSubject = async (ctx: Context, input: { caseId: string }): Promise<CaseFacts> => {
  const facts = await bySubject(ctx, input)
  if (facts.ownerInstitutionId !== ctx.actor.institutionId) throw forbidden()
  return facts
}

type SeerRow = Omit<Seer, 'always'> & { coordinator: boolean }

const seersOf = ({ tx }: Context, caseId: string): Promise<SeerRow[]> =>
  tx.$queryRaw<SeerRow[]>`
    select s.user_id as "userId", min(s.name) as name, string_agg(s.institution, ', ' order by s.institution) as institution,
      min(s.role) as role, bool_or(s.of_owner) as "ofOwner",
      exists (select from role_assignment r where r.case_id = ${caseId}::uuid and r.user_id = s.user_id
        and r.role = 'koordynator_rodziny' and r.ended_at is null) as coordinator,
      exists (select from case_restriction_person p join case_restriction c on c.id = p.restriction_id
        where c.case_id = ${caseId}::uuid and c.ended_at is null and p.user_id = s.user_id) as named
    from app.case_seers(${caseId}::uuid) s group by s.user_id order by bool_or(s.of_owner) desc, 3, 2`

const periodsOf = async ({ tx }: Context, caseId: string): Promise<RestrictionPeriod[]> =>
  tx.$queryRaw<RestrictionPeriod[]>`
    select r.id, r.reason, b.given_name || ' ' || b.family_name as by, r.recorded_at as at,
      e.given_name || ' ' || e.family_name as "endedBy", r.ended_at as "endedAt", r.end_reason as "endReason"
    from case_restriction r join user_account b on b.id = r.recorded_by_id
      left join user_account e on e.id = r.ended_by_id
    where r.case_id = ${caseId}::uuid order by r.recorded_at desc, r.id`

/** Who sees the case today, and since when and why it is restricted. */
export const readRestriction = defineQuery({
  name: 'case.restriction',
  input: z.strictObject({ caseId: uuid() }),
  subject: ownSubject,
  run: async (ctx, { caseId }): Promise<RestrictionView> => {
    const periods = await periodsOf(ctx, caseId)
    const people = await seersOf(ctx, caseId)
    return {
      caseId,
      running: periods.find(({ endedAt }) => endedAt === null) ?? null,
      before: periods.filter(({ endedAt }) => endedAt !== null),
      people: people.map(({ coordinator, ...one }) => ({ ...one, always: coordinator })),
    }
  },
  audit: (_view, _input, facts) => ofCase(facts),
})

const liftRoles = ['lider_gminny', 'lider_powiatowy', 'koordynator_zespolu', 'koordynator_rodziny']

const toldOf = async ({ tx }: Context, userIds: readonly string[], owner: string): Promise<Told[]> => {
  const rows = await tx.employment.findMany({
    where: { userId: { in: [...userIds] }, institutionId: owner, endsOn: null },
    select: { userId: true, institutionId: true },
  })
  return rows
}

/**
 * From now on only the named people see the case: not in search, lists, notifications or the history of anybody else.
 * Who restricts may leave themselves out (their own family); somebody who leads the case and the family's coordinator
 * stay in. What runs is ended and recorded anew. Figures go on counting it.
 */
export const restrictCase = defineCommand({
  name: 'case.restrict',
  input: z.strictObject({ caseId: uuid(), reason: prose(500), people: many(uuid()) }),
  subject: ownSubject,
  run: async (ctx, { caseId, reason, people }, facts) => {
    if (facts.status === 'erased') throw conflict('wrongState')
    const seers = await seersOf(ctx, caseId)
    if (people.some((id) => !seers.some((one) => one.userId === id))) throw invalid({ people: 'choose' })
    const always = seers.filter((one) => one.coordinator).map(({ userId }) => userId)
    const named = [...new Set([...people, ...always])]
    const lifts = seers.some(
      (one) => named.includes(one.userId) && one.ofOwner && liftRoles.includes(one.role),
    )
    if (!lifts) throw invalid({ people: 'restrictionNeedsLeader' })
    const own = named.includes(ctx.actor.userId)
    const told = await toldOf(ctx, named, facts.ownerInstitutionId)
    const fresh = named.filter((id) => !seers.some((one) => one.userId === id && one.named))
    const invited = await invitedAmong(ctx, caseId, fresh)
    await ctx.tx.$queryRaw`
      select app.restrict_case(${caseId}::uuid, ${reason}, ${named}::uuid[], 'zmiana listy osób')::text`
    await tell(ctx, told, { kind: 'case.restricted', teamId: facts.teamId, caseId })
    if (seers.some((one) => one.named))
      await tell(ctx, invited, { kind: 'participant.invited', teamId: facts.teamId })
    return { caseId, own }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** The restriction ends with a reason; everybody sees again what role and consent open. */
export const unrestrictCase = defineCommand({
  name: 'case.unrestrict',
  input: z.strictObject({ caseId: uuid(), reason: prose(500) }),
  subject: ownSubject,
  run: async ({ tx, actor, now }, { caseId, reason }) => {
    const ended = await tx.caseRestriction.updateMany({
      where: { caseId, endedAt: null },
      data: { endedAt: now, endedById: actor.userId, endReason: reason },
    })
    if (ended.count !== 1) throw conflict('wrongState')
    return { caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
