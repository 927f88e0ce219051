import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { conflict, notFound } from '@/lib/platform/errors'
import { prose, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** Another family of the own unit that may be this one, as the links of persons show. */
export type FamilyTwin = {
  readonly familyId: string
  readonly label: string
  /** Persons of this case who stand there too. */
  readonly persons: readonly string[]
  readonly cases: readonly { readonly id: string; readonly number: string }[]
}

/**
 * Families of the own unit in which somebody of this case was recorded a second time, or at least two of its persons
 * stand: one common person alone is often a child of two homes. Asked with the reader's own rights.
 */
export const familyTwinsOf = ({ tx }: Context, facts: CaseFacts): Promise<FamilyTwin[]> =>
  tx.$queryRaw<FamilyTwin[]>`
    with own as materialized (
      select k.person_id from case_person k where k.case_id = ${facts.caseId}::uuid and k.left_on is null),
    same as materialized (
      select person_id as own, person_id as id, false as twice from own
      union all select o.person_id, l.other_id, true from own o join person_link l on l.kept_id = o.person_id and l.unlinked_at is null
      union all select o.person_id, l.kept_id, true from own o join person_link l on l.other_id = o.person_id and l.unlinked_at is null)
    select f.id as "familyId", f.label, array_agg(distinct p.given_name || ' ' || p.family_name) as persons,
      jsonb_agg(distinct jsonb_build_object('id', c.id, 'number', c.number)) as cases
    from same s join case_person k on k.person_id = s.id and k.left_on is null
      join family_case c on c.id = k.case_id and c.status <> 'erased' and c.owner_institution_id = ${facts.ownerInstitutionId}::uuid
      join family f on f.id = c.family_id and f.id <> ${facts.familyId}::uuid
      join person p on p.id = s.own
    where not exists (select from family_link l where l.unlinked_at is null
      and (l.kept_id, l.other_id) in ((f.id, ${facts.familyId}::uuid), (${facts.familyId}::uuid, f.id)))
    group by f.id, f.label having bool_or(s.twice) or count(distinct s.own) > 1
    order by f.label, f.id`

/** Links of this family, those that hold first. */
export const familyLinksOf = async ({ tx }: Context, familyId: string | null) =>
  familyId === null
    ? []
    : tx.familyLink.findMany({
        where: { OR: [{ keptId: familyId }, { otherId: familyId }] },
        include: { kept: { select: { label: true } }, other: { select: { label: true } } },
        orderBy: [{ unlinkedAt: { sort: 'desc', nulls: 'first' } }, { linkedAt: 'desc' }],
      })

type Linked = { readonly reason: string }
const audit = ({ reason }: Linked, _input: unknown, facts: CaseFacts) => ({ ...ofCase(facts), reason })

/** Two records are one family: the second points to the one that is kept. Each keeps its cases and their history. */
export const linkFamilies = defineCommand({
  name: 'family.link',
  input: z.strictObject({
    caseId: uuid(),
    familyId: uuid(),
    keep: z.enum(['this', 'twin'], { error: 'choose' }),
    reason: prose(1000),
  }),
  subject: bySubject,
  run: async (ctx, { familyId: twinId, keep, reason }, facts): Promise<Linked> => {
    const { tx, actor } = ctx
    const { familyId, ownerInstitutionId } = facts
    const twin = (await familyTwinsOf(ctx, facts)).find((one) => one.familyId === twinId)
    if (!twin || !familyId || ownerInstitutionId !== actor.institutionId) throw notFound()
    const [keptId, otherId] = keep === 'this' ? [familyId, twinId] : [twinId, familyId]
    const chained = { unlinkedAt: null, OR: [{ otherId: { in: [keptId, otherId] } }, { keptId: otherId }] }
    if ((await tx.familyLink.count({ where: chained })) > 0) throw conflict('linkedAlready')
    await tx.familyLink.createMany({
      data: [{ ownerInstitutionId, keptId, otherId, reason, linkedById: actor.userId, linkedAt: ctx.now }],
    })
    return { reason }
  },
  audit,
})

/** It was a mistake: the families stand by themselves again, exactly as before. */
export const unlinkFamilies = defineCommand({
  name: 'family.unlink',
  input: z.strictObject({ caseId: uuid(), linkId: uuid(), reason: prose(1000) }),
  subject: bySubject,
  run: async (ctx, { linkId, reason }, facts): Promise<Linked> => {
    const link = (await familyLinksOf(ctx, facts.familyId)).find(({ id }) => id === linkId)
    if (!link || facts.ownerInstitutionId !== ctx.actor.institutionId) throw notFound()
    const changed = await ctx.tx.familyLink.updateMany({
      where: { id: linkId, unlinkedAt: null },
      data: { unlinkedById: ctx.actor.userId, unlinkedAt: ctx.now, unlinkReason: reason },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { reason }
  },
  audit,
})
