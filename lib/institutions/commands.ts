import { z } from 'zod'
import { fold } from '@/lib/format/fold'
import { institutionFields } from '@/lib/institutions/fields'
import { demandIdentity, type Identity, levelOfKind } from '@/lib/institutions/kinds'
import { registerInstitution, similarInstitutions } from '@/lib/institutions/register'
import { toDbDate } from '@/lib/platform/clock'
import { AppError, conflict, notFound, staleWith } from '@/lib/platform/errors'
import type { Institution } from '@/lib/platform/generated/prisma/client'
import { date, flag, optional, uuid, version } from '@/lib/platform/input'
import { type Facts, may } from '@/lib/policy/decide'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { gminaCodesWithin } from '@/lib/territory'

export const aboutInstitution = (id: string) => ({
  subjectKind: 'institution',
  subjectIds: [id],
  ownerInstitutionId: id,
})

/** The institution as policy sees it; notFound when there is none. */
export const institutionFacts = async (
  { tx }: Context,
  { institutionId }: { institutionId: string },
): Promise<Facts & { institutionId: string }> => {
  const row = await tx.institution.findUnique({ where: { id: institutionId } })
  if (!row) throw notFound()
  return { institutionId, wojewodztwoCode: row.wojewodztwoCode }
}

const demandUnits = async (
  { tx }: Context,
  seatCode: string,
  areaCodes: readonly string[],
): Promise<void> => {
  const wanted = [...new Set([seatCode, ...areaCodes])]
  const rows = await tx.territoryUnit.findMany({ where: { code: { in: wanted }, validTo: null } })
  const known = new Set(rows.map((r) => r.code))
  if (!known.has(seatCode)) throw new AppError('invalid', 'invalid', { seatCode: 'choose' })
  if (areaCodes.some((code) => !known.has(code)))
    throw new AppError('invalid', 'invalid', { areaCodes: 'choose' })
}

/** Gminas behind what was chosen: a powiat stands for its gminas, a voivodeship for itself (regional bodies). */
const expand = async ({ tx }: Context, codes: readonly string[]): Promise<string[]> => {
  const lists = await Promise.all(
    codes.map((code) => (code.length === 4 ? gminaCodesWithin(tx, code) : Promise.resolve([code]))),
  )
  return [...new Set(lists.flat())]
}

type Described = Parameters<typeof similarInstitutions>[1]

/**
 * A REGON names one body and is refused outright (index one_live_regon); what is only like comes back with links, until
 * the person says that it is another institution.
 */
const demandNew = async ({ tx }: Context, described: Described, confirmed: boolean): Promise<void> => {
  const { regon, exceptId } = described
  const same = regon
    ? await tx.institution.count({
        where: { regon, endedOn: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
      })
    : 0
  const like = confirmed ? [] : await similarInstitutions(tx, described)
  const fields = {
    ...(same > 0 ? { regon: 'regonTaken' } : {}),
    ...(like.length > 0
      ? { name: `similarInstitution:${like.map((i) => `${i.name} (${i.seat})`).join('; ')}` }
      : {}),
  }
  if (Object.keys(fields).length === 0) return
  const key = like.length > 0 ? 'similarInstitutions' : 'invalid'
  throw new AppError('invalid', key, fields, {}, {}, { name: like })
}

/** An OPS, CUS or MOPR does not extend by itself where its leader founds teams; policy write_kept says the same. */
export const keepsAreas = ({ actor }: Context, institution: { id: string } & Identity): boolean =>
  institution.id === actor.institutionId &&
  ['ops', 'cus', 'mopr'].includes(institution.kindKey) &&
  !may(actor, 'institution.reclassify', institution)

/** The gminas served are replaced as a whole; without any it serves its seat. */
const replaceAreas = async (
  ctx: Context,
  institution: { id: string } & Identity,
  seatCode: string,
  areaCodes: readonly string[],
): Promise<void> => {
  const { tx } = ctx
  const institutionId = institution.id
  const present = (await tx.institutionArea.findMany({ where: { institutionId } })).map((a) => a.unitCode)
  const kept = keepsAreas(ctx, institution)
  if (kept && areaCodes.length === 0) return
  const wanted = await expand(ctx, areaCodes.length > 0 ? areaCodes : [seatCode])
  const missing = wanted.filter((code) => !present.includes(code))
  const gone = present.filter((code) => !wanted.includes(code))
  if (kept && missing.length + gone.length > 0)
    throw new AppError('invalid', 'invalid', { areaCodes: 'areaNotYours' })
  await tx.institutionArea.deleteMany({ where: { institutionId, unitCode: { in: gone } } })
  await tx.institutionArea.createMany({ data: missing.map((unitCode) => ({ institutionId, unitCode })) })
}

/** A new institution of the registry; near-duplicates are shown first, and again until the person says it is another. */
export const createInstitution = defineCommand({
  name: 'institution.create',
  input: z.strictObject({ ...institutionFields, confirmed: flag() }),
  subject: (_ctx, { seatCode }) => ({ wojewodztwoCode: seatCode.slice(0, 2) }),
  run: async (ctx, { confirmed, ...fields }) => {
    await demandUnits(ctx, fields.seatCode, fields.areaCodes)
    await demandNew(ctx, fields, confirmed)
    const areas = fields.areaCodes.length > 0 ? fields.areaCodes : [fields.seatCode]
    const institutionId = await registerInstitution(ctx, { ...fields, areaCodes: await expand(ctx, areas) })
    return { institutionId }
  },
  audit: ({ institutionId }) => aboutInstitution(institutionId),
})

/** A correction of a phone does not ask again whether this is the like one next door. */
const describedAnew = (before: Institution, after: Described): boolean =>
  before.nameFolded !== fold(after.name) ||
  before.kindKey !== after.kindKey ||
  before.seatCode !== after.seatCode ||
  before.regon !== after.regon ||
  before.nip !== after.nip

/** Corrects the registry's data of an institution; its own gminas are replaced as a whole. */
export const mendInstitution = defineCommand({
  name: 'institution.mend',
  input: z.strictObject({
    institutionId: uuid(),
    version: version(),
    ...institutionFields,
    /** Left out by whose form does not ask for it: the kind then stays. */
    kindKey: optional(institutionFields.kindKey),
    confirmed: flag(),
  }),
  subject: institutionFacts,
  run: async (ctx, input) => {
    const { institutionId, version: seen, areaCodes, kindKey, replacesOps, confirmed, ...fields } = input
    const { tx } = ctx
    await demandUnits(ctx, fields.seatCode, areaCodes)
    const before = await tx.institution.findUniqueOrThrow({ where: { id: institutionId } })
    const identity = {
      ...(kindKey ? { kindKey, replacesOps } : { kindKey: before.kindKey, replacesOps: before.replacesOps }),
      wojewodztwoCode: fields.seatCode.slice(0, 2),
    }
    await demandIdentity(ctx, before, identity)
    const described = { ...fields, kindKey: identity.kindKey, exceptId: institutionId }
    if (describedAnew(before, described)) await demandNew(ctx, described, confirmed)
    const changed = await tx.institution.updateMany({
      where: { id: institutionId, version: seen },
      data: {
        ...fields,
        ...identity,
        nameFolded: fold(fields.name),
        level: kindKey ? levelOfKind(kindKey) : before.level,
        version: { increment: 1 },
      },
    })
    if (changed.count !== 1) throw await changedMeanwhile(ctx, institutionId)
    await replaceAreas(ctx, before, fields.seatCode, areaCodes)
    return { institutionId }
  },
  audit: (_r, { institutionId }) => aboutInstitution(institutionId),
})

/** Somebody mended this institution in between: their words beside one's own, and the version to save on. */
const changedMeanwhile = async ({ tx }: Context, id: string): Promise<AppError> => {
  const now = await tx.institution.findUniqueOrThrow({ where: { id } })
  return staleWith({
    version: String(now.version),
    name: now.name,
    street: now.street ?? '',
    postcode: now.postcode ?? '',
    city: now.city ?? '',
    phone: now.phone ?? '',
    email: now.email ?? '',
    website: now.website ?? '',
  })
}

/** The institution ends (liquidation, merger): first it leaves its teams and its people end their work. */
export const endInstitution = defineCommand({
  name: 'institution.end',
  input: z.strictObject({ institutionId: uuid(), version: version(), endedOn: date() }),
  subject: institutionFacts,
  run: async ({ tx, today }, { institutionId, version: seen, endedOn }) => {
    if (endedOn > today) throw new AppError('invalid', 'invalid', { endedOn: 'dateFuture' })
    const teams = await tx.teamMember.count({
      where: { institutionId, leftOn: null, team: { status: { not: 'dissolved' } } },
    })
    if (teams > 0) throw conflict('institutionInTeams', { count: teams })
    const people = await tx.employment.count({ where: { institutionId, endsOn: null } })
    if (people > 0) throw conflict('institutionHasPeople', { count: people })
    const ended = await tx.institution.updateMany({
      where: { id: institutionId, version: seen, endedOn: null },
      data: { endedOn: toDbDate(endedOn), version: { increment: 1 } },
    })
    if (ended.count !== 1) throw conflict('stale')
  },
  audit: (_r, { institutionId }) => aboutInstitution(institutionId),
})
