'use server'

import * as questions from '@/lib/questions'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page =
  (code: string) =>
  ({ questionId }: { questionId: string }): string =>
    `${paths.question(questionId)}?zrobione=${code}`

export const askQuestion = defineAction(questions.askQuestion, { done: page('wyslano') })
export const withdrawQuestion = defineAction(questions.withdrawQuestion, { done: page('wycofano') })
export const assignQuestion = defineAction(questions.assignQuestion, { done: page('przekazano') })
export const answerQuestion = defineAction(questions.answerQuestion, { done: page('odpowiedziano') })
export const endAnswer = defineAction(questions.endAnswer, { done: page('nieaktualne') })
