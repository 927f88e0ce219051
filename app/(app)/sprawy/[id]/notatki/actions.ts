'use server'

import { formatTime } from '@/lib/format/dates'
import { noteMessages } from '@/lib/messages/pl/notes'
import { uiMessages } from '@/lib/messages/pl/ui'
import * as notes from '@/lib/notes'
import { defineAction } from '@/lib/web/define-action'
import { typedValues } from '@/lib/web/form-data'
import { paths } from '@/lib/web/paths'

type Of = { caseId: string; noteId: string }
const list =
  (code: string) =>
  ({ caseId }: Of): string =>
    `${paths.caseNotes(caseId)}?zrobione=${code}`

export const writeNote = defineAction(notes.writeNote, { done: list('zapisano') })
export const removeNote = defineAction(notes.removeNote, { done: list('wycofano') })
export const correctNote = defineAction(notes.correctNote, {
  done: ({ caseId, noteId }) => paths.caseNote(caseId, noteId),
})
export const discloseNote = defineAction(notes.discloseNote, {
  done: () => ({ message: noteMessages.one.setDone }),
})
export const saveNoteDraft = defineAction(notes.saveNoteDraft, {
  read: (form) => ({ caseId: form.get('caseId'), fields: typedValues(form) }),
  done: ({ savedAt }) => ({ message: uiMessages.state.saved(formatTime(savedAt)) }),
  quiet: true,
})
export const dropNoteDraft = defineAction(notes.dropNoteDraft, {
  done: ({ caseId }) => `${paths.caseNotes(caseId)}?zrobione=szkic`,
})
