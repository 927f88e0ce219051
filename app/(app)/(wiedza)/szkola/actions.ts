'use server'

import * as school from '@/lib/school'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page =
  (code: string) =>
  ({ eventId }: { eventId: string }): string =>
    `${paths.schoolEvent(eventId)}?zrobione=${code}`

export const createEvent = defineAction(school.createEvent, { done: page('dodano') })
export const correctEvent = defineAction(school.correctEvent, { done: page('poprawiono') })
export const cancelEvent = defineAction(school.cancelEvent, { done: page('odwolano') })
export const signUp = defineAction(school.signUp, {
  done: (result) => page(result.outcome === 'waiting' ? 'kolejka' : 'zapisano')(result),
})
export const signUpPeople = defineAction(school.signUpPeople, { done: page('osoby') })
export const signOff = defineAction(school.signOff, { done: page('wypisano') })
export const recordAttendance = defineAction(school.recordAttendance, { done: page('obecnosc') })
export const addMaterial = defineAction(school.addMaterial, { done: page('material') })
export const removeMaterial = defineAction(school.removeMaterial, { done: page('usunieto') })
