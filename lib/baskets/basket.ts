import type { LineRow } from '@/lib/baskets/facts'
import { answererKey, type BasketFact, grantKey, type Surroundings } from '@/lib/baskets/warnings'
import type { CaseFacts } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
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
  personIds: links.personIds,
  needIds: links.needIds,
  duplicateReason: row.duplicateReason,
  outsideAgreementReason: row.outsideAgreementReason,
})

type Granted = { institution: string; person: string | null; category: DataCategory }

/** What live consents and bases open to these institutions, for the persons of the case, in these categories. */
export const grantsOf = async (
  { tx }: Context,
  facts: CaseFacts,
  institutionIds: readonly string[],
  personIds: readonly string[],
  categories: readonly DataCategory[],
): Promise<ReadonlySet<string>> => {
  const persons = facts.subject === 'environment' ? [null] : personIds
  const rows = await tx.$queryRaw<Granted[]>`
    select i as institution, p as person, c as category
    from unnest(${[...new Set(institutionIds)]}::uuid[]) i cross join unnest(${persons}::uuid[]) p
      cross join unnest(${[...new Set<DataCategory>(['PODSTAWOWE', ...categories])]}::data_category[]) c
    where app.granted(i, ${facts.caseId}::uuid, p, c)`
  return new Set(rows.map((r) => grantKey(r.institution, r.person, r.category)))
}

type Asked = { readonly institutionId: string; readonly userId: string | null }

/** Of these institutions, with who is named there, the ones in which nobody could answer a question. */
export const silentOf = async (
  { tx }: Context,
  facts: CaseFacts,
  asked: readonly Asked[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx.$queryRaw<{ institution: string; person: string | null }[]>`
    select distinct i as institution, p as person
    from unnest(${asked.map((a) => a.institutionId)}::uuid[], ${asked.map((a) => a.userId)}::uuid[]) as asked(i, p)
    where not app.somebody_answers(i, p, ${facts.ownerInstitutionId}::uuid)`
  return new Set(rows.map((r) => answererKey(r.institution, r.person)))
}

/** Plan versions that count: the one in force and the one being made. */
const livePlan = async ({ tx }: Context, caseId: string) =>
  tx.plan.findFirst({
    where: { caseId, status: { in: ['draft', 'approval', 'inForce'] } },
    orderBy: { versionNo: 'desc' },
  })

export type BasketData = {
  readonly rows: readonly LineRow[]
  readonly lines: readonly BasketFact[]
  readonly goalsOf: ReadonlyMap<string, readonly string[]>
  readonly around: Surroundings
}

const grouped = <T>(items: readonly T[], key: (item: T) => string, value: (item: T) => string) => {
  const map = new Map<string, string[]>()
  for (const item of items) map.set(key(item), [...(map.get(key(item)) ?? []), value(item)])
  return map
}

/** Agreement, parties, plan, persons and consents around the lines. */
const surroundingsOf = async (
  ctx: Context,
  facts: CaseFacts,
  rows: readonly LineRow[],
  beneficiaries: readonly string[],
): Promise<Surroundings> => {
  const { tx } = ctx
  const team = await tx.team.findUnique({ where: { id: facts.teamId } })
  const members = await tx.teamMember.findMany({ where: { teamId: facts.teamId } })
  const persons = await tx.casePerson.findMany({
    where: { caseId: facts.caseId, takesPart: true, leftOn: null },
  })
  const personIds = persons.map((p) => p.personId)
  const plan = await livePlan(ctx, facts.caseId)
  const [from, to] = [fromDbDateOrNull(plan?.startsOn ?? null), fromDbDateOrNull(plan?.endsOn ?? null)]
  return {
    ownerId: facts.ownerInstitutionId,
    personIds,
    environment: facts.subject === 'environment',
    parties: members.map((m) => ({
      institutionId: m.institutionId,
      signedOn: fromDbDateOrNull(m.signedOn),
      leftOn: fromDbDateOrNull(m.leftOn),
    })),
    agreement: {
      from: fromDbDateOrNull(team?.agreementFrom ?? null),
      to: fromDbDateOrNull(team?.agreementTo ?? null),
    },
    plan: from && to ? { from, to } : null,
    grants: await grantsOf(
      ctx,
      facts,
      rows.map((r) => r.providerInstitutionId),
      [...new Set([...personIds, ...beneficiaries])],
      rows.map((r) => r.category),
    ),
    silent: await silentOf(
      ctx,
      facts,
      rows.map((r) => ({ institutionId: r.providerInstitutionId, userId: r.responsibleUserId })),
    ),
  }
}

/** The whole basket of a case as far as this person may see it. */
export const basketOf = async (ctx: Context, facts: CaseFacts): Promise<BasketData> => {
  const { tx } = ctx
  const where = { caseId: facts.caseId }
  const rows = await tx.basketLine.findMany({ where, orderBy: [{ startsOn: 'asc' }, { createdAt: 'asc' }] })
  const beneficiaries = await tx.lineBeneficiary.findMany({ where })
  const persons = grouped(
    beneficiaries,
    (b) => b.lineId,
    (b) => b.personId,
  )
  const needs = grouped(
    await tx.lineNeed.findMany({ where }),
    (n) => n.lineId,
    (n) => n.needId,
  )
  const goalsOf = grouped(
    await tx.lineGoal.findMany({ where }),
    (g) => g.lineId,
    (g) => g.goalId,
  )
  const lines = rows.map((row) =>
    basketFact(row, { personIds: persons.get(row.id) ?? [], needIds: needs.get(row.id) ?? [] }),
  )
  const around = await surroundingsOf(
    ctx,
    facts,
    rows,
    beneficiaries.map((b) => b.personId),
  )
  return { rows, lines, goalsOf, around }
}
