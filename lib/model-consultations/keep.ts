import { z } from 'zod'
import { changed, impersonal, regionOf } from '@/lib/knowledge'
import { modelInvitationLetter } from '@/lib/messages/pl/model-consultations'
import { type ModelFacts, modelFacts, ofModel, remarkFacts } from '@/lib/model-consultations/facts'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { date, email, flag, line, many, prose, uuid, version } from '@/lib/platform/input'
import { newToken } from '@/lib/platform/tokens'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** Who may be asked inside the product: everybody who works in teams or for the voivodeship. */
export const invitableRoles = [
  'lider_gminny',
  'lider_powiatowy',
  'koordynator_zespolu',
  'koordynator_rodziny',
  'asystent_rodziny',
  'decydent',
  'specjalista',
  'wykonawca',
  'radny',
  'ekspert',
  'animator',
] as const

const fields = { title: line(160), body: prose(12_000), endsOn: date(), showsRemarks: flag() }
const target = { modelConsultationId: uuid(), version: version() }

/** Opened for the chosen roles and teams, who are told. */
export const openModelConsultation = defineCommand({
  name: 'model.open',
  input: z.strictObject({
    ...fields,
    roles: many(z.enum(invitableRoles, { error: 'choose' })).refine((chosen) => chosen.length > 0, 'choose'),
    teamIds: many(uuid()),
  }),
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async (ctx, input) => {
    const region = regionOf(ctx)
    if (input.endsOn < ctx.today) throw invalid({ endsOn: 'modelEndPast' })
    const known = await ctx.tx.team.count({ where: { id: { in: input.teamIds }, wojewodztwoCode: region } })
    if (known < new Set(input.teamIds).size) throw notFound()
    const row = await ctx.tx.modelConsultation.create({
      data: {
        ...input,
        endsOn: toDbDate(input.endsOn),
        wojewodztwoCode: region,
        institutionId: ctx.actor.institutionId,
        createdById: ctx.actor.userId,
      },
    })
    await ctx.tx.$queryRaw`select app.tell_of_model_consultation(${row.id}::uuid, 'opened')`
    return { modelConsultationId: row.id }
  },
  audit: ({ modelConsultationId }) => ({
    subjectKind: 'modelConsultation',
    subjectIds: [modelConsultationId],
  }),
})

const change = async ({ tx }: Context, { row }: ModelFacts, seen: number, data: object) => {
  if (row.closedAt) throw conflict('model.closed')
  changed(
    await tx.modelConsultation.updateMany({
      where: { id: row.id, version: seen },
      data: { ...data, version: { increment: 1 } },
    }),
  )
  return { modelConsultationId: row.id }
}

/** Put right; the text itself only as long as nobody remarked on it. */
export const correctModelConsultation = defineCommand({
  name: 'model.correct',
  input: z.strictObject({ ...target, ...fields }),
  subject: modelFacts,
  run: async (ctx, { version: seen, modelConsultationId, endsOn, ...input }, facts) => {
    if (endsOn < ctx.today && endsOn !== fromDbDate(facts.row.endsOn))
      throw invalid({ endsOn: 'modelEndPast' })
    const remarks = await ctx.tx.modelRemark.count({ where: { consultationId: modelConsultationId } })
    if (remarks > 0 && input.body !== facts.row.body) throw invalid({ body: 'modelHasRemarks' })
    // what was promised to who spoke is not taken back
    if (remarks > 0 && input.showsRemarks !== facts.row.showsRemarks)
      throw invalid({ showsRemarks: 'modelHasRemarks' })
    return change(ctx, facts, seen, { ...input, endsOn: toDbDate(endsOn) })
  },
  audit: ofModel,
})

const addresses = z
  .string({ error: 'required' })
  .transform((text) => [...new Set(text.split(/[\s,;]+/u).filter(Boolean))])
  .pipe(z.array(email()).min(1, 'required').max(50, 'modelManyAddresses'))

/** Letters with a secret link to people outside; a second letter to an address ends the first link. */
export const inviteOutside = defineCommand({
  name: 'model.invite',
  input: z.strictObject({ modelConsultationId: uuid(), emails: addresses }),
  subject: modelFacts,
  run: async ({ tx }, { modelConsultationId, emails }, { row }) => {
    for (const recipient of emails) {
      const { token, tokenHash } = newToken()
      const letter = modelInvitationLetter(`${env().PUBLIC_URL}/opinia/${token}`, fromDbDate(row.endsOn))
      const [sent] = await tx.$queryRaw<{ outcome: 'sent' | 'closed' | 'often' }[]>`
        select app.send_model_invitation(${modelConsultationId}::uuid, ${recipient}, ${tokenHash}, ${letter.subject}, ${letter.body})
          as outcome`
      if (sent?.outcome !== 'sent') throw conflict(`model.${sent?.outcome ?? 'closed'}`)
    }
    return { modelConsultationId }
  },
  audit: ofModel,
})

/** The link dies at once; what was said stays. */
export const takeBackInvitation = defineCommand({
  name: 'model.takeBack',
  input: z.strictObject({ modelInvitationId: uuid() }),
  subject: async (ctx, { modelInvitationId }) => {
    const row = await ctx.tx.modelInvitation.findUnique({ where: { id: modelInvitationId } })
    if (!row) throw notFound()
    return modelFacts(ctx, { modelConsultationId: row.consultationId })
  },
  run: async ({ tx, now }, { modelInvitationId }, { row }) => {
    await tx.modelInvitation.updateMany({
      where: { id: modelInvitationId, endedAt: null },
      data: { endedAt: now },
    })
    return { modelConsultationId: row.id }
  },
  audit: ofModel,
})

export const verdicts = ['taken', 'partly', 'notTaken'] as const

/** What became of one remark, with the reason; put right as often as needed until it is closed. */
export const answerRemark = defineCommand({
  name: 'model.answer',
  input: z.strictObject({
    remarkId: uuid(),
    version: version(),
    verdict: z.enum(verdicts, { error: 'choose' }),
    reason: prose(1000),
  }),
  subject: remarkFacts,
  run: async ({ tx }, { remarkId, verdict, reason, version: seen }, { row }) => {
    if (row.closedAt) throw conflict('model.closed')
    changed(
      await tx.modelRemark.updateMany({
        where: { id: remarkId, version: seen },
        data: { verdict, reason, version: { increment: 1 } },
      }),
    )
    return { modelConsultationId: row.id }
  },
  audit: ofModel,
})

/** From its last day on, once every remark has its answer; the invited are told. */
export const closeModelConsultation = defineCommand({
  name: 'model.close',
  input: z.strictObject({ ...target, summary: impersonal(6000) }),
  subject: modelFacts,
  run: async (ctx, { summary, version: seen }, facts) => {
    const { row } = facts
    if (fromDbDate(row.endsOn) > ctx.today) throw conflict('model.early')
    const open = await ctx.tx.modelRemark.count({ where: { consultationId: row.id, verdict: null } })
    if (open > 0) throw conflict('model.unanswered')
    const done = await change(ctx, facts, seen, { summary, closedAt: ctx.now })
    await ctx.tx.$queryRaw`select app.tell_of_model_consultation(${row.id}::uuid, 'closed')`
    return done
  },
  audit: ofModel,
})
