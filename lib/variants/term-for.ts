import type { Term } from '@/lib/calendar'
import type { Context } from '@/lib/policy/usecase'
import { type ChosenTerm, standardTerms, type TermKey, termUnits } from '@/lib/variants/terms'

/** Whose deadline is asked for: a case goes by the version that it keeps, everything else by the one of its team. */
export type TermHolder = { readonly teamId: string; readonly caseId?: string | undefined }

/** A unit as it is stored. */
export const termUnit = (text: string): ChosenTerm['unit'] =>
  termUnits.find((unit) => unit === text) ?? 'calendar'

/** The deadline that holds here: what the team set for itself, else the version of the variant, else the default. */
export const termFor = async ({ tx }: Context, holder: TermHolder, key: TermKey): Promise<Term> => {
  const { teamId, caseId = null } = holder
  const [row] = await tx.$queryRaw<{ term: { unit: string; count: number } | null }[]>`
    select coalesce(
      (select jsonb_build_object('unit', d.unit, 'count', d.count) from team_deadline d
        where d.team_id = ${teamId}::uuid and d.key = ${key}),
      (select v.body -> 'terms' -> ${key} from variant_version v
        where v.id = case when ${caseId}::uuid is null
          then (select t.variant_version_id from team t where t.id = ${teamId}::uuid)
          else (select c.variant_version_id from family_case c where c.id = ${caseId}::uuid) end)) as term`
  const term = row?.term
  return term ? { unit: termUnit(term.unit), count: term.count } : standardTerms[key]
}
