import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { catalogueHere } from '@/lib/catalogue'
import { openCategories } from '@/lib/diagnosis/areas'
import { checkStage, needFacts } from '@/lib/diagnosis/needs'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** A service that a need calls for and nobody here gives. */
export type UnmetService = {
  readonly id: string
  readonly serviceKey: string
  readonly service: string
  readonly notedOn: IsoDate
  /** Null where this person may not know who. */
  readonly notedBy: string | null
}

/** What is noted for a need and still open, the oldest first. */
export const unmetOf = async (ctx: Context, needId: string): Promise<UnmetService[]> => {
  const { tx } = ctx
  const rows = await tx.unmetService.findMany({
    where: { needId, endedOn: null },
    orderBy: [{ notedOn: 'asc' }, { serviceKey: 'asc' }],
  })
  const authors = await tx.userAccount.findMany({
    where: { id: { in: rows.map((r) => r.notedById) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const here = await catalogueHere(ctx)
  return rows.map((r) => {
    const author = authors.find((u) => u.id === r.notedById)
    return {
      id: r.id,
      serviceKey: r.serviceKey,
      service: here.nameOf(r.serviceKey),
      notedOn: fromDbDate(r.notedOn),
      notedBy: author ? `${author.givenName} ${author.familyName}` : null,
    }
  })
}

/**
 * Nobody here gives a service that the need calls for: counted for the gmina, the ROPS and the ministry, without the
 * family. Noted twice it stands once.
 */
export const recordUnmetNeed = defineCommand({
  name: 'need.unmet',
  input: z.strictObject({ needId: uuid(), serviceKey: z.string({ error: 'choose' }).max(60, 'choose') }),
  subject: needFacts,
  run: async (ctx, { needId, serviceKey: chosen }, facts) => {
    checkStage(facts)
    if (facts.closed) throw conflict('wrongState')
    // counted by the national key, whatever the service is called here
    const service = (await catalogueHere(ctx)).known(chosen)
    if (!service) throw invalid({ serviceKey: 'choose' })
    const { nationalKey: serviceKey, type } = service
    const need = await ctx.tx.need.findUniqueOrThrow({ where: { id: needId } })
    if (!(await openCategories(ctx, facts, need.personId)).has(type.dataCategory))
      throw invalid({ serviceKey: 'needClosed' })
    const done = { caseId: facts.caseId, needId }
    if ((await ctx.tx.unmetService.count({ where: { needId, serviceKey, endedOn: null } })) > 0) return done
    await ctx.tx.unmetService.createMany({
      data: [
        {
          needId,
          caseId: facts.caseId,
          teamId: facts.teamId,
          ownerInstitutionId: facts.ownerInstitutionId,
          personId: need.personId,
          serviceKey,
          category: type.dataCategory,
          notedOn: toDbDate(ctx.today),
          notedById: ctx.actor.userId,
        },
      ],
    })
    return done
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

type UnmetFacts = CaseFacts & { readonly needId: string }

const unmetFacts = async (ctx: Context, { unmetId }: { unmetId: string }): Promise<UnmetFacts> => {
  const row = await ctx.tx.unmetService.findUnique({ where: { id: unmetId } })
  if (!row) throw notFound()
  return { ...(await bySubject(ctx, { caseId: row.caseId })), needId: row.needId }
}

/** Noted by mistake, or wanted no more. A line with this service ends the record by itself (app.end_unmet). */
export const endUnmetNeed = defineCommand({
  name: 'need.unmetEnd',
  input: z.strictObject({ unmetId: uuid(), why: z.enum(['mistake', 'noLonger'], { error: 'choose' }) }),
  subject: unmetFacts,
  run: async (ctx, { unmetId, why }, facts) => {
    const ended = await ctx.tx.unmetService.updateMany({
      where: { id: unmetId, endedOn: null },
      data: { endedOn: toDbDate(ctx.today), endedWhy: why, endedById: ctx.actor.userId },
    })
    if (ended.count !== 1) throw conflict('stale')
    return { caseId: facts.caseId, needId: facts.needId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
