import { type CaseFacts, caseFacts } from '@/lib/cases/facts'
import type { Context } from '@/lib/policy/usecase'

/** Subject of a use case about one case. Throws notFound when the case is hidden or absent. */
export const bySubject = (ctx: Context, { caseId }: { caseId: string }): Promise<CaseFacts> =>
  caseFacts(ctx, caseId)

/** Audit subject of a use case about one case. */
export const ofCase = (facts: CaseFacts) => ({
  subjectKind: 'case',
  subjectIds: [facts.caseId],
  caseId: facts.caseId,
  teamId: facts.teamId,
  ownerInstitutionId: facts.ownerInstitutionId,
})
