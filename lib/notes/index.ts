export { composeNote, type NoteForm } from '@/lib/notes/compose'
export { dropNoteDraft, saveNoteDraft } from '@/lib/notes/draft'
export {
  type DisclosureLevel,
  isContact,
  type NoteKind,
  noteKinds,
  participations,
  recommendations,
} from '@/lib/notes/kinds'
export { listNotes, type NotePage, type NoteView, notesById, readNote } from '@/lib/notes/read'
export { correctNote, discloseNote, removeNote, writeNote } from '@/lib/notes/write'
