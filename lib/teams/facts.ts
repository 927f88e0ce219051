import { fromDbDateOrNull } from '@/lib/platform/clock'
import { conflict, notFound } from '@/lib/platform/errors'
import type { Team } from '@/lib/platform/generated/prisma/client'
import type { Facts } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'
import type { Party, TeamSetup } from '@/lib/teams/conditions'
import { stepOf, type TeamAction, type TeamStatus } from '@/lib/teams/state'
import { type AskedDocument, askable, documentSteps, modelOf, type TeamDocumentStep } from '@/lib/variants'

export type TeamFacts = Facts & { readonly team: Team }

/**
 * Loads a team through row-level security, with what policy asks: its region and whether the own institution sits in
 * it, leads it or founded it. Throws notFound when it is hidden or absent.
 */
export const teamFacts = async ({ tx, actor }: Context, teamId: string): Promise<TeamFacts> => {
  const team = await tx.team.findUnique({ where: { id: teamId } })
  if (!team) throw notFound()
  const member = await tx.teamMember.count({
    where: { teamId, institutionId: actor.institutionId, leftOn: null },
  })
  return {
    team,
    teamId,
    wojewodztwoCode: team.wojewodztwoCode,
    memberOfTeam:
      member > 0 ||
      team.leadInstitutionId === actor.institutionId ||
      team.createdInstitutionId === actor.institutionId,
  }
}

/** Parties that have not left, as the conditions ask. */
export const partiesOf = async ({ tx }: Context, teamId: string): Promise<Party[]> => {
  const rows = await tx.teamMember.findMany({
    where: { teamId, leftOn: null },
    include: { institution: { select: { kindKey: true, replacesOps: true } } },
  })
  return rows.map((r) => ({
    institutionId: r.institutionId,
    kindKey: r.institution.kindKey,
    replacesOps: r.institution.replacesOps,
    founding: r.founding,
    signedOn: fromDbDateOrNull(r.signedOn),
  }))
}

const teamSteps = (Object.keys(documentSteps) as (keyof typeof documentSteps)[]).filter(
  (step): step is TeamDocumentStep => documentSteps[step].of === 'team',
)

/** What the team's version of the variant asks for beside domain 4.1, and what of it is there. */
const askedOf = async (ctx: Context, team: Team) => {
  const { body } = await modelOf(ctx, team)
  const asked = (step: TeamDocumentStep): AskedDocument[] =>
    askable(step).filter((key) => body.documents[step]?.includes(key))
  const askedDocuments = Object.fromEntries(teamSteps.map((step) => [step, asked(step)]))
  const slots = Object.values(askedDocuments).flat()
  const files =
    slots.length === 0
      ? []
      : await ctx.tx.attachment.findMany({
          where: { teamId: team.id, subjectKind: 'teamDocument', subjectId: team.id, slot: { in: slots } },
          select: { slot: true },
          distinct: ['slot'],
        })
  return { requiredKinds: body.requiredKinds, askedDocuments, attached: files.map(({ slot }) => slot) }
}

/** The team as the conditions of domain 4.1 and of its variant see it. */
export const teamSetup = async (ctx: Context, team: Team): Promise<TeamSetup> => {
  const { tx, today } = ctx
  const coordinators = await tx.roleAssignment.count({
    where: {
      teamId: team.id,
      role: 'koordynator_zespolu',
      endedAt: null,
      startsOn: { lte: new Date(today) },
      // a deputy, who is named until a day, does not stand for the coordinator
      endsOn: null,
    },
  })
  const [open] = await tx.$queryRaw<{ n: number }[]>`select app.team_open_cases(${team.id}::uuid) as n`
  return {
    parties: await partiesOf(ctx, team.id),
    agreementFrom: fromDbDateOrNull(team.agreementFrom),
    agreementTo: fromDbDateOrNull(team.agreementTo),
    agreementText: team.agreementText,
    minimumSignatures: team.minimumSignatures,
    rulesAdoptedOn: fromDbDateOrNull(team.rulesAdoptedOn),
    coordinators,
    openCases: open?.n ?? 0,
    ...(await askedOf(ctx, team)),
  }
}

/** Refuses what the table of domain 4.1 does not have in this state (`wrongState`) or not yet (`team.notYet`). */
export const demandStep = async (
  ctx: Context,
  { team }: TeamFacts,
  action: TeamAction,
): Promise<{ to: TeamStatus; setup: TeamSetup }> => {
  const setup = await teamSetup(ctx, team)
  const step = stepOf(team.status, action, setup)
  if (!step.open) throw conflict('wrongState')
  if (step.missing.length > 0) throw conflict('teamNotReady')
  return { to: step.to, setup }
}

/** Two teams of one gmina and variant cannot both be active (4.1); said at once, not after the signatures. */
export const refuseSecondTeam = async (
  { tx }: Context,
  gminaCode: string,
  variantKey: string,
  exceptId?: string,
): Promise<void> => {
  const teams = await tx.$queryRaw<
    { id: string; name: string; variant_key: string; status: string }[]
  >`select * from app.teams_of_gmina(${gminaCode})`
  const live = teams.find(
    (t) => t.id !== exceptId && t.variant_key === variantKey && ['active', 'suspended'].includes(t.status),
  )
  if (live) throw conflict('teamExists', { name: live.name })
}
