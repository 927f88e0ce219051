import { z } from 'zod'
import { weekOf } from '@/lib/calendar'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { dataCategories } from '@/lib/catalogue'
import { checkCategory } from '@/lib/plans/kept-under'
import { fromDbDateOrNull, toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, notFound, staleWith } from '@/lib/platform/errors'
import { date, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const audit = (_result: unknown, _input: unknown, facts: CaseFacts) => ofCase(facts)

/** Stages in which the work with the family is looked at. */
export const monitored: readonly CaseFacts['status'][] = [
  'inProgress',
  'planning',
  'planApproval',
  'suspended',
  'evaluation',
]

const fields = {
  heldOn: date(),
  summary: prose(4000),
  category: z.enum(dataCategories, { error: 'choose' }),
  nextOn: optional(date()),
}
const cardInput = z.strictObject(fields)
type Card = z.output<typeof cardInput>

const check = async (ctx: Context, facts: CaseFacts, card: Card): Promise<void> => {
  if (!monitored.includes(facts.status)) throw conflict('wrongState')
  if (card.heldOn > ctx.today) throw invalid({ heldOn: 'dateFuture' })
  if (card.nextOn && card.nextOn <= card.heldOn) throw invalid({ nextOn: 'dateOrder' })
  await checkCategory(ctx, facts, card.category)
}

const columns = (card: Card) => ({
  heldOn: toDbDate(card.heldOn),
  summary: card.summary,
  category: card.category,
  nextOn: toDbDateOrNull(card.nextOn),
})

/** A look at the work in the middle: when, what, kept under which category, when again. */
export const recordMonitoring = defineCommand({
  name: 'monitoring.record',
  input: z.strictObject({ caseId: uuid(), ...fields }),
  subject: bySubject,
  run: async (ctx, { caseId: _case, ...card }, facts) => {
    await check(ctx, facts, card)
    await ctx.tx.monitoringCard.createMany({
      data: [
        {
          ...columns(card),
          caseId: facts.caseId,
          teamId: facts.teamId,
          ownerInstitutionId: facts.ownerInstitutionId,
          recordedById: ctx.actor.userId,
        },
      ],
    })
    return { caseId: facts.caseId }
  },
  audit,
})

/** Nothing of anybody's health or private life: only whose matter it was. */
export const moveReasons = ['family', 'ours', 'institution', 'agreed'] as const
export type MoveReason = (typeof moveReasons)[number]

/** The planned look goes to another week, with the reason; nobody is late by that. Only of the last card. */
export const moveMonitoring = defineCommand({
  name: 'monitoring.move',
  input: z.strictObject({
    monitoringId: uuid(),
    version: version(),
    toOn: date(),
    reason: z.enum(moveReasons, { error: 'choose' }),
  }),
  subject: async (ctx, { monitoringId }) => {
    const row = await ctx.tx.monitoringCard.findUnique({ where: { id: monitoringId } })
    if (!row) throw notFound()
    return bySubject(ctx, { caseId: row.caseId })
  },
  run: async (ctx, { monitoringId, version: seen, toOn, reason }, facts) => {
    const { tx, actor, today } = ctx
    if (!monitored.includes(facts.status)) throw conflict('wrongState')
    const [last] = await tx.monitoringCard.findMany({
      where: { caseId: facts.caseId },
      orderBy: [{ heldOn: 'desc' }, { createdAt: 'desc' }],
      take: 1,
    })
    if (last?.id !== monitoringId || !last.nextOn) throw conflict('wrongState')
    if (weekOf(toOn).to < today) throw invalid({ toOn: 'datePast' })
    const changed = await tx.monitoringCard.updateMany({
      where: { id: monitoringId, version: seen },
      data: { nextOn: toDbDate(toOn), remindedOn: null, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    await tx.reviewMove.createMany({
      data: [
        {
          monitoringId,
          caseId: facts.caseId,
          teamId: facts.teamId,
          fromOn: last.nextOn,
          toOn: toDbDate(toOn),
          reasonKey: reason,
          movedById: actor.userId,
        },
      ],
    })
    return { caseId: facts.caseId }
  },
  audit,
})

/** What was written by mistake is mended; somebody else's change meanwhile comes back with both texts. */
export const editMonitoring = defineCommand({
  name: 'monitoring.edit',
  input: z.strictObject({ monitoringId: uuid(), version: version(), ...fields }),
  subject: async (ctx, { monitoringId }) => {
    const row = await ctx.tx.monitoringCard.findUnique({ where: { id: monitoringId } })
    if (!row) throw notFound()
    return bySubject(ctx, { caseId: row.caseId })
  },
  run: async (ctx, { monitoringId, version: seen, ...card }, facts) => {
    await check(ctx, facts, card)
    const now = await ctx.tx.monitoringCard.findUnique({ where: { id: monitoringId } })
    if (!now) throw notFound()
    if (now.version !== seen)
      throw staleWith({
        version: String(now.version),
        summary: now.summary,
        nextOn: fromDbDateOrNull(now.nextOn) ?? '',
      })
    const changed = await ctx.tx.monitoringCard.updateMany({
      where: { id: monitoringId, version: seen },
      data: { ...columns(card), version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { caseId: facts.caseId }
  },
  audit,
})
