import { notFound } from '@/lib/platform/errors'
import type { TeamQuestion } from '@/lib/platform/generated/prisma/client'
import type { Facts } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

export type QuestionFacts = Facts & { readonly row: TeamQuestion }

/** One question; hidden and absent are notFound alike. */
export const questionFacts = async (
  { tx, actor }: Context,
  { questionId }: { questionId: string },
): Promise<QuestionFacts> => {
  const row = await tx.teamQuestion.findUnique({ where: { id: questionId } })
  if (!row) throw notFound()
  const member = await tx.teamMember.count({
    where: { teamId: row.teamId, institutionId: actor.institutionId, leftOn: null },
  })
  return { row, wojewodztwoCode: row.wojewodztwoCode, teamId: row.teamId, memberOfTeam: member > 0 }
}

export const ofQuestion = (_result: unknown, _input: unknown, { row }: QuestionFacts) => ({
  subjectKind: 'question',
  subjectIds: [row.id],
})
