import { z } from 'zod'
import { placeByKind, registerInstitution, similarInstitutions } from '@/lib/institutions'
import { AppError } from '@/lib/platform/errors'
import { flag, line, optional } from '@/lib/platform/input'
import type { Context } from '@/lib/policy/usecase'
import { mayBeParty } from '@/lib/teams/composition'

/** New institutions by kind: a name, and "it is another one" after near-duplicates were shown. */
export const freshInput = z
  .record(
    z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]*$/u, 'choose'),
    z.strictObject({ name: optional(line(200)), confirmed: flag() }),
  )
  .default({})

type Fresh = z.output<typeof freshInput>
export type FreshParty = { readonly kindKey: string; readonly institutionId: string }

/**
 * Registers the institutions that were typed in. A name like that of a known one comes back as an error beside its
 * field, naming the known ones, until the person says that it is another institution.
 */
export const registerFresh = async (ctx: Context, fresh: Fresh, gminaCode: string): Promise<FreshParty[]> => {
  const wanted = Object.entries(fresh).flatMap(([kindKey, { name, confirmed }]) =>
    name ? [{ kindKey, name, confirmed }] : [],
  )
  const errors: Record<string, string> = {}
  for (const { kindKey, name, confirmed } of wanted) {
    if (confirmed) continue
    const { seatCode } = await placeByKind(ctx.tx, kindKey, gminaCode)
    const like = await similarInstitutions(ctx.tx, { name, kindKey, seatCode })
    if (like.length > 0)
      errors[`fresh.${kindKey}.name`] =
        `similarInstitution:${like.map((i) => `${i.name} (${i.seat})`).join('; ')}`
  }
  if (Object.keys(errors).length > 0) throw new AppError('invalid', 'similarInstitutions', errors)
  const made: FreshParty[] = []
  for (const { kindKey, name } of wanted) {
    const place = await placeByKind(ctx.tx, kindKey, gminaCode)
    made.push({ kindKey, institutionId: await registerInstitution(ctx, { name, kindKey, ...place }) })
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
