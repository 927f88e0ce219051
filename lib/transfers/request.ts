import { z } from 'zod'
import { addCalendarDays, termEnd } from '@/lib/calendar'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { date, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { stageRefusal, type TransferStatus, transferStep } from '@/lib/transfers/state'
import { termFor } from '@/lib/variants'

const audit = (_r: unknown, _i: unknown, facts: CaseFacts) => ofCase(facts)

/** How far ahead a move may be planned: later than that it is too early to hand a case over [default]. */
const ahead = 60

/** By when the receiving team should answer: its own term. */
const dueOn = async (ctx: Context, teamId: string): Promise<IsoDate> =>
  termEnd(ctx.today, await termFor(ctx, { teamId }, 'transferAnswer'))

type TeamRow = { id: string; institutionId: string }

const receiving = async ({ tx }: Context, caseId: string, teamId: string): Promise<TeamRow> => {
  const [row] = await tx.$queryRaw<TeamRow[]>`
    select t.id, t.institution_id as "institutionId" from app.transfer_teams(${caseId}::uuid, null) t
    where t.id = ${teamId}::uuid`
  if (!row) throw invalid({ toTeamId: 'transferTeamClosed' })
  return row
}

/** Tells the other side that something waits: a kind and a team, nothing about the family. */
export const tellOther = async ({ tx }: Context, transferId: string, kind: string): Promise<void> => {
  await tx.$executeRaw`select app.tell_transfer(${transferId}::uuid, ${kind})`
}

/** The family moves: its case is offered to the team of the other gmina. One offer at a time. */
export const requestTransfer = defineCommand({
  name: 'transfer.request',
  input: z.strictObject({ caseId: uuid(), toTeamId: uuid(), movedOn: date(), note: prose(2000) }),
  subject: bySubject,
  run: async (ctx, { toTeamId, movedOn, note }, facts) => {
    const { tx, actor, today } = ctx
    const refusal = stageRefusal[facts.status]
    if (refusal) throw conflict(refusal)
    if (facts.subject === 'environment') throw conflict('transfer.environment')
    if (movedOn > addCalendarDays(today, ahead)) throw invalid({ movedOn: 'movedTooFar' })
    const team = await receiving(ctx, facts.caseId, toTeamId)
    const live = { caseId: facts.caseId, status: { in: ['offered', 'accepted'] } }
    if ((await tx.caseTransfer.count({ where: live })) > 0) throw conflict('transfer.waits')
    const row = await tx.caseTransfer.create({
      data: {
        caseId: facts.caseId,
        teamId: facts.teamId,
        ownerInstitutionId: facts.ownerInstitutionId,
        toTeamId: team.id,
        toInstitutionId: team.institutionId,
        movedOn: toDbDate(movedOn),
        note,
        dueOn: toDbDate(await dueOn(ctx, facts.teamId)),
        requestedById: actor.userId,
        requestedAt: ctx.now,
      },
    })
    await tellOther(ctx, row.id, 'transfer.offered')
    return { transferId: row.id }
  },
  audit,
})

const transferCase = async (ctx: Context, { transferId }: { transferId: string }): Promise<CaseFacts> => {
  const row = await ctx.tx.caseTransfer.findUnique({ where: { id: transferId } })
  if (!row) throw notFound()
  return bySubject(ctx, { caseId: row.caseId })
}

/** The offer on the version that was seen, if the step may be taken from where it stands. */
export const transferFor = async ({ tx }: Context, id: string, seen: number, to: TransferStatus) => {
  const row = await tx.caseTransfer.findUnique({ where: { id } })
  if (!row) throw notFound()
  if (row.version !== seen) throw conflict('stale')
  if (!transferStep(row.status as TransferStatus, to)) throw conflict('wrongState')
  return row
}

/** The family stays after all, or chose otherwise: the offer is taken back, with a reason, before anything has passed. */
export const withdrawTransfer = defineCommand({
  name: 'transfer.withdraw',
  input: z.strictObject({ transferId: uuid(), version: version(), reason: prose(1000) }),
  subject: transferCase,
  run: async (ctx, { transferId, version: seen, reason }, facts) => {
    const row = await transferFor(ctx, transferId, seen, 'withdrawn')
    // the other side is told while the offer still is its own to hear of
    await tellOther(ctx, row.id, 'transfer.withdrawn')
    const changed = await ctx.tx.caseTransfer.updateMany({
      where: { id: row.id, version: seen },
      data: {
        status: 'withdrawn',
        endedById: ctx.actor.userId,
        endedAt: ctx.now,
        endReason: reason,
        version: { increment: 1 },
      },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { caseId: facts.caseId }
  },
  audit,
})

export { transferCase }
