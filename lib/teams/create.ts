import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { suggestVariant, type VariantKey, variantKeys } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import { teamName } from '@/lib/messages/pl/teams'
import { giveRoles } from '@/lib/people'
import { many, optional, uuid } from '@/lib/platform/input'
import { hasRole } from '@/lib/policy/actor'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import { type Filled, fillSlots, kindEntry, suggested } from '@/lib/teams/composition'
import { isOpsSide } from '@/lib/teams/conditions'
import { refuseSecondTeam } from '@/lib/teams/facts'
import { draftFor, gminaCode, gminaFacts } from '@/lib/teams/gmina'
import { aboutTeam } from '@/lib/teams/move'
import { addParties, freshInput, registerFresh } from '@/lib/teams/parties'
import { type KnownInstitution, servingInstitutions } from '@/lib/teams/serving'
import type { TeamStatus } from '@/lib/teams/state'
import type { Gmina } from '@/lib/territory'
import { modelOf, newestModel, type VariantModel } from '@/lib/variants'

export type OtherTeam = { readonly name: string; readonly variantKey: string; readonly status: TeamStatus }
export type Place = Filled<KnownInstitution> & {
  readonly ticked: boolean
  /** In how many of the region's teams this kind sits. */
  readonly share: number
}

export type Preparation = {
  readonly gmina: Gmina
  readonly suggestedVariant: string | undefined
  /** A town without powiat rights: only the animator knows whether it has over 20,000 inhabitants (domain 2). */
  readonly asksPopulation: boolean
  readonly otherTeams: readonly OtherTeam[]
  /** By the newest version of the suggested variant; of the national model where none is suggested. */
  readonly places: readonly Place[]
  /** Kinds that the region requires beside the core, by variant. */
  readonly required: Readonly<Record<VariantKey, readonly string[]>>
  /** The version that a team of each variant would begin with; null: the national model. */
  readonly begins: Readonly<Record<VariantKey, VariantModel['version']>>
  readonly teamsInRegion: number
}

/** What a team founded today would go by, for each variant; and by what the screen sorts the institutions. */
const modelsHere = async (
  ctx: Context,
  { wojewodztwoCode }: Gmina,
  suggestedVariant: VariantKey | undefined,
) => {
  const [I, II, III] = [
    await newestModel(ctx, wojewodztwoCode, 'I'),
    await newestModel(ctx, wojewodztwoCode, 'II'),
    await newestModel(ctx, wojewodztwoCode, 'III'),
  ]
  const common = await modelOf(ctx, { variantKey: '', variantVersionId: null })
  const names = ({ body }: typeof I) => body.requiredKinds.map((key) => kindEntry(key)?.namePl ?? key)
  return {
    required: { I: names(I), II: names(II), III: names(III) },
    begins: { I: I.version, II: II.version, III: III.version },
    body: (suggestedVariant ? { I, II, III }[suggestedVariant] : common).body,
  }
}

/** What the screen of a new team shows for a gmina: variant, institutions that serve it, kinds that are missing. */
export const prepareTeam = defineQuery({
  name: 'team.prepare',
  input: z.strictObject({ gmina: gminaCode(), over20k: z.boolean().optional() }),
  subject: gminaFacts,
  audit: 'notPersonal',
  run: async (ctx, { over20k }, { gmina }): Promise<Preparation> => {
    const { tx } = ctx
    const others = await tx.$queryRaw<
      { name: string; variant_key: string; status: TeamStatus }[]
    >`select * from app.teams_of_gmina(${gmina.code})`
    const shares = await tx.$queryRaw<
      { kind_key: string | null; teams: number }[]
    >`select * from app.kind_shares(${gmina.wojewodztwoCode})`
    const shareOf = (keys: readonly (string | null)[]) =>
      Math.max(0, ...shares.filter((s) => keys.includes(s.kind_key)).map((s) => s.teams))
    const suggestedVariant = suggestVariant({ ...gmina, townOver20k: over20k ?? false })
    const { required, begins, body } = await modelsHere(ctx, gmina, suggestedVariant)
    return {
      gmina,
      suggestedVariant,
      required,
      begins,
      asksPopulation: gmina.kind === 1 && !gmina.cityPowiat,
      otherTeams: others.map((t) => ({ name: t.name, variantKey: t.variant_key, status: t.status })),
      places: fillSlots(await servingInstitutions(ctx, gmina.code), body).map((slot) => ({
        ...slot,
        ticked: suggested(slot),
        share: shareOf(slot.kindKeys),
      })),
      teamsInRegion: shareOf([null]),
    }
  },
})

/** The OPS side that leads: what was chosen, else the own institution of a leader, else the first that is there. */
const chooseLead = async (
  { tx, actor }: Context,
  chosen: string | null,
  partyIds: readonly string[],
): Promise<string | null> => {
  const rows = await tx.institution.findMany({
    where: { id: { in: [...partyIds] } },
    select: { id: true, kindKey: true, replacesOps: true },
  })
  const able = rows.filter((r) => isOpsSide(r) || r.kindKey === 'cus')
  const pick = (id: string | null) => able.find((r) => r.id === id)?.id
  return pick(chosen) ?? pick(actor.institutionId) ?? able.find(isOpsSide)?.id ?? able[0]?.id ?? null
}

/** – → INICJOWANY. The creating animator is assigned to the team; new institutions enter the registry on the way. */
export const createTeam = defineCommand({
  name: 'team.create',
  input: z.strictObject({
    gmina: gminaCode(),
    variant: z.enum(variantKeys, { error: 'choose' }),
    lead: optional(uuid()),
    members: many(uuid()),
    /** Found by search, beside those that were ticked. */
    more: many(uuid()).optional(),
    fresh: freshInput,
  }),
  subject: gminaFacts,
  run: async (ctx, input, { gmina }) => {
    const { tx, actor } = ctx
    await refuseSecondTeam(ctx, gmina.code, input.variant)
    const fresh = await registerFresh(ctx, input.fresh, gmina.code)
    const own = hasRole(actor, 'lider_gminny') && !hasRole(actor, 'animator', 'rops_koordynator')
    const parties = [
      ...input.members,
      ...(input.more ?? []),
      ...fresh.map((f) => f.institutionId),
      ...(input.lead ? [input.lead] : []),
      ...(own ? [actor.institutionId] : []),
    ]
    const teamId = randomUUID()
    const name = teamName(gmina.name)
    await tx.team.createMany({
      data: [
        {
          id: teamId,
          name,
          nameFolded: fold(name),
          gminaCode: gmina.code,
          powiatCode: gmina.powiatCode,
          wojewodztwoCode: gmina.wojewodztwoCode,
          variantKey: input.variant,
          leadInstitutionId: await chooseLead(ctx, input.lead, parties),
          agreementText: await draftFor(ctx, gmina, input.variant),
          createdById: actor.userId,
          createdInstitutionId: actor.institutionId,
        },
      ],
    })
    if (hasRole(actor, 'animator'))
      await giveRoles(ctx, actor.userId, actor.institutionId, [{ role: 'animator', teamId }])
    await tx.teamTransition.createMany({
      data: [{ teamId, toStatus: 'initiated', actorId: actor.userId, institutionId: actor.institutionId }],
    })
    const added = await addParties(ctx, teamId, parties)
    return { teamId, added: added.length }
  },
  audit: ({ teamId }) => aboutTeam(teamId),
})
