import { institutionKinds } from '@/lib/catalogue'
import { AppError, conflict, forbidden } from '@/lib/platform/errors'
import type { Institution } from '@/lib/platform/generated/prisma/client'
import { may } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

/** Kinds that open a region or the platform: a ROPS is founded by the operator, the others come with the installation. */
const reserved: ReadonlySet<string> = new Set(['rops', 'ministerstwo', 'operator'])

export const isReservedKind = (kindKey: string): boolean => reserved.has(kindKey)

/** Kinds that the registry knows and anybody who registers may choose. */
export const registryKinds = () => institutionKinds().filter(({ key }) => !isReservedKind(key))

export const levelOfKind = (kindKey: string): string =>
  institutionKinds().find(({ key }) => key === kindKey)?.level ?? 'gmina'

export type Identity = Pick<Institution, 'kindKey' | 'replacesOps' | 'wojewodztwoCode'>

const refuseBroken = async ({ tx }: Context, institutionId: string, kindKey: string): Promise<void> => {
  const [broken] = await tx.$queryRaw<{ teams: string[]; roles: number }[]>`
    select app.teams_broken_by_kind(${institutionId}::uuid, ${kindKey}) as teams,
           app.roles_broken_by_kind(${institutionId}::uuid, ${kindKey}) as roles`
  if (broken && broken.teams.length > 0) throw conflict('kindBreaksTeam', { teams: broken.teams.join(', ') })
  if (broken && broken.roles > 0) throw conflict('kindBreaksRoles', { count: broken.roles })
}

/**
 * What an institution is decides which roles its people may hold, and some see a whole region: so the kind and the
 * voivodeship are changed by the region or the operator only, never to or from a reserved kind, and never under a team
 * that stands on them. `app.institution_kind_kept` is the second lock.
 */
export const demandIdentity = async (ctx: Context, before: Institution, after: Identity): Promise<void> => {
  const kindChanged = before.kindKey !== after.kindKey || before.replacesOps !== after.replacesOps
  const moved = before.wojewodztwoCode !== after.wojewodztwoCode
  if (!kindChanged && !moved) return
  const field = kindChanged ? 'kindKey' : 'seatCode'
  if (isReservedKind(before.kindKey) || isReservedKind(after.kindKey))
    throw new AppError('invalid', 'invalid', { [field]: kindChanged ? 'kindReserved' : 'otherRegion' })
  const ofRegion = (wojewodztwoCode: string) =>
    may(ctx.actor, 'institution.reclassify', { institutionId: before.id, wojewodztwoCode })
  if (!ofRegion(before.wojewodztwoCode)) throw forbidden('kindNotYours')
  if (!ofRegion(after.wojewodztwoCode)) throw new AppError('invalid', 'invalid', { seatCode: 'otherRegion' })
  if (before.kindKey !== after.kindKey) await refuseBroken(ctx, before.id, after.kindKey)
}
