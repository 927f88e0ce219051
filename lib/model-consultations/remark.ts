import { z } from 'zod'
import { changed, impersonal, modelThemes } from '@/lib/knowledge'
import { type ModelFacts, modelFacts, ofModel, remarkFacts } from '@/lib/model-consultations/facts'
import { fromDbDate } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import { uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

export const remarkFields = { theme: z.enum(modelThemes, { error: 'choose' }), body: impersonal(3000) }

const demandOpen = ({ today }: Context, { row }: ModelFacts): void => {
  if (row.closedAt || fromDbDate(row.endsOn) < today) throw conflict('model.closed')
}

/** What somebody who is invited thinks of the text, by theme. */
export const addRemark = defineCommand({
  name: 'model.remark',
  input: z.strictObject({ modelConsultationId: uuid(), ...remarkFields }),
  subject: modelFacts,
  run: async (ctx, { modelConsultationId, theme, body }, facts) => {
    demandOpen(ctx, facts)
    const { tx, actor } = ctx
    await tx.modelRemark.create({
      data: {
        consultationId: modelConsultationId,
        wojewodztwoCode: facts.row.wojewodztwoCode,
        theme,
        body,
        byId: actor.userId,
        byInstitutionId: actor.institutionId,
        byName: `${actor.givenName} ${actor.familyName}`,
        byFunction: actor.institutionName,
      },
    })
    return { modelConsultationId }
  },
  audit: ofModel,
})

/** One's own words put right, until the last day. */
export const correctRemark = defineCommand({
  name: 'model.correctRemark',
  input: z.strictObject({ remarkId: uuid(), version: version(), ...remarkFields }),
  subject: remarkFacts,
  run: async (ctx, { remarkId, theme, body, version: seen }, facts) => {
    demandOpen(ctx, facts)
    if (facts.remark.verdict) throw conflict('model.answered')
    changed(
      await ctx.tx.modelRemark.updateMany({
        where: { id: remarkId, version: seen },
        data: { theme, body, version: { increment: 1 } },
      }),
    )
    return { modelConsultationId: facts.row.id }
  },
  audit: ofModel,
})
