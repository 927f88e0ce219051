import { z } from 'zod'
import { type ModelTheme, modelThemes, regionOf } from '@/lib/knowledge'
import { modelFacts, ofModel } from '@/lib/model-consultations/facts'
import type { verdicts } from '@/lib/model-consultations/keep'
import { fromDbDate } from '@/lib/platform/clock'
import type { ModelConsultation, ModelRemark } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import { may, mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

export type ModelState = 'open' | 'ended' | 'closed'

const stateOf = (row: ModelConsultation, today: string): ModelState =>
  row.closedAt ? 'closed' : fromDbDate(row.endsOn) < today ? 'ended' : 'open'

/** Consultations of the model to which this person is invited, or which it keeps. */
export const listModelConsultations = defineQuery({
  name: 'model.list',
  input: z.strictObject({}),
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async (ctx, _input, facts) => {
    const rows = await ctx.tx.modelConsultation.findMany({
      include: { remarks: { select: { byId: true, verdict: true } } },
      orderBy: [{ endsOn: 'desc' }, { id: 'asc' }],
      take: 200,
    })
    const mayOpen = may(ctx.actor, 'model.open', facts)
    return {
      rows: rows.map((row) => ({
        id: row.id,
        title: row.title,
        endsOn: fromDbDate(row.endsOn),
        state: stateOf(row, ctx.today),
        mine: row.remarks.filter((r) => r.byId === ctx.actor.userId).length,
        /** All of them, and those without an answer, for who answers. */
        remarks: mayOpen ? row.remarks.length : null,
        unanswered: mayOpen && !row.closedAt ? row.remarks.filter((r) => r.verdict === null).length : 0,
      })),
      mayOpen,
    }
  },
  audit: 'notPersonal',
})
export type ModelRow = Awaited<ReturnType<typeof listModelConsultations.execute>>['rows'][number]

/** Teams of the voivodeship whose people may be asked. */
export const prepareModelConsultation = defineQuery({
  name: 'model.prepare',
  input: z.strictObject({}),
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async (ctx) => ({
    teams: (
      await ctx.tx.team.findMany({
        where: { wojewodztwoCode: regionOf(ctx), status: { not: 'dissolved' } },
        select: { id: true, name: true },
        orderBy: { name: 'asc' },
      })
    ).map((t) => ({ value: t.id, label: t.name })),
  }),
  audit: 'notPersonal',
})

const remarkOf = (row: ModelRemark, userId: string) => ({
  id: row.id,
  version: row.version,
  theme: row.theme as ModelTheme,
  body: row.body,
  name: row.byName,
  function: row.byFunction,
  outside: row.invitationId !== null,
  mine: row.byId === userId,
  madeAt: row.madeAt,
  verdict: row.verdict as (typeof verdicts)[number] | null,
  reason: row.reason,
})
export type RemarkView = ReturnType<typeof remarkOf>

/** Remarks that this person may see, theme by theme in the order of the domain. */
const remarksOf = async ({ tx, actor }: Context, consultationId: string): Promise<RemarkView[]> => {
  const rows = await tx.modelRemark.findMany({
    where: { consultationId },
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
  })
  const place = (r: ModelRemark) => modelThemes.indexOf(r.theme as ModelTheme)
  return rows.sort((a, b) => place(a) - place(b)).map((r) => remarkOf(r, actor.userId))
}

const viewOf = async (ctx: Context, row: ModelConsultation) => {
  const issuer = await ctx.tx.institution.findUnique({
    where: { id: row.institutionId },
    select: { name: true },
  })
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    body: row.body,
    endsOn: fromDbDate(row.endsOn),
    showsRemarks: row.showsRemarks,
    summary: row.summary,
    closedAt: row.closedAt,
    issuer: issuer?.name ?? '',
    state: stateOf(row, ctx.today),
    lastDay: fromDbDate(row.endsOn) <= ctx.today,
    remarks: await remarksOf(ctx, row.id),
  }
}
export type ModelView = Awaited<ReturnType<typeof viewOf>>

/** One consultation: the text, the own remarks; all of them for the keepers, and for all once it is closed so. */
export const readModelConsultation = defineQuery({
  name: 'model.read',
  input: z.strictObject({ modelConsultationId: uuid() }),
  subject: modelFacts,
  run: async (ctx, _input, facts) => {
    const { row } = facts
    const rights = mayAll(
      ctx.actor,
      facts,
      'model.correct',
      'model.invite',
      'model.answer',
      'model.close',
      'model.export',
    )
    const invited = ctx.actor.assignments.some((a) => row.roles.includes(a.role))
    return {
      ...(await viewOf(ctx, row)),
      roles: row.roles,
      teams: row.teamIds.length,
      invitations: rights['model.invite']
        ? await ctx.tx.modelInvitation.findMany({
            where: { consultationId: row.id },
            orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
            select: { id: true, recipient: true, sentAt: true, openedAt: true, endedAt: true },
          })
        : [],
      may: { ...rights, 'model.remark': invited && may(ctx.actor, 'model.remark', facts) },
    }
  },
  audit: ofModel,
})
export type ModelPage = Awaited<ReturnType<typeof readModelConsultation.execute>>

/** The same with every remark, to take along as a document. */
export const exportModelConsultation = defineQuery({
  name: 'model.export',
  input: z.strictObject({ modelConsultationId: uuid() }),
  subject: modelFacts,
  run: (ctx, _input, { row }) => viewOf(ctx, row),
  audit: ofModel,
})
