import { answererKey, type BasketFact, grantKey, pairKey, type Surroundings } from '@/lib/baskets/basket-fact'
import { hundredthsOrNull, type LineRow } from '@/lib/baskets/facts'
import { knownServices } from '@/lib/baskets/opposites'
import { type PlaceRow, placesIn } from '@/lib/baskets/places'
import type { CaseFacts } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'

/** What the rules ask of a line, with the ids that hang on it. */
export const basketFact = (
  row: LineRow,
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
  weekday: row.weekday,
  atTime: row.atTime,
  frequency: row.frequency,
  quantity: hundredthsOrNull(row.quantity),
  unit: row.unit,
  place: row.place,
  personIds: links.personIds,
  needIds: links.needIds,
  duplicateReason: row.duplicateReason,
  outsideAgreementReason: row.outsideAgreementReason,
})

type Granted = { institution: string; person: string | null; category: DataCategory }

export type BasketData = {
  readonly rows: readonly LineRow[]
  readonly lines: readonly BasketFact[]
  readonly goalsOf: ReadonlyMap<string, readonly string[]>
  readonly around: Surroundings
}

/** Of a line, or of what may become one, what an institution is asked for. */
type Wanted = Pick<BasketFact, 'providerId' | 'responsibleId' | 'category' | 'personIds'>

/** What must be open for these lines: the basic data and the category of each, for its persons, to its provider. */
const neededGrants = (
  facts: CaseFacts,
  lines: readonly Wanted[],
  takingPart: readonly string[],
): readonly Granted[] => {
  const needed = new Map<string, Granted>()
  for (const { providerId, personIds, category } of lines) {
    if (providerId === facts.ownerInstitutionId) continue
    const persons = personIds.length > 0 ? personIds : takingPart
    for (const person of facts.subject === 'environment' ? [null] : persons)
      for (const one of ['PODSTAWOWE', category] as const)
        needed.set(grantKey(providerId, person, one), { institution: providerId, person, category: one })
  }
  return [...needed.values()]
}

type Openness = {
  granted: Granted[] | null
  silent: { institution: string; person: string | null }[] | null
}

/** Two columns of a question: what live consents and bases open of what is needed, and where nobody could answer. */
const openness = (facts: CaseFacts, lines: readonly Wanted[], takingPart: readonly string[]): Prisma.Sql => {
  const needed = neededGrants(facts, lines, takingPart)
  return Prisma.sql`
    (select json_agg(json_build_object('institution', i, 'person', p, 'category', c))
      from unnest(${needed.map((n) => n.institution)}::uuid[], ${needed.map((n) => n.person)}::uuid[],
        ${needed.map((n) => n.category)}::data_category[]) as needed(i, p, c)
      where app.granted(i, ${facts.caseId}::uuid, p, c)) as granted,
    (select json_agg(json_build_object('institution', asked.i, 'person', asked.p)) from (
      select distinct i, p
      from unnest(${lines.map((l) => l.providerId)}::uuid[], ${lines.map((l) => l.responsibleId)}::uuid[]) as asked(i, p)
      where not app.somebody_answers(i, p, ${facts.ownerInstitutionId}::uuid)) asked) as silent`
}

const opened = (row: Openness | undefined): Pick<Surroundings, 'grants' | 'silent'> => ({
  grants: new Set(row?.granted?.map((g) => grantKey(g.institution, g.person, g.category))),
  silent: new Set(row?.silent?.map((one) => answererKey(one.institution, one.person))),
})

/** The same for a line that is only thought of, for these persons. */
export const openTo = async (ctx: Context, facts: CaseFacts, wanted: Wanted) => {
  const [row] = await ctx.tx.$queryRaw<Openness[]>`select ${openness(facts, [wanted], wanted.personIds)}`
  return opened(row)
}

type Answered = Openness & {
  places: PlaceRow[] | null
  settled: string[]
  apart: { a: string; b: string }[] | null
  hidden: string[]
}

/**
 * What the database answers about these lines, in one question: consents and bases, who could answer, where everything
 * is, which warnings were settled (none for who does not work on the case), and who must not meet (none without the mark
 * `nk`); and of which lines this reader is not to know the hour and the place (domain 8.2 d).
 */
const answered = async (
  { tx }: Context,
  facts: CaseFacts,
  lines: readonly BasketFact[],
  personIds: readonly string[],
): Promise<
  Pick<Surroundings, 'grants' | 'silent' | 'home' | 'seats' | 'settled' | 'apart'> & {
    hidden: ReadonlySet<string>
  }
> => {
  const [row] = await tx.$queryRaw<Answered[]>`
    select ${openness(facts, lines, personIds)},
      (select json_agg(json_build_object('id', place.id, 'lat', place.lat, 'lon', place.lon)) from (
        select i.id, u.lat, u.lon from institution i join territory_unit u on u.code = i.seat_code
          where i.id = any (${lines.map((l) => l.providerId)}::uuid[])
        union all select null, u.lat, u.lon from territory_unit u where u.code = ${facts.gminaCode}) place) as places,
      app.settled_warnings(${facts.caseId}::uuid) as settled,
      (select json_agg(json_build_object('a', p.person_id, 'b', k.suspected_person_id))
        from person_protection p join person_protection_cause k on k.protection_id = p.id
        where app.protected_today(p) and k.suspected_person_id is not null and p.person_id in (
          select c.person_id from case_person c where c.case_id = ${facts.caseId}::uuid)) as apart,
      app.hidden_line_ids(${lines.map((l) => l.id)}::uuid[])::text[] as hidden`
  return {
    ...opened(row),
    settled: new Set(row?.settled),
    apart: new Set(row?.apart?.map(({ a, b }) => pairKey(a, b))),
    hidden: new Set(row?.hidden),
    ...placesIn(row?.places ?? []),
  }
}

/** Agreement, parties, plan, persons and consents around the lines. */
const surroundingsOf = async (
  ctx: Context,
  facts: CaseFacts,
  lines: readonly BasketFact[],
): Promise<Surroundings & { readonly hidden: ReadonlySet<string> }> => {
  const row = await ctx.tx.familyCase.findUniqueOrThrow({
    where: { id: facts.caseId },
    select: {
      team: {
        select: {
          agreementFrom: true,
          agreementTo: true,
          members: { select: { institutionId: true, signedOn: true, leftOn: true } },
        },
      },
      persons: { where: { takesPart: true, leftOn: null }, select: { personId: true } },
      // versions that count: the one in force and the one being made
      plans: {
        where: { status: { in: ['draft', 'approval', 'inForce'] } },
        orderBy: { versionNo: 'desc' },
        take: 1,
        select: { startsOn: true, endsOn: true },
      },
    },
  })
  const personIds = row.persons.map((p) => p.personId)
  const plan = row.plans[0]
  const [from, to] = [fromDbDateOrNull(plan?.startsOn ?? null), fromDbDateOrNull(plan?.endsOn ?? null)]
  return {
    ownerId: facts.ownerInstitutionId,
    personIds,
    environment: facts.subject === 'environment',
    parties: (row.team?.members ?? []).map((m) => ({
      institutionId: m.institutionId,
      signedOn: fromDbDateOrNull(m.signedOn),
      leftOn: fromDbDateOrNull(m.leftOn),
    })),
    agreement: {
      from: fromDbDateOrNull(row.team?.agreementFrom ?? null),
      to: fromDbDateOrNull(row.team?.agreementTo ?? null),
    },
    plan: from && to ? { from, to } : null,
    ...knownServices(),
    ...(await answered(ctx, facts, lines, personIds)),
  }
}

/** The whole basket of a case as far as this person may see it. */
export const basketOf = async (ctx: Context, facts: CaseFacts): Promise<BasketData> => {
  const found = await ctx.tx.basketLine.findMany({
    where: { caseId: facts.caseId },
    orderBy: [{ startsOn: 'asc' }, { createdAt: 'asc' }],
    include: {
      beneficiaries: { select: { personId: true } },
      needs: { select: { needId: true } },
      goals: { select: { goalId: true } },
    },
  })
  const all = found.map(({ beneficiaries, needs, goals, ...row }) => row)
  const facted = found.map((row) =>
    basketFact(row, {
      personIds: row.beneficiaries.map((b) => b.personId),
      needIds: row.needs.map((n) => n.needId),
    }),
  )
  const goalsOf = new Map(found.map((row) => [row.id, row.goals.map((g) => g.goalId)]))
  const { hidden, ...around } = await surroundingsOf(ctx, facts, facted)
  const shown = <T extends { readonly id: string }>(line: T): T =>
    hidden.has(line.id) ? { ...line, weekday: null, atTime: null, place: null } : line
  return { rows: all.map(shown), lines: facted.map(shown), goalsOf, around }
}
