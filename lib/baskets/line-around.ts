import type { LineHours, LineRow } from '@/lib/baskets/facts'
import type { CaseStatus } from '@/lib/cases'
import { type Question, question } from '@/lib/platform/ask'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'

type Asker = {
  line_id: string
  given_name: string
  family_name: string
  institution_name: string
  phone: string | null
}

type Named = { id: string; name: string }

export type AroundRow = {
  services: { key: string; name: string; unit: string; requiresDecision: boolean }[] | null
  regional: Named[] | null
  cases: { id: string; status: CaseStatus; family: string | null }[] | null
  /** of the one case of a basket */
  family?: string | null
  institutions: (Named & { phone: string | null; kindKey: string })[] | null
  links: { lineId: string; personId: string }[] | null
  people: (Named & { phone?: string | null; contactNote?: string | null })[] | null
  users?: Named[] | null
  askers?: Asker[] | null
  standsFor?: string[]
  inForce: string[]
  provided: string[]
}

const byId = <T extends { id: string }>(rows: readonly T[] | null): Map<string, T> =>
  new Map(rows?.map((row) => [row.id, row]))

/** What is known of the lines of one case before anything is asked around them. */
export type KnownLines = {
  readonly caseId: string
  readonly status: CaseStatus
  readonly familyId: string | null
  readonly links: NonNullable<AroundRow['links']>
}

/** Of the case, persons and links: what is not known yet. A basket shows no phone, so it does not ask for one. */
const whoseColumns = (rows: readonly LineRow[], known: KnownLines | null): Prisma.Sql => {
  const ids = rows.map((r) => r.id)
  if (!known)
    return Prisma.sql`
      (select json_agg(json_build_object('id', c.id, 'status', c.status, 'family', f.label))
        from family_case c left join family f on f.id = c.family_id
        where c.id = any (${[...new Set(rows.map((r) => r.caseId))]}::uuid[])) as cases,
      (select json_agg(json_build_object('lineId', b.line_id, 'personId', b.person_id))
        from line_beneficiary b where b.line_id = any (${ids}::uuid[])) as links,
      (select json_agg(json_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name, 'phone', pc.phone,
          'contactNote', pc.contact_note))
        from person p left join person_contact pc on pc.person_id = p.id where p.id = any (array(
          select b.person_id from line_beneficiary b where b.line_id = any (${ids}::uuid[])))) as people`
  const personIds = [...new Set(known.links.map((l) => l.personId))]
  const forAll = rows.some((row) => !known.links.some((l) => l.lineId === row.id))
  return Prisma.sql`
      ${forAll ? Prisma.sql`(select f.label from family f where f.id = ${known.familyId}::uuid)` : Prisma.sql`null`} as family,
      (select json_agg(json_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name))
        from person p where p.id = any (${personIds}::uuid[])) as people`
}

/** Who delivers and who asks: it stands on the page of a line and on paper. */
const namesColumns = (rows: readonly LineRow[]): Prisma.Sql => Prisma.sql`,
      (select json_agg(json_build_object('id', u.id, 'name', u.given_name || ' ' || u.family_name))
        from user_account u where u.id = any (${rows.flatMap((r) => r.responsibleUserId ?? [])}::uuid[])) as users,
      (select json_agg(a) from app.line_askers(${rows.map((r) => r.id)}::uuid[]) a) as askers,
      app.stands_for()::text[] as "standsFor"`

/**
 * Everything around these lines that this actor may see: row-level security answers each part. `known`: lines of one
 * basket, without the people behind them.
 */
export const columnsFor = (
  { actor, today }: Context,
  rows: readonly LineRow[],
  known: KnownLines | null,
): Prisma.Sql => {
  const ids = rows.map((r) => r.id)
  const institutionIds = [...new Set(rows.map((r) => r.providerInstitutionId))]
  const serviceKeys = [...new Set(rows.map((r) => r.serviceKey))]
  const regionalIds = rows.flatMap((r) => r.regionalServiceId ?? [])
  return Prisma.sql`
      (select json_agg(json_build_object('key', s.key, 'name', coalesce(o.name, s.name_pl), 'unit', s.unit,
          'requiresDecision', s.requires_decision))
        from service_type s left join service_overlay o on o.service_key = s.key and o.kind = 'renamed'
          and o.wojewodztwo_code = ${actor.wojewodztwoCode} and o.starts_on <= ${today}::date
          and (o.ended_on is null or o.ended_on > ${today}::date)
        where s.key = any (${serviceKeys})) as services,
      (select json_agg(json_build_object('id', o.id, 'name', o.name))
        from service_overlay o where o.id = any (${regionalIds}::uuid[])) as regional,
      (select json_agg(json_build_object('id', i.id, 'name', i.name, 'phone', i.phone, 'kindKey', i.kind_key))
        from institution i where i.id = any (${institutionIds}::uuid[])) as institutions,
      ${whoseColumns(rows, known)},
      app.lines_in_force(${ids}::uuid[]) as "inForce",
      app.provider_line_ids() as provided${known ? Prisma.empty : namesColumns(rows)}`
}

export const byKey = (around: AroundRow, known: KnownLines | null) => ({
  services: new Map(around.services?.map((s) => [s.key, s])),
  regional: byId(around.regional),
  cases: byId(
    known ? [{ id: known.caseId, status: known.status, family: around.family ?? null }] : around.cases,
  ),
  institutions: byId(around.institutions ?? null),
  links: known?.links ?? around.links ?? [],
  people: byId(around.people),
  users: byId(around.users ?? null),
  standsFor: new Set(around.standsFor),
  askers: new Map(around.askers?.map((a) => [a.line_id, a])),
  inForce: new Set(around.inForce),
  provided: new Set(around.provided),
})

export type LineAround = ReturnType<typeof byKey>

/** Day, hour and place of these lines, as far as this reader may know them (domain 8.2 d). */
export const hoursAmong = (ids: readonly string[]): Question<ReadonlyMap<string, LineHours>> =>
  question(
    Prisma.sql`(select json_agg(json_build_object('id', s.line_id, 'place', s.place, 'weekday', s.weekday,
        'atTime', s.at_time, 'lastDeliveryOn', s.last_delivery_on))
      from line_schedule s where s.line_id = any (${ids as string[]}::uuid[])) as hours`,
    ({ hours }: { hours: (LineHours & { id: string })[] | null }) => byId(hours),
  )
