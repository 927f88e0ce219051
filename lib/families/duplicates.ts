import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { familyLinksOf, familyTwinsOf } from '@/lib/families/family-links'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { prose, uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

/** How one record knows the other: by number, or by full name and birth date where a number is missing. */
export type TwinBy = 'pesel' | 'name'

/** A record of the own unit that may be the same human being as a person of this case. */
export type Twin = {
  readonly personId: string
  readonly name: string
  readonly twinId: string
  readonly twinName: string
  readonly bornOn: IsoDate | null
  readonly by: TwinBy
  /** Cases in which the other record stands, as far as this reader sees them. */
  readonly cases: readonly { readonly id: string; readonly number: string }[]
  /** Both records are in this very case: then one of them is removed, not linked. */
  readonly here: boolean
}

type TwinRow = Omit<Twin, 'bornOn'> & { bornOn: Date | null }

/** Asked with the reader's own rights: nothing outside them is found. */
const twinsOf = async ({ tx }: Context, facts: CaseFacts): Promise<Twin[]> => {
  const rows = await tx.$queryRaw<TwinRow[]>`
    with t as materialized (
      select distinct on (person_id, twin_id) * from app.person_twins(${facts.ownerInstitutionId}::uuid, array(
        select k.person_id from case_person k where k.case_id = ${facts.caseId}::uuid))
      where how in ('pesel', 'name') and person_id <> twin_id order by person_id, twin_id, how desc)
    select t.person_id as "personId", p.given_name || ' ' || p.family_name as name, t.twin_id as "twinId",
      q.given_name || ' ' || q.family_name as "twinName", i.born_on as "bornOn", t.how as by,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number) order by c.number)
        from case_person k join family_case c on c.id = k.case_id where k.person_id = t.twin_id), '[]') as cases,
      exists (select from case_person k where k.case_id = ${facts.caseId}::uuid and k.person_id = t.twin_id) as here
    from t join person p on p.id = t.person_id join person q on q.id = t.twin_id
      left join person_identity i on i.person_id = t.twin_id
    where not exists (select from person_link l where l.unlinked_at is null
      and (l.kept_id, l.other_id) in ((t.person_id, t.twin_id), (t.twin_id, t.person_id)))
    order by p.name_folded, q.name_folded, t.twin_id`
  return rows.map((row) => ({ ...row, bornOn: fromDbDateOrNull(row.bornOn) }))
}

/** Links of the persons of this case, those that hold first. */
const linksOf = ({ tx }: Context, caseId: string) =>
  tx.personLink.findMany({
    where: {
      OR: [{ kept: { cases: { some: { caseId } } } }, { other: { cases: { some: { caseId } } } }],
    },
    include: {
      kept: { select: { givenName: true, familyName: true } },
      other: { select: { givenName: true, familyName: true } },
    },
    orderBy: [{ unlinkedAt: { sort: 'desc', nulls: 'first' } }, { linkedAt: 'desc' }],
  })

const full = (p: { givenName: string; familyName: string }) => `${p.givenName} ${p.familyName}`

const workers = async ({ tx }: Context, ids: readonly string[]) =>
  new Map(
    (
      await tx.userAccount.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, givenName: true, familyName: true },
      })
    ).map((u) => [u.id, full(u)]),
  )

type LinkRow = {
  readonly id: string
  readonly keptId: string
  readonly otherId: string
  readonly reason: string
  readonly linkedById: string
  readonly linkedAt: Date
  readonly unlinkedById: string | null
  readonly unlinkedAt: Date | null
  readonly unlinkReason: string | null
}

const linkView = (row: LinkRow, by: ReadonlyMap<string, string>) => ({
  id: row.id,
  keptId: row.keptId,
  otherId: row.otherId,
  reason: row.reason,
  linkedBy: by.get(row.linkedById) ?? null,
  linkedAt: row.linkedAt,
  unlinkedBy: by.get(row.unlinkedById ?? '') ?? null,
  unlinkedAt: row.unlinkedAt,
  unlinkReason: row.unlinkReason,
})

/** Records of the own unit that may be, or are linked as, one person; for who works on the case, within what they read. */
export const readDuplicates = defineQuery({
  name: 'person.duplicates',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts) => {
    const may = mayAll(ctx.actor, facts, 'person.link', 'person.unlink', 'family.link', 'family.unlink')
    const own = facts.ownerInstitutionId === ctx.actor.institutionId
    const rows = await linksOf(ctx, caseId)
    const families = own ? await familyLinksOf(ctx, facts.familyId) : []
    const by = await workers(
      ctx,
      [...rows, ...families].flatMap((r) => [r.linkedById, ...(r.unlinkedById ? [r.unlinkedById] : [])]),
    )
    return {
      caseId,
      twins: own ? await twinsOf(ctx, facts) : [],
      links: rows.map((row) => ({ ...linkView(row, by), kept: full(row.kept), other: full(row.other) })),
      families: {
        twins: own ? await familyTwinsOf(ctx, facts) : [],
        links: families.map((row) => ({
          ...linkView(row, by),
          kept: row.kept.label,
          other: row.other.label,
        })),
      },
      may: {
        link: own && may['person.link'],
        unlink: own && may['person.unlink'],
        linkFamilies: own && may['family.link'],
        unlinkFamilies: own && may['family.unlink'],
      },
    }
  },
  audit: ({ twins, links }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'identity',
    subjectIds: [
      ...new Set([
        ...twins.flatMap((t) => [t.personId, t.twinId]),
        ...links.flatMap((l) => [l.keptId, l.otherId]),
      ]),
    ],
  }),
})
export type DuplicatesPage = Awaited<ReturnType<typeof readDuplicates.execute>>

type Linked = { readonly personIds: readonly string[]; readonly reason: string }
const audit = ({ personIds, reason }: Linked, _input: unknown, facts: CaseFacts) => ({
  ...ofCase(facts),
  subjectKind: 'identity',
  subjectIds: [...personIds],
  reason,
})

/** Two records are one person: the second points to the one that is kept. Nothing in either changes. */
export const linkPersons = defineCommand({
  name: 'person.link',
  input: z.strictObject({
    caseId: uuid(),
    personId: uuid(),
    twinId: uuid(),
    keep: z.enum(['this', 'twin'], { error: 'choose' }),
    reason: prose(1000),
  }),
  subject: bySubject,
  run: async (ctx, { personId, twinId, keep, reason }, facts): Promise<Linked> => {
    const { tx, actor } = ctx
    if (facts.ownerInstitutionId !== actor.institutionId) throw notFound()
    const twin = (await twinsOf(ctx, facts)).find((t) => t.personId === personId && t.twinId === twinId)
    if (!twin) throw notFound()
    if (twin.here) throw invalid({ keep: 'bothInCase' })
    const [keptId, otherId] = keep === 'this' ? [personId, twinId] : [twinId, personId]
    const chained = { unlinkedAt: null, OR: [{ otherId: { in: [keptId, otherId] } }, { keptId: otherId }] }
    if ((await tx.personLink.count({ where: chained })) > 0) throw conflict('linkedAlready')
    await tx.personLink.createMany({
      data: [
        {
          ownerInstitutionId: facts.ownerInstitutionId,
          keptId,
          otherId,
          reason,
          linkedById: actor.userId,
          linkedAt: ctx.now,
        },
      ],
    })
    return { personIds: [keptId, otherId], reason }
  },
  audit,
})

/** It was a mistake: the records stand by themselves again, exactly as before. */
export const unlinkPersons = defineCommand({
  name: 'person.unlink',
  input: z.strictObject({ caseId: uuid(), linkId: uuid(), reason: prose(1000) }),
  subject: bySubject,
  run: async (ctx, { caseId, linkId, reason }, facts): Promise<Linked> => {
    const link = (await linksOf(ctx, caseId)).find(({ id }) => id === linkId)
    if (!link || facts.ownerInstitutionId !== ctx.actor.institutionId) throw notFound()
    const changed = await ctx.tx.personLink.updateMany({
      where: { id: linkId, unlinkedAt: null },
      data: { unlinkedById: ctx.actor.userId, unlinkedAt: ctx.now, unlinkReason: reason },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { personIds: [link.keptId, link.otherId], reason }
  },
  audit,
})
