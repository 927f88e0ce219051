'use server'

import * as programme from '@/lib/programme'
import { defineAction } from '@/lib/web/define-action'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const gmina =
  (code: string) =>
  ({ gmina: at }: { gmina: string }): string =>
    withParams(paths.programmeGmina(at), { zrobione: code })

export const planGminas = defineAction(programme.planGminas, {
  done: (_result, form) => {
    const chosen = form.getAll('gminas')
    const [only] = chosen
    return chosen.length === 1 && typeof only === 'string'
      ? withParams(paths.programmeGmina(only), { zrobione: 'dodano' })
      : paths.programme({ zrobione: 'dodano' })
  },
})
export const assignAnimator = defineAction(programme.assignAnimator, { done: gmina('wskazano') })
export const keepStages = defineAction(programme.keepStages, { done: gmina('terminy') })
export const dropGmina = defineAction(programme.dropGmina, { done: gmina('wykreslono') })
export const noteVisit = defineAction(programme.noteVisit, { done: gmina('wizyta') })
export const correctVisit = defineAction(programme.correctVisit, { done: gmina('notatka') })
export const cancelVisit = defineAction(programme.cancelVisit, { done: gmina('odwolano') })
