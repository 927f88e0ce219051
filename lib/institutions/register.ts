import { randomUUID } from 'node:crypto'
import { institutionKinds } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import { isReservedKind, levelOfKind } from '@/lib/institutions/kinds'
import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Context } from '@/lib/policy/usecase'
import { gminaCodesWithin } from '@/lib/territory'

export type Similar = { readonly id: string; readonly name: string; readonly seat: string }

type Candidate = {
  readonly name: string
  readonly kindKey: string
  /** Gmina or, where only that is known, powiat. */
  readonly seatCode: string
  readonly regon?: string | null
  readonly nip?: string | null
  readonly exceptId?: string
}

/** Kinds of which a gmina (or powiat) has one: the same kind in the same place is a duplicate whatever its name. */
const onlyOne = new Set([
  'ops',
  'mopr',
  'pcpr',
  'urzad_gminy',
  'starostwo',
  'pup',
  'gkrpa',
  'zi',
  'rada_gminy',
  'rada_powiatu',
])

/**
 * Near-duplicates, shown before a second one is made: the same REGON or NIP anywhere; the same kind in the same place
 * where there is only one; a like name in the same place (trigrams, so word order and endings matter little), or almost
 * the same name elsewhere in the voivodeship: "GOPS w Hyżnem" is no duplicate of "GOPS w Krasnem".
 */
export const similarInstitutions = async (tx: Tx, candidate: Candidate): Promise<Similar[]> => {
  const { kindKey, seatCode, exceptId } = candidate
  const level = institutionKinds().find((k) => k.key === kindKey)?.level
  const place = level === 'powiat' ? seatCode.slice(0, 4) : seatCode
  const single = onlyOne.has(kindKey)
  const folded = fold(candidate.name)
  return tx.$queryRaw<Similar[]>`
    select i.id, i.name, coalesce(u.name, i.seat_code) as seat
    from institution i left join territory_unit u on u.code = i.seat_code
    where i.ended_on is null and i.id <> coalesce(${exceptId ?? null}::uuid, gen_random_uuid())
      and (i.regon = ${candidate.regon ?? null} or i.nip = ${candidate.nip ?? null}
        or (${single} and i.kind_key = ${kindKey} and i.seat_code like ${`${place}%`})
        or (${single} and i.kind_key = ${kindKey} and exists (
              select from institution_area a where a.institution_id = i.id and a.unit_code like ${`${place}%`}))
        or (i.wojewodztwo_code = ${seatCode.slice(0, 2)} and similarity(i.name_folded, ${folded})
              >= case when i.seat_code like ${`${place}%`} then 0.6 else 0.9 end))
    order by similarity(i.name_folded, ${folded}) desc, i.name
    limit 5`
}

export type NewInstitution = {
  readonly name: string
  readonly kindKey: string
  readonly seatCode: string
  readonly areaCodes: readonly string[]
  readonly replacesOps?: boolean
  readonly regon?: string | null
  readonly nip?: string | null
  readonly krs?: string | null
  readonly rspo?: string | null
  readonly rpwdl?: string | null
  readonly edoreczenia?: string | null
  readonly street?: string | null
  readonly postcode?: string | null
  readonly city?: string | null
  readonly phone?: string | null
  readonly email?: string | null
  readonly website?: string | null
}

/**
 * Writes new institutions and the gminas that they serve (a powiat stands for its gminas); the caller has looked for
 * near-duplicates. A ROPS is founded by people.createRops alone, kinds of the platform by nobody.
 */
export const registerInstitutions = async (
  { tx, actor, useCase }: Context,
  institutions: readonly (NewInstitution & { readonly id: string })[],
): Promise<void> => {
  if (useCase !== 'people.createRops' && institutions.some(({ kindKey }) => isReservedKind(kindKey)))
    throw new AppError('invalid', 'invalid', { kindKey: 'kindReserved' })
  await tx.institution.createMany({
    data: institutions.map(({ areaCodes, ...data }) => ({
      ...data,
      nameFolded: fold(data.name),
      level: levelOfKind(data.kindKey),
      wojewodztwoCode: data.seatCode.slice(0, 2),
      createdById: actor.userId,
    })),
  })
  const powiaty = new Set(
    institutions.flatMap(({ areaCodes }) => areaCodes.filter((code) => code.length === 4)),
  )
  const within = new Map<string, string[]>()
  for (const code of powiaty) within.set(code, await gminaCodesWithin(tx, code))
  await tx.institutionArea.createMany({
    data: institutions.flatMap(({ id, areaCodes }) =>
      [...new Set(areaCodes.flatMap((code) => within.get(code) ?? [code]))].map((unitCode) => ({
        institutionId: id,
        unitCode,
      })),
    ),
  })
}

/** The same for one; gives its id. */
export const registerInstitution = async (ctx: Context, institution: NewInstitution): Promise<string> => {
  const id = randomUUID()
  await registerInstitutions(ctx, [{ ...institution, id }])
  return id
}

/** What the registry knows of a candidate already: the same body (nothing to add), or one like it. */
export type Known = { readonly id: string; readonly name: string; readonly same: boolean }

/**
 * `similarInstitutions` for a whole file in one question: the same REGON, or the same name and kind in the same place, is
 * the same body; the one body of its kind in this place, or a like name in it, is one like it. The NIP says nothing here:
 * schools and centres of a gmina bear that of the gmina. Two schools that differ in their number are two schools.
 */
export const knownInstitutions = async (
  tx: Tx,
  candidates: ReadonlyMap<number, Candidate>,
  /** Ids that do not count: what the same file added a moment ago. */
  except: readonly string[] = [],
): Promise<Map<number, Known>> => {
  const asked = [...candidates].map(([no, { name, kindKey, seatCode, regon }]) => ({
    no,
    folded: fold(name),
    kind: kindKey,
    seat: seatCode,
    place: levelOfKind(kindKey) === 'powiat' ? seatCode.slice(0, 4) : seatCode,
    single: onlyOne.has(kindKey),
    regon: regon ?? null,
  }))
  const rows = await tx.$queryRaw<(Known & { no: number })[]>`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a(no int, folded text, kind text, seat text, place text, single boolean, regon text)
    ), live as materialized (
      select id, name, name_folded, kind_key, seat_code, regon from institution
      where ended_on is null and id <> all (${[...except]}::uuid[])
    )
    select distinct on (found.no) found.no, found.id, found.name, found.same from (
      select a.no, i.id, i.name, true as same from asked a join live i on i.regon = a.regon
      union all select a.no, i.id, i.name, i.kind_key = a.kind and i.name_folded = a.folded
        from asked a join live i on i.seat_code = a.seat
        where similarity(i.name_folded, a.folded) >= 0.6
          and regexp_replace(i.name_folded, '\\D', '', 'g') = regexp_replace(a.folded, '\\D', '', 'g')
      union all select a.no, i.id, i.name, i.name_folded = a.folded
        from asked a join live i on i.kind_key = a.kind and left(i.seat_code, length(a.place)) = a.place where a.single
      union all select a.no, i.id, i.name, false from asked a join live i on i.kind_key = a.kind
        join institution_area s on s.institution_id = i.id and s.unit_code = a.seat where a.single
    ) found order by found.no, found.same desc, found.name`
  return new Map(rows.map(({ no, ...known }) => [no, known]))
}

/** Whether a place has one institution of this kind. */
export const oneOfAKind = (kindKey: string): boolean => onlyOne.has(kindKey)

/**
 * Where an institution of this kind sits and what it serves when only the gmina is known: gmina bodies serve the
 * gmina; powiat bodies the whole powiat, with a seat known to the powiat only; regional ones the voivodeship.
 */
export const placeByKind = async (
  tx: Tx,
  kindKey: string,
  gminaCode: string,
): Promise<{ seatCode: string; areaCodes: string[] }> => {
  const level = institutionKinds().find((k) => k.key === kindKey)?.level
  if (level === 'powiat') {
    const powiat = gminaCode.slice(0, 4)
    return { seatCode: powiat, areaCodes: await gminaCodesWithin(tx, powiat) }
  }
  if (level === 'wojewodztwo' || level === 'kraj')
    return { seatCode: gminaCode.slice(0, 2), areaCodes: [gminaCode.slice(0, 2)] }
  return { seatCode: gminaCode, areaCodes: [gminaCode] }
}
