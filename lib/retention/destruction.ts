import { z } from 'zod'
import { type CaseStatus, headsOf, movePermissions } from '@/lib/cases'
import { tell } from '@/lib/notifications'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import type { DestructionList } from '@/lib/platform/generated/prisma/client'
import { date, line, many, uuid, version } from '@/lib/platform/input'
import type { Facts } from '@/lib/policy/decide'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { casesToGo, isReached, type ListedCase, listedCases } from '@/lib/retention/list'

/**
 * A step of domain 4.2, row 16. The officer reads no row of a case, so the database takes the step (app.prepare_destruction
 * and its sisters, which check owner, term and hold once more); whether there is such a step the one table says.
 */
const demandMove = ({ useCase }: Context, from: CaseStatus, to: CaseStatus): void => {
  if (!movePermissions(from, to).some((permission) => permission === useCase)) throw conflict('wrongState')
}

type Chosen = Facts & { readonly institutionId: string; readonly cases: readonly ListedCase[] }

/** Every chosen case has to be one of the own unit that may go; a stranger's is not found. */
const byCases = async (ctx: Context, { caseIds }: { caseIds: string[] }): Promise<Chosen> => {
  const known = await casesToGo(ctx, caseIds)
  const cases = [...new Set(caseIds)].map((id) => known.find((one) => one.id === id))
  if (cases.some((one) => one === undefined)) throw notFound()
  return { institutionId: ctx.actor.institutionId, cases: cases.filter((one) => one !== undefined) }
}

const ofCases = ({ cases, institutionId }: Chosen) => ({
  subjectKind: 'case',
  subjectIds: cases.map(({ id }) => id),
  ownerInstitutionId: institutionId,
})

/** Puts cases on a numbered list; they are archived from then on, and the leaders, who approve it, are told. */
export const prepareDestruction = defineCommand({
  name: 'destruction.prepare',
  input: z.strictObject({ caseIds: many(uuid()) }),
  subject: byCases,
  run: async (ctx, _input, { cases }) => {
    if (cases.length === 0) throw invalid({ caseIds: 'destructionChoose' })
    if (!cases.every(isReached)) throw conflict('destructionChanged')
    for (const { status } of cases) demandMove(ctx, status, 'archived')
    await ctx.tx.$queryRaw`select app.prepare_destruction(${cases.map(({ id }) => id)}::uuid[])::text`
    await tell(ctx, await headsOf(ctx, ctx.actor.institutionId), { kind: 'destruction.waiting' })
  },
  audit: (_r, _i, facts) => ofCases(facts),
})

type OfList = Chosen & { readonly list: DestructionList }

const byList = async (ctx: Context, { listId }: { listId: string }): Promise<OfList> => {
  const list = await ctx.tx.destructionList.findUnique({ where: { id: listId } })
  if (!list) throw notFound()
  const cases = (await listedCases(ctx)).filter((one) => one.listId === listId)
  return { institutionId: list.institutionId, list, cases }
}

const demandOpen = ({ list }: OfList, seen: number): void => {
  if (list.approvedAt || list.takenBackAt) throw conflict('wrongState')
  if (list.version !== seen) throw conflict('stale')
}

/** Before approval: every case goes back to the stage before, with the day since when it was there. */
export const takeBackDestruction = defineCommand({
  name: 'destruction.takeBack',
  input: z.strictObject({ listId: uuid(), version: version() }),
  subject: byList,
  run: async (ctx, { version: seen }, facts) => {
    demandOpen(facts, seen)
    const items = await ctx.tx.destructionItem.findMany({ where: { listId: facts.list.id } })
    for (const { fromStatus } of items) demandMove(ctx, 'archived', fromStatus)
    await ctx.tx.$executeRaw`select app.take_back_destruction(${facts.list.id}::uuid)`
  },
  audit: (_r, _i, facts) => ofCases(facts),
})

/** With the consent of the state archive: what the cases tell of persons is gone for ever. */
export const approveDestruction = defineCommand({
  name: 'destruction.approve',
  input: z.strictObject({ listId: uuid(), version: version(), consentNumber: line(60), consentOn: date() }),
  subject: byList,
  run: async (ctx, { version: seen, consentNumber, consentOn }, facts) => {
    const { tx, actor, now, today } = ctx
    demandOpen(facts, seen)
    if (consentOn > today) throw invalid({ consentOn: 'dateFuture' })
    if (facts.list.preparedById === actor.userId) throw conflict('destructionOwnList')
    if (facts.cases.some(({ hold }) => hold !== null)) throw conflict('destructionHeld')
    if (facts.cases.some(({ dueOn }) => dueOn === null || dueOn > today))
      throw conflict('destructionTooEarly')
    for (const { status } of facts.cases) demandMove(ctx, status, 'erased')
    const approved = await tx.destructionList.updateMany({
      where: { id: facts.list.id, version: seen },
      data: {
        consentNumber,
        consentOn: toDbDate(consentOn),
        approvedById: actor.userId,
        approvedAt: now,
        version: { increment: 1 },
      },
    })
    if (approved.count !== 1) throw conflict('stale')
    await tx.$executeRaw`select app.destroy_listed(${facts.list.id}::uuid)`
  },
  audit: (_r, _i, facts) => ofCases(facts),
})
