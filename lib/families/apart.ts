import type { Context } from '@/lib/policy/usecase'

/**
 * Two persons who must not meet take part in this case (domain 8.2 d). The cause of a protection is read by the mark `nk`
 * alone, so to everybody else nobody must be kept apart.
 */
export const keptApart = async ({ tx }: Context, caseId: string): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ apart: boolean }[]>`
    select exists (
      select from person_protection p join person_protection_cause k on k.protection_id = p.id
        join case_person her on her.person_id = p.person_id join case_person him on him.person_id = k.suspected_person_id
      where app.protected_today(p) and her.case_id = ${caseId}::uuid and him.case_id = ${caseId}::uuid
        and her.takes_part and her.left_on is null and him.takes_part and him.left_on is null) as apart`
  return row?.apart ?? false
}
