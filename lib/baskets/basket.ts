import { answererKey, type BasketFact, grantKey, pairKey, type Surroundings } from '@/lib/baskets/basket-fact'
import { hundredthsOrNull, type LineHours, type LineRow, noHours } from '@/lib/baskets/facts'
import { knownServices } from '@/lib/baskets/opposites'
import { type PlaceRow, placesIn } from '@/lib/baskets/places'
import type { CaseFacts } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import { ask, type Question, question } from '@/lib/platform/ask'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'

/** What the rules ask of a line, with the ids that hang on it. */
export const basketFact = (
  row: LineRow,
  { weekday, atTime, place }: Pick<LineHours, 'weekday' | 'atTime' | 'place'>,
  links: { personIds: readonly string[]; needIds: readonly string[] },
): BasketFact => ({
  id: row.id,
  serviceKey: row.serviceKey,
  category: row.category,
  providerId: row.providerInstitutionId,
  responsibleId: row.responsibleUserId,
  status: row.status,
  since: fromDbDate(row.statusSince),
  answerDueOn: fromDbDateOrNull(row.answerDueOn),
  startsOn: fromDbDate(row.startsOn),
  endsOn: fromDbDateOrNull(row.endsOn),
  weekday,
  atTime,
  frequency: row.frequency,
  quantity: hundredthsOrNull(row.quantity),
  unit: row.unit,
  place,
  personIds: links.personIds,
  needIds: links.needIds,
  duplicateReason: row.duplicateReason,
  outsideAgreementReason: row.outsideAgreementReason,
})

/** Of a line, or of what may become one, what an institution is asked for. */
type Wanted = Pick<BasketFact, 'providerId' | 'responsibleId' | 'category' | 'personIds'>

type Granted = { institution: string; person: string | null; category: DataCategory }
/** `everyone`: of all who take part in the case, the database knows whom. */
type Needed = Granted & { everyone: boolean }

/**
 * What must be open for these lines: the basic data and the category of each, for its persons, to its provider. What is
 * open of a person is so only with the basic data (`app.person_granted`), so that those are asked for where it is not.
 */
const neededGrants = (facts: CaseFacts, lines: readonly Wanted[]): readonly Needed[] => {
  const needed = new Map<string, Needed>()
  for (const { providerId, personIds, category } of lines) {
    if (providerId === facts.ownerInstitutionId) continue
    const everyone = facts.subject !== 'environment' && personIds.length === 0
    const persons = facts.subject === 'environment' || everyone ? [null] : personIds
    for (const person of persons)
      for (const one of person || everyone ? [category] : (['PODSTAWOWE', category] as const))
        needed.set(`${grantKey(providerId, person, one)} ${everyone}`, {
          institution: providerId,
          person,
          category: one,
          everyone,
        })
  }
  return [...needed.values()]
}

type Openness = {
  granted: Granted[] | null
  silent: { institution: string; person: string | null }[] | null
}

/**
 * Two columns of a question: what live consents and bases open of what is needed, and where nobody could answer.
 * `takingPart` is the set of persons in the case.
 */
const openness = (facts: CaseFacts, lines: readonly Wanted[], takingPart: Prisma.Sql): Prisma.Sql => {
  const needed = neededGrants(facts, lines)
  return Prisma.sql`
    (select json_agg(json_build_object('institution', g.i, 'person', g.p, 'category', g.c)) from (
      select n.i, n.p, case when app.granted(n.i, ${facts.caseId}::uuid, n.p, n.c) then n.c
        when n.p is not null and n.c <> 'PODSTAWOWE' and app.granted(n.i, ${facts.caseId}::uuid, n.p, 'PODSTAWOWE')
        then 'PODSTAWOWE' end as c from (
      select needed.i, coalesce(needed.p, t.id) as p, needed.c
      from unnest(${needed.map((n) => n.institution)}::uuid[], ${needed.map((n) => n.person)}::uuid[],
        ${needed.map((n) => n.category)}::data_category[], ${needed.map((n) => n.everyone)}::boolean[])
        as needed(i, p, c, everyone) left join (${takingPart}) t on needed.everyone
      where not needed.everyone or t.id is not null) n) g where g.c is not null) as granted,
    (select json_agg(json_build_object('institution', asked.i, 'person', asked.p)) from (
      select distinct i, p
      from unnest(${lines.map((l) => l.providerId)}::uuid[], ${lines.map((l) => l.responsibleId)}::uuid[]) as asked(i, p)
      where not app.somebody_answers(i, p, ${facts.ownerInstitutionId}::uuid)
        -- a restricted case is seen by named people alone, so a question to a whole house is seen by nobody
        or p is null and i <> ${facts.ownerInstitutionId}::uuid and exists (
          select from case_restriction r where r.case_id = ${facts.caseId}::uuid and r.ended_at is null)) asked) as silent`
}

const opened = (row: Openness | undefined): Pick<Surroundings, 'grants' | 'silent'> => ({
  grants: new Set(
    row?.granted?.flatMap((g) => [
      grantKey(g.institution, g.person, g.category),
      ...(g.person ? [grantKey(g.institution, g.person, 'PODSTAWOWE')] : []),
    ]),
  ),
  silent: new Set(row?.silent?.map((one) => answererKey(one.institution, one.person))),
})

/** The same for a line that is only thought of, for these persons. */
export const openTo = async (ctx: Context, facts: CaseFacts, wanted: Wanted) => {
  const persons = Prisma.sql`select unnest(${[...wanted.personIds]}::uuid[]) as id`
  const [row] = await ctx.tx.$queryRaw<Openness[]>`select ${openness(facts, [wanted], persons)}`
  return opened(row)
}

type Answered = Openness & {
  agreement: Surroundings['agreement'] | null
  parties: Surroundings['parties'] | null
  plan: Surroundings['agreement'] | null
  persons: string[]
  places: PlaceRow[] | null
  settled: string[]
  apart: { a: string; b: string }[] | null
}

const aroundRow = (facts: CaseFacts, row: Answered): Surroundings => {
  const { from = null, to = null } = row.plan ?? {}
  return {
    ownerId: facts.ownerInstitutionId,
    personIds: row.persons,
    environment: facts.subject === 'environment',
    parties: row.parties ?? [],
    agreement: row.agreement ?? { from: null, to: null },
    plan: from && to ? { from, to } : null,
    ...knownServices(),
    ...opened(row),
    settled: new Set(row.settled),
    apart: new Set(row.apart?.map(({ a, b }) => pairKey(a, b))),
    ...placesIn(row.places ?? []),
  }
}

/**
 * What the database answers about these lines: agreement, parties and plan (the version that counts: in force or being
 * made); consents and bases, who could answer, where everything is, which warnings were settled (none for who does not
 * work on the case), and who must not meet (none without the mark `nk`).
 */
export const surroundingsOf = (facts: CaseFacts, lines: readonly BasketFact[]): Question<Surroundings> => {
  const takingPart = Prisma.sql`
    select p.person_id as id from case_person p
    where p.case_id = ${facts.caseId}::uuid and p.takes_part and p.left_on is null`
  return question<Answered, Surroundings>(
    Prisma.sql`${openness(facts, lines, takingPart)},
      (select json_build_object('from', t.agreement_from, 'to', t.agreement_to) from team t
        where t.id = ${facts.teamId}::uuid) as agreement,
      (select json_agg(json_build_object('institutionId', m.institution_id, 'signedOn', m.signed_on,
          'leftOn', m.left_on)) from team_member m where m.team_id = ${facts.teamId}::uuid) as parties,
      (select json_build_object('from', p.starts_on, 'to', p.ends_on) from plan p
        where p.case_id = ${facts.caseId}::uuid and p.status in ('draft', 'approval', 'inForce')
        order by p.version_no desc limit 1) as plan,
      array(select t.id from (${takingPart}) t) as persons,
      (select json_agg(json_build_object('id', place.id, 'lat', place.lat, 'lon', place.lon)) from (
        select i.id, u.lat, u.lon from institution i join territory_unit u on u.code = i.seat_code
          where i.id = any (${lines.map((l) => l.providerId)}::uuid[])
        union all select null, u.lat, u.lon from territory_unit u where u.code = ${facts.gminaCode}) place) as places,
      app.settled_warnings(${facts.caseId}::uuid) as settled,
      (select json_agg(json_build_object('a', p.person_id, 'b', k.suspected_person_id))
        from person_protection p join person_protection_cause k on k.protection_id = p.id
        where app.protected_today(p) and k.suspected_person_id is not null and p.person_id in (
          select c.person_id from case_person c where c.case_id = ${facts.caseId}::uuid)) as apart`,
    (row) => aroundRow(facts, row),
  )
}

type FoundLines = {
  readonly rows: readonly LineRow[]
  /** of the lines whose hours this reader may know */
  readonly hours: ReadonlyMap<string, LineHours>
  readonly lines: readonly BasketFact[]
  readonly goalsOf: ReadonlyMap<string, readonly string[]>
}

export type BasketData = FoundLines & { readonly around: Surroundings }

/** Every column of a line under the name that the model gives it. */
const columns = Prisma.raw(
  Object.keys(Prisma.BasketLineScalarFieldEnum)
    .map((field) => `l.${field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)} as "${field}"`)
    .join(', '),
)

type FoundRow = LineRow & {
  personIds: string[]
  needIds: string[]
  goalIds: string[]
  hours: LineHours | null
}

/**
 * Lines of the case that this person may see, in the order in which they begin. Asked by hand: the hot page waits for
 * it, and through the model it costs three times as much.
 */
export const linesOf = async ({ tx }: Context, facts: CaseFacts): Promise<FoundLines> => {
  const found = await tx.$queryRaw<FoundRow[]>`
    select ${columns},
      array(select b.person_id::text from line_beneficiary b where b.line_id = l.id) as "personIds",
      array(select n.need_id::text from line_need n where n.line_id = l.id) as "needIds",
      array(select g.goal_id::text from line_goal g where g.line_id = l.id) as "goalIds",
      case when s.line_id is not null then json_build_object('place', s.place, 'weekday', s.weekday, 'atTime', s.at_time,
        'lastDeliveryOn', s.last_delivery_on) end as hours
    from basket_line l left join line_schedule s on s.line_id = l.id where l.case_id = ${facts.caseId}::uuid order by l.starts_on, l.created_at`
  return {
    rows: found.map(({ personIds, needIds, goalIds, hours, ...row }) => row),
    hours: new Map(found.flatMap(({ id, hours }) => (hours ? [[id, hours]] : []))),
    lines: found.map((row) => basketFact(row, row.hours ?? noHours, row)),
    goalsOf: new Map(found.map((row) => [row.id, row.goalIds])),
  }
}

/** The whole basket of a case as far as this person may see it. */
export const basketOf = async (ctx: Context, facts: CaseFacts): Promise<BasketData> => {
  const found = await linesOf(ctx, facts)
  const [around] = await ask(ctx.tx, surroundingsOf(facts, found.lines))
  return { ...found, around }
}
