import type { CaseFacts } from '@/lib/cases/facts'
import { openStages } from '@/lib/cases/state'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

/**
 * The same persons, also where the owner wrote one of them twice: by the record, by the PESEL, or because somebody linked
 * the two. Asked with the actor's own rights.
 */
const samePersons = async (
  { tx }: Context,
  caseId: string,
  onlyMain: boolean,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.$queryRaw<{ id: string; own: string }[]>`
    with own as (
      select k.person_id, i.pesel_hash from case_person k left join person_identity i on i.person_id = k.person_id
      where k.case_id = ${caseId}::uuid and k.left_on is null and (k.main or not ${onlyMain}))
    select person_id as id, person_id as own from own
    union select i.person_id, own.person_id from own join person_identity i on i.pesel_hash = own.pesel_hash
    union select l.other_id, own.person_id from own join person_link l on l.kept_id = own.person_id and l.unlinked_at is null
    union select l.kept_id, own.person_id from own join person_link l on l.other_id = own.person_id and l.unlinked_at is null`
  return new Map(rows.map(({ id, own }) => [id, own]))
}

export type OtherCase = {
  readonly caseId: string
  readonly number: string
  readonly name: string
  /** Main person there: then this case cannot be qualified as long as the other one is open. */
  readonly main: boolean
}

/**
 * Persons of this case who are in another open case of the gmina (domain 5.3.3, the soft warning), among the cases that
 * the actor sees anyway; what other institutions know is asked by the logged search alone.
 */
export const otherCasesOf = async (
  ctx: Context,
  { caseId, gminaCode }: Pick<CaseFacts, 'caseId' | 'gminaCode'>,
): Promise<OtherCase[]> => {
  const same = await samePersons(ctx, caseId, false)
  const rows = await ctx.tx.casePerson.findMany({
    where: {
      personId: { in: [...same.keys()] },
      caseId: { not: caseId },
      leftOn: null,
      familyCase: { gminaCode, status: { in: [...openStages] } },
    },
    include: {
      familyCase: { select: { number: true } },
      person: { select: { givenName: true, familyName: true } },
    },
    orderBy: [{ familyCase: { number: 'asc' } }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    caseId: row.caseId,
    number: row.familyCase.number,
    name: `${row.person.givenName} ${row.person.familyName}`,
    main: row.main,
  }))
}

export type DuplicateSearch = {
  readonly id: string
  readonly at: Date
  readonly by: string | null
  readonly reason: string
  readonly knownTo: readonly string[]
}

/** Searches for duplicates of this case with their answers, newest first; for who may search (row-level security). */
export const searchesOf = async ({ tx }: Context, caseId: string): Promise<DuplicateSearch[]> => {
  const rows = await tx.duplicateCheck.findMany({
    where: { caseId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 10,
  })
  const people = await tx.userAccount.findMany({
    where: { id: { in: rows.map((r) => r.actorId) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const institutions = await tx.institution.findMany({
    where: { id: { in: rows.flatMap((r) => r.knownTo) } },
    select: { id: true, name: true },
  })
  return rows.map((row) => {
    const by = people.find(({ id }) => id === row.actorId)
    return {
      id: row.id,
      at: row.at,
      by: by ? `${by.givenName} ${by.familyName}` : null,
      reason: row.reason,
      knownTo: row.knownTo.map((id) => institutions.find((i) => i.id === id)?.name ?? ''),
    }
  })
}

/** The newest ended case of the same main person at this owner (domain 4.2, row 15: "a new case, linked"). */
export const earlierCaseOf = async (
  ctx: Context,
  { caseId, ownerInstitutionId }: Pick<CaseFacts, 'caseId' | 'ownerInstitutionId'>,
): Promise<string | null> => {
  const same = await samePersons(ctx, caseId, true)
  const row = await ctx.tx.casePerson.findFirst({
    where: {
      personId: { in: [...same.keys()] },
      main: true,
      caseId: { not: caseId },
      familyCase: { ownerInstitutionId, status: { in: ['closed', 'archived'] } },
    },
    orderBy: [{ familyCase: { closedOn: { sort: 'desc', nulls: 'last' } } }, { id: 'asc' }],
    select: { caseId: true },
  })
  return row?.caseId ?? null
}

export type EarlierCase = { readonly id: string; readonly number: string; readonly closedOn: IsoDate | null }

/** The case that this one continues, where the actor may see it. */
export const previousOf = async ({ tx }: Context, id: string | null): Promise<EarlierCase | null> => {
  if (!id) return null
  const row = await tx.familyCase.findUnique({
    where: { id },
    select: { id: true, number: true, closedOn: true },
  })
  return row && { id: row.id, number: row.number, closedOn: fromDbDateOrNull(row.closedOn) }
}
