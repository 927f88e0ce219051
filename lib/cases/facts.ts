import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import type { CaseStatus, SubjectKind } from '@/lib/platform/generated/prisma/enums'
import type { Facts } from '@/lib/policy/decide'
import { type Context, loadedOnce } from '@/lib/policy/usecase'

export type { CaseStatus, SubjectKind }

/** Of a case what rules ask for: nothing here is about a person. */
export type CaseFacts = Facts & {
  readonly caseId: string
  readonly teamId: string
  readonly ownerInstitutionId: string
  readonly number: string
  readonly subject: SubjectKind
  readonly status: CaseStatus
  readonly statusSince: IsoDate
  readonly openedOn: IsoDate
  readonly dueOn: IsoDate | null
  readonly closedOn: IsoDate | null
  readonly planInForceOn: IsoDate | null
  readonly familyId: string | null
  readonly gminaCode: string
  /** The version of its variant that it goes by; null: the national model. */
  readonly variantVersionId: string | null
  readonly version: number
}

type Row = {
  id: string
  teamId: string
  ownerInstitutionId: string
  number: string
  subject: SubjectKind
  status: CaseStatus
  statusSince: Date
  openedOn: Date
  dueOn: Date | null
  closedOn: Date | null
  planInForceOn: Date | null
  familyId: string | null
  gminaCode: string
  variantVersionId: string | null
  version: number
  participates: boolean
  open: boolean
  provider: string | null
  responsible: string | null
}

const select = (caseId: string, also: Prisma.Sql, joined: Prisma.Sql): Prisma.Sql =>
  // The set of lines is asked once (a scalar subquery): bare in the WHERE it is asked for every line of the case.
  Prisma.sql`
    with line as materialized (
      select l.provider_institution_id, l.responsible_user_id from basket_line l
      where l.case_id = ${caseId}::uuid and l.id = any ((select app.provider_line_ids())::uuid[]))
    select c.id, c.team_id as "teamId", c.owner_institution_id as "ownerInstitutionId", c.number,
      c.subject::text, c.status::text, c.status_since as "statusSince", c.opened_on as "openedOn", c.due_on as "dueOn",
      c.closed_on as "closedOn", c.plan_in_force_on as "planInForceOn", c.family_id as "familyId",
      c.gmina_code as "gminaCode", c.variant_version_id as "variantVersionId", c.version,
      c.owner_institution_id = app.institution_id() or exists (
        select from case_participant p where p.case_id = c.id and p.institution_id = app.institution_id()
          and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today())) as participates,
      c.owner_institution_id = app.institution_id() or app.case_open(app.institution_id(), c.id) as open,
      (select min(provider_institution_id::text) from line) as provider,
      (select min(app.actor_id()::text) from line where responsible_user_id = any ((select app.stands_for())::uuid[])) as responsible${also}
    from family_case c ${joined} where c.id = ${caseId}::uuid`

const factsOf = (row: Row): CaseFacts => ({
  caseId: row.id,
  teamId: row.teamId,
  ownerInstitutionId: row.ownerInstitutionId,
  participates: row.participates,
  open: row.open,
  providerInstitutionId: row.provider,
  responsibleUserId: row.responsible,
  number: row.number,
  subject: row.subject,
  status: row.status,
  statusSince: fromDbDate(row.statusSince),
  openedOn: fromDbDate(row.openedOn),
  dueOn: fromDbDateOrNull(row.dueOn),
  closedOn: fromDbDateOrNull(row.closedOn),
  planInForceOn: fromDbDateOrNull(row.planInForceOn),
  familyId: row.familyId,
  gminaCode: row.gminaCode,
  variantVersionId: row.variantVersionId,
  version: row.version,
})

/**
 * The facts, and more columns of the case `c` asked in the same statement; throws notFound when the case is hidden or
 * absent.
 */
export const factsWith = async <T extends object>(
  { tx }: Context,
  caseId: string,
  also: Prisma.Sql,
  joined: Prisma.Sql,
): Promise<{ facts: CaseFacts; row: T }> => {
  const [row] = await tx.$queryRaw<(Row & T)[]>(select(caseId, also, joined))
  if (!row) throw notFound()
  return { facts: factsOf(row), row }
}

const load = async (ctx: Context, caseId: string): Promise<CaseFacts> =>
  (await factsWith(ctx, caseId, Prisma.empty, Prisma.empty)).facts

/**
 * Loads a case through row-level security with what policy needs: whether the own institution takes part and whether
 * consent opens the case to it. Throws notFound when the case is hidden or absent. Queries that read together load it
 * once.
 */
export const caseFacts = (ctx: Context, caseId: string): Promise<CaseFacts> =>
  loadedOnce(ctx, `case ${caseId}`, () => load(ctx, caseId))
