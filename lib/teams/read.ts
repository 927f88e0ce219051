import { z } from 'zod'
import { modelVariants } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { colleaguesIn } from '@/lib/people'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { Team } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import { may, mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { waitingProposal } from '@/lib/teams/both-leaders'
import { type AskedKinds, fillSlots } from '@/lib/teams/composition'
import { type Missing, signatures, type TeamSetup } from '@/lib/teams/conditions'
import { signaturesDue, type TermView, termsOf } from '@/lib/teams/deadlines'
import { type TeamFacts, teamFacts, teamSetup } from '@/lib/teams/facts'
import { gminaChoice } from '@/lib/teams/gmina'
import { annexesOf, historyOf } from '@/lib/teams/history'
import { joiningsOf } from '@/lib/teams/joining'
import { variantMovesOf } from '@/lib/teams/model'
import { aboutTeam } from '@/lib/teams/move'
import { officesIn } from '@/lib/teams/offices'
import { type PartyView, partiesIn } from '@/lib/teams/party-view'
import { servingInstitutions } from '@/lib/teams/serving'
import { nextStep, stepOf, type TeamAction, teamActions } from '@/lib/teams/state'
import { unitNames } from '@/lib/territory'
import { modelOf } from '@/lib/variants'

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

/**
 * Parties whose signature this person may record, or take back: any for who founds the team, the own one for the head
 * of a party.
 */
const signableIn = (
  ctx: Context,
  facts: TeamFacts,
  setup: TeamSetup,
  parties: readonly PartyView[],
  action: 'team.recordSignature' | 'team.unrecordSignature',
): string[] =>
  stepOf(facts.team.status, action, setup).open
    ? parties
        .filter((p) => (p.signedOn === null) === (action === 'team.recordSignature'))
        .filter((p) => may(ctx.actor, action, { ...facts, institutionId: p.institutionId }))
        .map((p) => p.memberId)
    : []

/** Institutions of the gmina that are not in the team yet, in their places. */
const addableTo = async (
  ctx: Context,
  { team }: TeamFacts,
  may: boolean,
  parties: readonly PartyView[],
  asked: AskedKinds,
) => {
  if (!may) return []
  const present = new Set(parties.map((p) => p.institutionId))
  const serving = await servingInstitutions(ctx, team.gminaCode)
  const filled = new Set(parties.map((p) => p.kindKey))
  const others = serving.filter((i) => !present.has(i.id))
  return fillSlots(others, asked).map((slot) => ({
    ...slot,
    missing: !slot.kindKeys.some((key) => filled.has(key)),
  }))
}

const agreementOf = (team: Team, today: IsoDate, setup: TeamSetup, terms: readonly TermView[]) => {
  const dueOn = signaturesDue(team, terms)
  const to = fromDbDateOrNull(team.agreementTo)
  return {
    from: fromDbDateOrNull(team.agreementFrom),
    to,
    text: team.agreementText,
    sentOn: team.agreementSentAt ? fromDbDate(team.agreementSentAt) : null,
    minimumSignatures: team.minimumSignatures,
    expired: to !== null && to < today,
    signatures: signatures(setup),
    signaturesDue: dueOn && { on: dueOn, late: dueOn < today },
  }
}

/** What waits for the other leader, with what this reader may do about it. */
const proposalFor = async (ctx: Context, facts: TeamFacts) => {
  const { status } = facts.team
  const proposal =
    status === 'active' || status === 'suspended' ? await waitingProposal(ctx, facts.team.id) : null
  return (
    proposal && {
      ...proposal,
      mayAgree: proposal.mayAgree && may(ctx.actor, 'team.agree', facts),
      mayDrop: may(ctx.actor, 'team.dropProposal', facts),
    }
  )
}

/** When and why it ended, and which team took it over, for who may see that one too. */
const endOf = async ({ tx }: Context, team: Team) => {
  if (!team.dissolvedOn) return null
  const { dissolvedReason: reason, finalReport: report, joinedIntoId: id } = team
  const into = id ? await tx.team.findUnique({ where: { id }, select: { id: true, name: true } }) : null
  return { on: fromDbDate(team.dissolvedOn), reason, report, into }
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
    const model = await modelOf(ctx, team)
    const terms = await termsOf(ctx, team)
    const next = nextStep[team.status]
    return {
      id: team.id,
      name: team.name,
      version: team.version,
      status: team.status,
      variant: {
        key: team.variantKey,
        name: variant?.namePl ?? '',
        words: model.words,
        twoLevels: model.body.twoLevels,
        version: model.version,
      },
      gmina: { code: team.gminaCode, name: names.get(team.gminaCode) ?? team.gminaCode },
      powiat: { code: team.powiatCode, name: names.get(team.powiatCode) ?? team.powiatCode },
      /** While the agreement is a draft, for who could found the team elsewhere. */
      gminaChoice: steps['team.mend'].may ? await gminaChoice(ctx, team) : null,
      leadInstitutionId: team.leadInstitutionId,
      lead: parties.find((p) => p.lead)?.name ?? null,
      agreement: agreementOf(team, ctx.today, setup, terms),
      terms,
      rulesAdoptedOn: fromDbDateOrNull(team.rulesAdoptedOn),
      activatedOn: fromDbDateOrNull(team.activatedOn),
      suspendedReason: team.suspendedReason,
      dissolved: await endOf(ctx, team),
      parties,
      former: all.filter((p) => p.leftOn !== null),
      signable: signableIn(ctx, facts, setup, parties, 'team.recordSignature'),
      unsignable: signableIn(ctx, facts, setup, parties, 'team.unrecordSignature'),
      places: fillSlots(parties, model.body),
      addable: await addableTo(ctx, facts, steps['team.addMember'].may, parties, model.body),
      colleagues,
      offices: await officesIn(ctx, team, parties, colleagues),
      history: await historyOf(ctx, team.id),
      variantMoves: await variantMovesOf(ctx, team.id),
      annexes: await annexesOf(ctx, team.id),
      proposal: await proposalFor(ctx, facts),
      joinings: await joiningsOf(ctx, facts),
      steps,
      /** Places of the team's folder that only some members may open. */
      shows: mayAll(
        ctx.actor,
        facts,
        'board.team',
        'figures.team',
        'team.leaving',
        'team.joining',
        'task.team',
        'meeting.list',
        'programme.shared',
        'school.ofTeam',
      ),
      next: next ? { action: next, ...steps[next] } : null,
    }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

export type TeamView = Awaited<ReturnType<typeof readTeam.execute>>
