'use server'

import { endAbsence, noteAbsence } from '@/lib/absence'
import { absenceMessages as m } from '@/lib/messages/pl/absence'
import { defineAction } from '@/lib/web/define-action'

export const noteAway = defineAction(noteAbsence, { done: () => ({ message: m.noted }) })
export const endAway = defineAction(endAbsence, { done: () => ({ message: m.ended }) })
