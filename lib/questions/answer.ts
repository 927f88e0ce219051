import { z } from 'zod'
import { fold } from '@/lib/format/fold'
import { changed, impersonal } from '@/lib/knowledge'
import { tell } from '@/lib/notifications'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid } from '@/lib/platform/errors'
import { line, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { expertsOf } from '@/lib/questions/experts'
import { ofQuestion, type QuestionFacts, questionFacts } from '@/lib/questions/facts'

const target = { questionId: uuid(), version: version() }

const change = async ({ tx }: Context, { row }: QuestionFacts, seen: number, data: object) => {
  changed(
    await tx.teamQuestion.updateMany({
      where: { id: row.id, version: seen },
      data: { ...data, version: { increment: 1 } },
    }),
  )
  return { questionId: row.id }
}

/** Who is asked to answer: an expert of the voivodeship, who is told. */
export const assignQuestion = defineCommand({
  name: 'question.assign',
  input: z.strictObject({ ...target, expert: z.string({ error: 'choose' }).max(80) }),
  subject: questionFacts,
  run: async (ctx, { expert, version: seen }, facts) => {
    if (facts.row.status !== 'asked') throw conflict('wrongState')
    const chosen = (await expertsOf(ctx, facts.row.wojewodztwoCode)).find(({ value }) => value === expert)
    if (!chosen) throw invalid({ expert: 'choose' })
    const { userId, institutionId, label } = chosen
    await tell(ctx, [{ userId, institutionId }], { kind: 'question.assigned', thingId: facts.row.id })
    return change(ctx, facts, seen, {
      assignedToId: userId,
      assignedInstitutionId: institutionId,
      assignedName: label,
    })
  },
  audit: ofQuestion,
})

/**
 * The answer, or a better version of it: earlier ones stay readable beneath. An answer that was out of date counts again
 * once it is put right.
 */
export const answerQuestion = defineCommand({
  name: 'question.answer',
  input: z.strictObject({ ...target, body: impersonal(6000), law: optional(line(160)) }),
  subject: questionFacts,
  run: async (ctx, { body, law, version: seen }, facts) => {
    const { tx, actor } = ctx
    const { row } = facts
    if (row.status === 'withdrawn') throw conflict('wrongState')
    const done = await change(ctx, facts, seen, {
      status: 'answered',
      law: law ?? row.law,
      textFolded: fold(`${row.title} ${row.body} ${body} ${law ?? row.law ?? ''}`),
      endedOn: null,
      endReason: null,
    })
    await tx.questionAnswer.createMany({
      data: [
        {
          questionId: row.id,
          wojewodztwoCode: row.wojewodztwoCode,
          versionNo: (await tx.questionAnswer.count({ where: { questionId: row.id } })) + 1,
          body,
          law,
          answeredById: actor.userId,
          answeredByName: `${actor.givenName} ${actor.familyName}`,
          institutionId: actor.institutionId,
        },
      ],
    })
    await tx.$queryRaw`select app.tell_of_question(${row.id}::uuid, 'answered')::text`
    return done
  },
  audit: ofQuestion,
})

/** Out of date: still found, marked so, with the reason. */
export const endAnswer = defineCommand({
  name: 'question.end',
  input: z.strictObject({ ...target, reason: prose(600) }),
  subject: questionFacts,
  run: async (ctx, { reason, version: seen }, facts) => {
    if (facts.row.status !== 'answered' || facts.row.endedOn) throw conflict('wrongState')
    return change(ctx, facts, seen, { endedOn: toDbDate(ctx.today), endReason: reason })
  },
  audit: ofQuestion,
})
