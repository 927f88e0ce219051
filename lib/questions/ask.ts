import { z } from 'zod'
import { fold } from '@/lib/format/fold'
import { changed, impersonal, themes } from '@/lib/knowledge'
import { conflict } from '@/lib/platform/errors'
import { line, optional, uuid, version } from '@/lib/platform/input'
import { defineCommand } from '@/lib/policy/usecase'
import { ofQuestion, questionFacts } from '@/lib/questions/facts'
import { teamFacts } from '@/lib/teams'

/** A question of a team to the voivodeship. No person and no case stands in it. */
export const askQuestion = defineCommand({
  name: 'question.ask',
  input: z.strictObject({
    teamId: uuid(),
    title: line(160).pipe(impersonal(160)),
    body: impersonal(3000),
    theme: z.enum(themes, { error: 'choose' }),
    law: optional(line(160)),
  }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async ({ tx, actor }, input, { team }) => {
    const row = await tx.teamQuestion.create({
      data: {
        ...input,
        wojewodztwoCode: team.wojewodztwoCode,
        institutionId: actor.institutionId,
        askedById: actor.userId,
        textFolded: fold(`${input.title} ${input.body} ${input.law ?? ''}`),
      },
    })
    await tx.$queryRaw`select app.tell_of_question(${row.id}::uuid, 'asked')::text`
    return { questionId: row.id }
  },
  audit: ({ questionId }) => ({ subjectKind: 'question', subjectIds: [questionId] }),
})

/** Taken back by who asked; the ROPS takes one out of the library that should not be there. */
export const withdrawQuestion = defineCommand({
  name: 'question.withdraw',
  input: z.strictObject({ questionId: uuid(), version: version() }),
  subject: questionFacts,
  run: async ({ tx, actor }, { questionId, version: seen }, { row }) => {
    const keeps = actor.assignments.some((a) => a.role === 'rops_koordynator' || a.role === 'animator')
    if (row.status === 'withdrawn' || (row.status === 'answered' && !keeps)) throw conflict('wrongState')
    changed(
      await tx.teamQuestion.updateMany({
        where: { id: questionId, version: seen },
        data: { status: 'withdrawn', version: { increment: 1 } },
      }),
    )
    return { questionId }
  },
  audit: ofQuestion,
})
