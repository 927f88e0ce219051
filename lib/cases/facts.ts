import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import type { CaseStatus, SubjectKind } from '@/lib/platform/generated/prisma/enums'
import type { Facts } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

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
  readonly version: number
}

type Reach = { participates: boolean; open: boolean; provider: string | null; responsible: string | null }

/**
 * Loads a case through row-level security with what policy needs: whether the own institution takes part and whether
 * consent opens the case to it. Throws notFound when the case is hidden or absent.
 */
export const caseFacts = async ({ tx, actor }: Context, caseId: string): Promise<CaseFacts> => {
  const row = await tx.familyCase.findUnique({ where: { id: caseId } })
  if (!row) throw notFound()
  // The set of lines is asked once (a scalar subquery): bare in the WHERE it is asked for every line of the case.
  const [reach] = await tx.$queryRaw<Reach[]>`
    with line as materialized (
      select l.provider_institution_id, l.responsible_user_id from basket_line l
      where l.case_id = ${caseId}::uuid and l.id = any ((select app.provider_line_ids())::uuid[]))
    select
      exists (select from case_participant p where p.case_id = ${caseId}::uuid and p.institution_id = app.institution_id()
        and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today())) as participates,
      app.case_open(app.institution_id(), ${caseId}::uuid) as open,
      (select min(provider_institution_id::text) from line) as provider,
      (select min(responsible_user_id::text) from line where responsible_user_id = app.actor_id()) as responsible`
  return {
    caseId: row.id,
    teamId: row.teamId,
    ownerInstitutionId: row.ownerInstitutionId,
    participates: row.ownerInstitutionId === actor.institutionId || (reach?.participates ?? false),
    open: row.ownerInstitutionId === actor.institutionId || (reach?.open ?? false),
    providerInstitutionId: reach?.provider ?? null,
    responsibleUserId: reach?.responsible ?? null,
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
    version: row.version,
  }
}
