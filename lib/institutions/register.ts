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

type NewInstitution = {
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
 * Writes a new institution and the gminas it serves; gives its id. The caller has looked for near-duplicates. A ROPS is
 * founded by people.createRops alone, kinds of the platform by nobody.
 */
export const registerInstitution = async (
  { tx, actor, useCase }: Context,
  { areaCodes, ...data }: NewInstitution,
): Promise<string> => {
  if (isReservedKind(data.kindKey) && useCase !== 'people.createRops')
    throw new AppError('invalid', 'invalid', { kindKey: 'kindReserved' })
  const id = randomUUID()
  await tx.institution.createMany({
    data: [
      {
        id,
        ...data,
        nameFolded: fold(data.name),
        level: levelOfKind(data.kindKey),
        wojewodztwoCode: data.seatCode.slice(0, 2),
        createdById: actor.userId,
      },
    ],
  })
  await tx.institutionArea.createMany({
    data: [...new Set(areaCodes)].map((unitCode) => ({ institutionId: id, unitCode })),
  })
  return id
}

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
