import { z } from 'zod'
import { suggestVariant } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { Recruitment } from '@/lib/platform/generated/prisma/client'
import { may } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { gminaFacts, knownOf } from '@/lib/programme/facts'
import {
  type AskedKinds,
  gminaCode,
  isRequired,
  type KnownInstitution,
  kindEntry,
  mayBeParty,
  type Slot,
  servingInstitutions,
  slotName,
  teamSlots,
} from '@/lib/teams'
import type { Gmina } from '@/lib/territory'
import { modelOf, newestModel } from '@/lib/variants'

export const declineReasons = ['legal', 'financial', 'competence', 'logistics', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

export type RecruitedRow = {
  readonly id: string
  readonly version: number
  readonly institutionId: string
  readonly name: string
  readonly kindKey: string
  readonly kind: string
  readonly status: 'invited' | 'agreed' | 'declined'
  readonly invitedOn: IsoDate
  readonly invitedBy: string
  readonly answeredOn: IsoDate | null
  readonly reason: DeclineReason | null
  readonly reasonText: string | null
}

/** A kind of institution that a team needs (core, or required by its variant) or usually has, and for which nobody was invited. */
export type Uninvited = { readonly key: string; readonly name: string; readonly required: boolean }

export type Candidates = {
  readonly key: string
  readonly name: string
  readonly group: Slot['group']
  readonly institutions: readonly KnownInstitution[]
}

export type RecruitmentView = {
  readonly gmina: Gmina
  readonly rows: readonly RecruitedRow[]
  readonly uninvited: readonly Uninvited[]
  readonly candidates: readonly Candidates[]
  /** Agreed institutions that a team in formation lacks, where this person may add them. */
  readonly toJoin: {
    readonly teamId: string
    readonly version: number
    readonly institutions: readonly { readonly id: string; readonly name: string }[]
  } | null
  readonly hasTeam: boolean
  readonly mayInvite: boolean
}

type WithInstitution = Recruitment & { institution: { name: string } }

const rowOf = (row: WithInstitution): RecruitedRow => ({
  id: row.id,
  version: row.version,
  institutionId: row.institutionId,
  name: row.institution.name,
  kindKey: row.kindKey,
  kind: kindEntry(row.kindKey)?.namePl ?? row.kindKey,
  status: row.status === 'agreed' || row.status === 'declined' ? row.status : 'invited',
  invitedOn: fromDbDate(row.invitedOn),
  invitedBy: row.invitedByName,
  answeredOn: fromDbDateOrNull(row.answeredOn),
  reason: declineReasons.find((one) => one === row.reason) ?? null,
  reasonText: row.reasonText,
})

/** Live parties of the team of the gmina, as far as this person may open it. */
const openTeam = async ({ tx }: Context, teamId: string | null) =>
  teamId
    ? tx.team.findUnique({
        where: { id: teamId },
        select: {
          id: true,
          version: true,
          status: true,
          variantKey: true,
          variantVersionId: true,
          members: {
            where: { leftOn: null },
            select: { institutionId: true, institution: { select: { kindKey: true } } },
          },
        },
      })
    : null

/** What the team goes by, or what a team founded here today would; the national model where no variant is suggested. */
const askedHere = async (
  ctx: Context,
  gmina: Gmina,
  team: Awaited<ReturnType<typeof openTeam>>,
): Promise<AskedKinds> => {
  const suggested = suggestVariant(gmina)
  const model =
    team || !suggested
      ? modelOf(ctx, team ?? { variantKey: '', variantVersionId: null })
      : newestModel(ctx, gmina.wojewodztwoCode, suggested)
  return (await model).body
}

const uninvitedOf = (kinds: ReadonlySet<string>, asked: AskedKinds): Uninvited[] =>
  teamSlots(asked)
    .filter(({ group }) => isRequired(group) || group === 'frequent')
    .filter(({ kindKeys }) => !kindKeys.some((kind) => kinds.has(kind)))
    .map((slot) => ({ key: slot.key, name: slotName(slot), required: isRequired(slot.group) }))

/** Institutions that serve the gmina and were not asked yet, by their place in a team; each once. */
const candidatesOf = (known: readonly KnownInstitution[], asked: AskedKinds): Candidates[] => {
  const taken = new Set<string>()
  return teamSlots(asked).flatMap((slot) => {
    const institutions = known.filter(
      (one) => slot.kindKeys.includes(one.kindKey) && mayBeParty(one.kindKey) && !taken.has(one.id),
    )
    for (const { id } of institutions) taken.add(id)
    return institutions.length > 0
      ? [{ key: slot.key, name: slotName(slot), group: slot.group, institutions }]
      : []
  })
}

/** Who was invited for a gmina and what they answered, whom nobody asked, and who may be asked. */
export const readRecruitment = defineQuery({
  name: 'recruit.list',
  input: z.strictObject({ gmina: gminaCode() }),
  subject: gminaFacts('recruit.list'),
  run: async (ctx, _input, facts): Promise<RecruitmentView> => {
    const { tx, actor } = ctx
    const { gmina } = facts
    const found = await tx.recruitment.findMany({
      where: { gminaCode: gmina.code, endedOn: null },
      include: { institution: { select: { name: true } } },
      orderBy: [{ invitedOn: 'desc' }, { id: 'asc' }],
    })
    const rows = found.map(rowOf)
    const { teamId } = (await knownOf(tx, gmina.wojewodztwoCode))(gmina.code)
    const team = await openTeam(ctx, teamId)
    const kindsAsked = await askedHere(ctx, gmina, team)
    const members = new Set(team?.members.map((member) => member.institutionId))
    const asked = new Set([...rows.map((row) => row.institutionId), ...members])
    const kinds = new Set([
      ...rows.map((row) => row.kindKey),
      ...(team?.members ?? []).map((member) => member.institution.kindKey),
    ])
    const serving = await servingInstitutions(ctx, gmina.code)
    const forming = team && (team.status === 'initiated' || team.status === 'agreement')
    const waiting = rows.filter((row) => row.status === 'agreed' && !members.has(row.institutionId))
    const adds =
      team && may(actor, 'team.addMember', { wojewodztwoCode: gmina.wojewodztwoCode, teamId: team.id })
    return {
      gmina,
      rows,
      uninvited: uninvitedOf(kinds, kindsAsked),
      candidates: candidatesOf(
        serving.filter(({ id }) => !asked.has(id)),
        kindsAsked,
      ),
      toJoin:
        forming && adds && waiting.length > 0
          ? {
              teamId: team.id,
              version: team.version,
              institutions: waiting.map((row) => ({ id: row.institutionId, name: row.name })),
            }
          : null,
      hasTeam: teamId !== null,
      mayInvite: may(actor, 'recruit.invite', facts),
    }
  },
  audit: 'notPersonal',
})
