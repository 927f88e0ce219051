import type { CaseFacts } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import type { Context } from '@/lib/policy/usecase'

export type TransferPerson = {
  readonly personId: string
  readonly name: string
  readonly minor: boolean
  readonly takesPart: boolean
  /** Categories that consent or a basis opens to the receiving unit; empty: this person does not pass. */
  readonly categories: readonly DataCategory[]
}

/** What each person of the case has opened to the unit that is to take over, adults first. */
export const transferPeople = async (
  { tx }: Context,
  { caseId }: Pick<CaseFacts, 'caseId'>,
  toInstitutionId: string,
): Promise<TransferPerson[]> => tx.$queryRaw<TransferPerson[]>`
  select p.id as "personId", p.given_name || ' ' || p.family_name as name, p.is_minor as minor,
    cp.takes_part as "takesPart", s.categories
  from app.transfer_scope(${caseId}::uuid, ${toInstitutionId}::uuid) s
  join case_person cp on cp.person_id = s.person_id and cp.case_id = ${caseId}::uuid
  join person p on p.id = s.person_id
  order by cp.main desc, p.is_minor, p.name_folded`

/** Adults who take part and have not opened their basic data to the receiving unit. */
export const adultsMissing = (people: readonly TransferPerson[]): TransferPerson[] =>
  people.filter((p) => p.takesPart && !p.minor && !p.categories.includes('PODSTAWOWE'))
