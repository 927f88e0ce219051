'use server'

import * as questions from '@/lib/questions'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const addWzkMember = defineAction(questions.addWzkMember, {
  done: () => `${paths.wzk()}?zrobione=dodano`,
})
export const endWzkMember = defineAction(questions.endWzkMember, {
  done: () => `${paths.wzk()}?zrobione=zakonczono`,
})
