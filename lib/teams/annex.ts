import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { AppError, conflict, notFound } from '@/lib/platform/errors'
import { date, line, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { refusalToLeave } from '@/lib/teams/conditions'
import { demandStep, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam, changeTeam, tellParties, tellParty } from '@/lib/teams/move'
import { demandKinds } from '@/lib/teams/parties'

const bySubject = (ctx: Context, { teamId }: { teamId: string }): Promise<TeamFacts> => teamFacts(ctx, teamId)

const wrong = (field: string, why: string): AppError => new AppError('invalid', 'invalid', { [field]: why })

/** What every annex has; without a number it takes the next one. */
const annexFields = {
  teamId: uuid(),
  version: version(),
  number: optional(line(40)),
  note: optional(prose(4000)),
}

type Annex = {
  readonly kind: 'accession' | 'withdrawal' | 'extension'
  readonly number: string | null
  readonly note: string | null
  readonly signedOn: IsoDate
  readonly signedByName: string | null
  readonly institutionId: string | null
  readonly effectiveOn: IsoDate
}

/** Keeps the annex with who wrote it down; two of one number would be two papers that nobody can tell apart. */
const keepAnnex = async ({ tx, actor }: Context, teamId: string, annex: Annex): Promise<void> => {
  const numbers = (await tx.teamAnnex.findMany({ where: { teamId }, select: { number: true } })).map(
    (a) => a.number,
  )
  if (annex.number && numbers.includes(annex.number)) throw wrong('number', 'annexNumberTaken')
  let next = numbers.length + 1
  while (numbers.includes(String(next))) next += 1
  await tx.teamAnnex.createMany({
    data: [
      {
        ...annex,
        teamId,
        number: annex.number ?? String(next),
        signedOn: toDbDate(annex.signedOn),
        effectiveOn: toDbDate(annex.effectiveOn),
        recordedById: actor.userId,
        recordedInstitutionId: actor.institutionId,
      },
    ],
  })
}

/** An annex changes an agreement that is there: not signed in the future, nor before the team began. */
const demandSignedOn = ({ today }: Context, { team }: TeamFacts, signedOn: IsoDate): void => {
  if (signedOn > today) throw wrong('signedOn', 'dateFuture')
  const began = fromDbDateOrNull(team.activatedOn ?? team.agreementFrom)
  if (began && signedOn < began) throw wrong('signedOn', 'beforeTeam')
}

/** A party joins an active team by an annex that it has signed (4.1). */
export const accession = defineCommand({
  name: 'team.accession',
  input: z.strictObject({
    ...annexFields,
    institutionId: uuid(),
    signedOn: date(),
    signedByName: line(120),
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const { setup } = await demandStep(ctx, facts, 'team.accession')
    const { tx, now } = ctx
    const { institutionId, signedOn, signedByName } = input
    const teamId = facts.team.id
    demandSignedOn(ctx, facts, signedOn)
    if (setup.parties.some((p) => p.institutionId === institutionId))
      throw wrong('institutionId', 'alreadyParty')
    await demandKinds(ctx, [institutionId], 'institutionId')
    const before = await tx.teamMember.findFirst({
      where: { teamId, institutionId, leftOn: { gt: toDbDate(signedOn) } },
    })
    if (before) throw wrong('signedOn', 'beforeLeaving')
    const on = toDbDate(signedOn)
    const party = { institutionId, founding: false, invitedAt: now, joinedOn: on, signedOn: on, signedByName }
    await tellParties(ctx, teamId, 'team.partyJoined')
    await tx.teamMember.createMany({ data: [{ teamId, ...party }] })
    await keepAnnex(ctx, teamId, {
      kind: 'accession',
      number: input.number,
      note: input.note,
      signedOn,
      signedByName,
      institutionId,
      effectiveOn: signedOn,
    })
    await tellParty(ctx, teamId, institutionId, 'team.joined')
    await changeTeam(ctx, facts.team, input.version, {})
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/**
 * A party leaves by an annex: never the lead, never the last of a side, and no open line is left behind (4.1). In the
 * same moment it stops taking part in every case of the team, and nothing of them is open to it any more (5.3.7).
 */
export const withdrawParty = defineCommand({
  name: 'team.withdraw',
  input: z.strictObject({
    ...annexFields,
    memberId: uuid(),
    leftOn: date(),
    reason: prose(2000),
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const { setup } = await demandStep(ctx, facts, 'team.withdraw')
    const { tx, today } = ctx
    const { team } = facts
    const { leftOn, reason } = input
    const member = await tx.teamMember.findFirst({
      where: { id: input.memberId, teamId: team.id, leftOn: null },
    })
    if (!member) throw notFound()
    const { institutionId, joinedOn } = member
    if (leftOn > today) throw wrong('leftOn', 'dateFuture')
    if (joinedOn && leftOn < fromDbDate(joinedOn)) throw wrong('leftOn', 'beforeJoining')
    const stays = refusalToLeave(setup, institutionId, team.leadInstitutionId)
    if (stays) throw conflict(stays)
    const [open] = await tx.$queryRaw<
      { n: number }[]
    >`select app.party_open_lines(${team.id}::uuid, ${institutionId}::uuid) as n`
    if (open && open.n > 0) throw conflict('partyHasOpenLines', { count: open.n })
    await tellParties(ctx, team.id, 'team.partyLeft')
    const changed = await tx.teamMember.updateMany({
      where: { id: member.id, version: member.version, leftOn: null },
      data: { leftOn: toDbDate(leftOn), leftReason: reason, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    await tx.$executeRaw`select app.end_party_in_cases(${team.id}::uuid, ${institutionId}::uuid)`
    await keepAnnex(ctx, team.id, {
      kind: 'withdrawal',
      number: input.number,
      note: input.note ?? reason,
      signedOn: leftOn,
      signedByName: null,
      institutionId,
      effectiveOn: leftOn,
    })
    await changeTeam(ctx, team, input.version, {})
  },
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})

/** The agreement goes on: a new last day by an annex, so that families may be referred again (4.1). */
export const extendAgreement = defineCommand({
  name: 'team.extendAgreement',
  input: z.strictObject({
    ...annexFields,
    agreementTo: date(),
    signedOn: date(),
    signedByName: line(120),
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    await demandStep(ctx, facts, 'team.extendAgreement')
    const { agreementTo, signedOn, signedByName } = input
    const { team } = facts
    demandSignedOn(ctx, facts, signedOn)
    const until = fromDbDateOrNull(team.agreementTo)
    if (agreementTo < ctx.today || (until && agreementTo <= until)) throw wrong('agreementTo', 'notLonger')
    await keepAnnex(ctx, team.id, {
      kind: 'extension',
      number: input.number,
      note: input.note,
      signedOn,
      signedByName,
      institutionId: null,
      effectiveOn: agreementTo,
    })
    await changeTeam(ctx, team, input.version, { agreementTo: toDbDate(agreementTo) })
    await tellParties(ctx, team.id, 'team.agreementExtended')
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})
