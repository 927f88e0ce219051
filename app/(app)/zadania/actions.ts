'use server'

import * as tasks from '@/lib/tasks'
import { defineAction } from '@/lib/web/define-action'
import { readForm } from '@/lib/web/form-data'
import { paths } from '@/lib/web/paths'

/** Done on the page on which the form stood: the own list, the team's or the case's. */
const doneOn =
  (code: string) =>
  (_result: unknown, form: FormData): string => {
    const back = String(form.get('back') ?? '')
    const here = /^\/(zespoly|sprawy)\/[0-9a-f-]{36}\/zadania$/u.test(back) ? back : paths.tasks()
    return `${here}?zrobione=${code}`
  }

/** The form without the page to go back to. */
const read = (form: FormData): Record<string, unknown> => {
  const { back: _back, ...fields } = readForm(form)
  return fields
}

export const addOwnTask = defineAction(tasks.addOwnTask, { read, done: doneOn('zapisano') })
export const addTask = defineAction(tasks.addTask, {
  read,
  done: ({ teamId }) => `${paths.teamTasks(teamId)}?zrobione=zapisano`,
})
export const addCaseTask = defineAction(tasks.addCaseTask, {
  read,
  done: ({ caseId }) => `${paths.caseTasks(caseId)}?zrobione=zapisano`,
})
export const finishTask = defineAction(tasks.finishTask, { read, done: doneOn('zrobione') })
export const cancelTask = defineAction(tasks.cancelTask, { read, done: doneOn('odwolano') })
export const reassignTask = defineAction(tasks.reassignTask, { read, done: doneOn('przekazano') })
export const finishCaseTask = defineAction(tasks.finishCaseTask, { read, done: doneOn('zrobione') })
export const cancelCaseTask = defineAction(tasks.cancelCaseTask, { read, done: doneOn('odwolano') })
export const reassignCaseTask = defineAction(tasks.reassignCaseTask, { read, done: doneOn('przekazano') })
