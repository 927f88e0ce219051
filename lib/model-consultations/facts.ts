import { notFound } from '@/lib/platform/errors'
import type { ModelConsultation, ModelRemark } from '@/lib/platform/generated/prisma/client'
import type { Facts } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

export type ModelFacts = Facts & { readonly row: ModelConsultation }
export type RemarkFacts = ModelFacts & { readonly remark: ModelRemark }

/** A consultation of the model to which this person is invited, or which it keeps; else notFound. */
export const modelFacts = async (
  { tx }: Context,
  { modelConsultationId }: { modelConsultationId: string },
): Promise<ModelFacts> => {
  const row = await tx.modelConsultation.findUnique({ where: { id: modelConsultationId } })
  if (!row) throw notFound()
  return { row, wojewodztwoCode: row.wojewodztwoCode }
}

/** One remark, with whose it is. */
export const remarkFacts = async (ctx: Context, { remarkId }: { remarkId: string }): Promise<RemarkFacts> => {
  const remark = await ctx.tx.modelRemark.findUnique({ where: { id: remarkId } })
  if (!remark) throw notFound()
  const facts = await modelFacts(ctx, { modelConsultationId: remark.consultationId })
  return { ...facts, remark, authorId: remark.byId, authorInstitutionId: remark.byInstitutionId }
}

export const ofModel = (_result: unknown, _input: unknown, { row }: ModelFacts) => ({
  subjectKind: 'modelConsultation',
  subjectIds: [row.id],
})
