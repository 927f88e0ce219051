import { z } from 'zod'
import { modelVariants } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { type Colleague, colleaguesIn, namesOf } from '@/lib/people'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import type { Team } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { offices } from '@/lib/teams/appoint'
import { fillSlots, type Group, kindEntry } from '@/lib/teams/composition'
import { isOpsSide, type Missing, signatures, type TeamSetup } from '@/lib/teams/conditions'
import { type TeamFacts, teamFacts, teamSetup } from '@/lib/teams/facts'
import { aboutTeam } from '@/lib/teams/move'
import { servingInstitutions } from '@/lib/teams/serving'
import { nextStep, stepOf, type TeamAction, type TeamStatus, teamActions } from '@/lib/teams/state'
import { unitNames } from '@/lib/territory'

export type PartyView = {
  readonly memberId: string
  readonly institutionId: string
  readonly name: string
  readonly kindKey: string
  readonly kindName: string
  readonly sector: string
  readonly group: Group
  readonly founding: boolean
  readonly lead: boolean
  readonly representative: string | null
  readonly deputy: string | null
  readonly signedOn: IsoDate | null
  readonly signedByName: string | null
  readonly leftOn: IsoDate | null
  readonly leftReason: string | null
  readonly canLead: boolean
}

export type OfficeView = {
  readonly field: 'liderGminny' | 'liderPowiatowy' | 'coordinator'
  readonly holder: { readonly name: string; readonly institution: string; readonly seat: string } | null
  readonly candidates: readonly {
    readonly seat: string
    readonly name: string
    readonly institution: string
  }[]
}

const partiesIn = async ({ tx }: Context, team: Team): Promise<PartyView[]> => {
  const rows = await tx.teamMember.findMany({
    where: { teamId: team.id },
    include: { institution: { select: { name: true, kindKey: true, replacesOps: true, nameFolded: true } } },
    orderBy: [{ institution: { nameFolded: 'asc' } }, { id: 'asc' }],
  })
  const names = await namesOf(
    tx,
    rows.flatMap((r) => [r.representativeId, r.deputyId]),
  )
  const slots = fillSlots(rows.map((r) => ({ kindKey: r.institution.kindKey, id: r.id })))
  return rows.map((r) => {
    const kind = kindEntry(r.institution.kindKey)
    return {
      memberId: r.id,
      institutionId: r.institutionId,
      name: r.institution.name,
      kindKey: r.institution.kindKey,
      kindName: kind?.namePl ?? r.institution.kindKey,
      sector: kind?.sector ?? '',
      group: slots.find((s) => s.institutions.some((i) => i.id === r.id))?.group ?? 'optional',
      founding: r.founding,
      lead: r.institutionId === team.leadInstitutionId,
      representative: names.get(r.representativeId ?? '') ?? null,
      deputy: names.get(r.deputyId ?? '') ?? null,
      signedOn: fromDbDateOrNull(r.signedOn),
      signedByName: r.signedByName,
      leftOn: fromDbDateOrNull(r.leftOn),
      leftReason: r.leftReason,
      canLead: isOpsSide(r.institution) || r.institution.kindKey === 'cus',
    }
  })
}

const officesIn = async (
  { tx, today }: Context,
  team: Team,
  parties: readonly PartyView[],
  colleagues: readonly Colleague[],
): Promise<OfficeView[]> => {
  const ids = parties.map((p) => p.institutionId)
  const rows = await tx.roleAssignment.findMany({
    where: {
      institutionId: { in: ids },
      role: { in: offices.map((o) => o.role) },
      OR: [{ teamId: team.id }, { teamId: null }],
      endedAt: null,
      startsOn: { lte: toDbDate(today) },
      AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }] }],
    },
    include: { user: { select: { givenName: true, familyName: true } } },
    orderBy: [{ teamId: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
  })
  const institution = (id: string) => parties.find((p) => p.institutionId === id)
  return offices.map(({ field, role, fits }) => {
    const able = new Set(
      parties.flatMap((p) =>
        fits({ ...p, replacesOps: p.canLead && p.kindKey === 'cus' }) ? [p.institutionId] : [],
      ),
    )
    // a coordinator is of this team; a leader without a team leads every team of the institution
    const held = rows.find(
      (r) =>
        r.role === role && able.has(r.institutionId) && (r.teamId !== null || role !== 'koordynator_zespolu'),
    )
    return {
      field,
      holder: held
        ? {
            name: `${held.user.givenName} ${held.user.familyName}`,
            institution: institution(held.institutionId)?.name ?? '',
            seat: `${held.userId}@${held.institutionId}`,
          }
        : null,
      candidates: colleagues
        .filter((c) => able.has(c.institutionId))
        .map((c) => ({
          seat: `${c.userId}@${c.institutionId}`,
          name: c.name,
          institution: institution(c.institutionId)?.name ?? '',
        })),
    }
  })
}

const historyOf = async ({ tx }: Context, teamId: string) => {
  const rows = await tx.teamTransition.findMany({
    where: { teamId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const names = await namesOf(
    tx,
    rows.map((r) => r.actorId),
  )
  return rows.map((r) => ({
    id: r.id,
    to: r.toStatus as TeamStatus,
    at: r.at.toISOString(),
    by: names.get(r.actorId) ?? null,
    reason: r.reason,
  }))
}

/** Buttons: what policy allows and the state has; with what is still missing for each. */
const stepsFor = (ctx: Context, facts: TeamFacts, setup: TeamSetup) => {
  const answers = teamActions.map((action) => {
    const step = stepOf(facts.team.status, action, setup)
    return [
      action,
      { may: step.open && may(ctx.actor, action, facts), missing: step.open ? step.missing : [] },
    ] as const
  })
  return Object.fromEntries(answers) as Record<TeamAction, { may: boolean; missing: readonly Missing[] }>
}

/** Parties whose signature this person may record: any for who founds the team, the own one for the head of a party. */
const signableIn = (
  ctx: Context,
  facts: TeamFacts,
  setup: TeamSetup,
  parties: readonly PartyView[],
): string[] =>
  stepOf(facts.team.status, 'team.recordSignature', setup).open
    ? parties
        .filter((p) => p.signedOn === null)
        .filter((p) => may(ctx.actor, 'team.recordSignature', { ...facts, institutionId: p.institutionId }))
        .map((p) => p.memberId)
    : []

/** Institutions of the gmina that are not in the team yet, in their places. */
const addableTo = async (ctx: Context, { team }: TeamFacts, may: boolean, parties: readonly PartyView[]) => {
  if (!may) return []
  const present = new Set(parties.map((p) => p.institutionId))
  const serving = await servingInstitutions(ctx, team.gminaCode)
  const filled = new Set(parties.map((p) => p.kindKey))
  return fillSlots(serving.filter((i) => !present.has(i.id))).map((slot) => ({
    ...slot,
    missing: !slot.kindKeys.some((key) => filled.has(key)),
  }))
}

const agreementOf = (team: Team, today: IsoDate, setup: TeamSetup) => {
  const to = fromDbDateOrNull(team.agreementTo)
  return {
    from: fromDbDateOrNull(team.agreementFrom),
    to,
    text: team.agreementText,
    sentOn: team.agreementSentAt ? fromDbDate(team.agreementSentAt) : null,
    minimumSignatures: team.minimumSignatures,
    expired: to !== null && to < today,
    signatures: signatures(setup),
  }
}

/** Everything that the pages of one team show. */
export const readTeam = defineQuery({
  name: 'team.read',
  input: z.strictObject({ teamId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, _input, facts) => {
    const { team } = facts
    const setup = await teamSetup(ctx, team)
    const all = await partiesIn(ctx, team)
    const parties = all.filter((p) => p.leftOn === null)
    const steps = stepsFor(ctx, facts, setup)
    const colleagues =
      steps['team.nameRepresentatives'].may || steps['team.appoint'].may
        ? await colleaguesIn(
            ctx.tx,
            parties.map((p) => p.institutionId),
          )
        : []
    const names = await unitNames(ctx.tx, [team.gminaCode, team.powiatCode])
    const variant = modelVariants().find((v) => v.key === team.variantKey)
    const next = nextStep[team.status]
    return {
      id: team.id,
      name: team.name,
      version: team.version,
      status: team.status,
      variant: { key: team.variantKey, name: variant?.namePl ?? '', teamLabel: variant?.teamLabel ?? '' },
      gmina: { code: team.gminaCode, name: names.get(team.gminaCode) ?? team.gminaCode },
      powiat: { code: team.powiatCode, name: names.get(team.powiatCode) ?? team.powiatCode },
      leadInstitutionId: team.leadInstitutionId,
      lead: parties.find((p) => p.lead)?.name ?? null,
      agreement: agreementOf(team, ctx.today, setup),
      rulesAdoptedOn: fromDbDateOrNull(team.rulesAdoptedOn),
      activatedOn: fromDbDateOrNull(team.activatedOn),
      suspendedReason: team.suspendedReason,
      dissolved: team.dissolvedOn
        ? { on: fromDbDate(team.dissolvedOn), reason: team.dissolvedReason, report: team.finalReport }
        : null,
      parties,
      former: all.filter((p) => p.leftOn !== null),
      signable: signableIn(ctx, facts, setup, parties),
      places: fillSlots(parties),
      addable: await addableTo(ctx, facts, steps['team.addMember'].may, parties),
      colleagues,
      offices: await officesIn(ctx, team, parties, colleagues),
      history: await historyOf(ctx, team.id),
      steps,
      next: next ? { action: next, ...steps[next] } : null,
    }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

export type TeamView = Awaited<ReturnType<typeof readTeam.execute>>
