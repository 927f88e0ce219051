import { z } from 'zod'
import { placeByKind, registerInstitution, type Similar, similarInstitutions } from '@/lib/institutions'
import { AppError } from '@/lib/platform/errors'
import { flag, line, optional, uuid } from '@/lib/platform/input'
import type { Context } from '@/lib/policy/usecase'
import { mayBeParty } from '@/lib/teams/composition'

/** New institutions by kind: a name; after near-duplicates were shown, which of them it is, or that it is another. */
export const freshInput = z
  .record(
    z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]*$/u, 'choose'),
    z.strictObject({
      name: optional(line(200)),
      confirmed: flag(),
      known: optional(z.union([z.literal('other'), uuid()])).optional(),
    }),
  )
  .default({})

type Fresh = z.output<typeof freshInput>
export type FreshParty = { readonly kindKey: string; readonly institutionId: string }

/**
 * Registers the institutions that were typed in. A name like that of a known one comes back as an error beside its
 * field, with the known ones, until the person takes one of them or says that it is another institution.
 */
export const registerFresh = async (ctx: Context, fresh: Fresh, gminaCode: string): Promise<FreshParty[]> => {
  const wanted = Object.entries(fresh).flatMap(([kindKey, { name, confirmed, known }]) =>
    name
      ? [{ kindKey, name, decided: confirmed || Boolean(known), known: known === 'other' ? null : known }]
      : [],
  )
  const errors: Record<string, string> = {}
  const alike: Record<string, readonly Similar[]> = {}
  for (const { kindKey, name, decided } of wanted) {
    const { seatCode } = await placeByKind(ctx.tx, kindKey, gminaCode)
    const like = await similarInstitutions(ctx.tx, { name, kindKey, seatCode })
    if (like.length === 0) continue
    // those already decided come back with their choice, so that it is not asked again
    alike[`fresh.${kindKey}.name`] = like
    if (!decided)
      errors[`fresh.${kindKey}.name`] =
        `similarInstitution:${like.map((i) => `${i.name} (${i.seat})`).join('; ')}`
  }
  if (Object.keys(errors).length > 0)
    throw new AppError('invalid', 'similarInstitutions', errors, {}, {}, alike)
  const made: FreshParty[] = []
  for (const { kindKey, name, known } of wanted) {
    const place = await placeByKind(ctx.tx, kindKey, gminaCode)
    const institutionId = known ?? (await registerInstitution(ctx, { name, kindKey, ...place }))
    made.push({ kindKey, institutionId })
  }
  return made
}

/**
 * Parties are living institutions of a kind that has a place in a team: never the ministry, the operator, or the
 * interdisciplinary team, whose procedure is a separate one (domain 8.2).
 */
export const demandKinds = async (
  { tx }: Context,
  institutionIds: readonly string[],
  field: string,
): Promise<void> => {
  const wanted = [...new Set(institutionIds)]
  const living = await tx.institution.findMany({
    where: { id: { in: wanted }, endedOn: null },
    select: { kindKey: true },
  })
  if (living.length !== wanted.length) throw new AppError('invalid', 'invalid', { [field]: 'choose' })
  if (living.some(({ kindKey }) => !mayBeParty(kindKey)))
    throw new AppError('invalid', 'invalid', { [field]: 'noPlaceInTeam' })
}

/** Adds institutions to a team; who sits in it already is left alone. Gives the new ones. */
export const addParties = async (
  ctx: Context,
  teamId: string,
  institutionIds: readonly string[],
): Promise<string[]> => {
  const { tx, now } = ctx
  const present = await tx.teamMember.findMany({
    where: { teamId, leftOn: null },
    select: { institutionId: true },
  })
  const known = new Set(present.map((m) => m.institutionId))
  const wanted = [...new Set(institutionIds)].filter((id) => !known.has(id))
  await demandKinds(ctx, wanted, 'members')
  await tx.teamMember.createMany({
    data: wanted.map((institutionId) => ({ teamId, institutionId, invitedAt: now })),
  })
  return wanted
}
