import { categoryWords } from '@/lib/messages/pl/consents'
import {
  levelNames,
  noteMessages as m,
  noteKindNames,
  participationNames,
  recommendationNames,
} from '@/lib/messages/pl/notes'
import type { NoteView } from '@/lib/notes'

/** What stands above the words of an entry: kind, about whom, which category, by whom. */
export const noteTitle = (note: NoteView): string =>
  `${noteKindNames[note.kind]}: ${m.about(note.persons, note.wholeFamily)}`

export const noteBy = (note: NoteView): string =>
  [
    note.author,
    note.institution,
    categoryWords[note.category].name,
    note.removed && m.removed,
    note.corrected && !note.removed && m.corrected,
  ]
    .filter(Boolean)
    .join(', ')

/** The words of an entry as far as this reader is shown them, and why there are no more. */
export const NoteWords = ({ note }: { note: NoteView }) => (
  <>
    {note.summary && <p className="med">{note.summary}</p>}
    {note.body && <p className="pre">{note.body}</p>}
    {note.participation && (
      <p>
        {m.takesPart(participationNames[note.participation])}
        {note.recommendation && ` ${m.advises(recommendationNames[note.recommendation])}`}
      </p>
    )}
    {note.nextOn && <p>{m.next(note.nextOn)}</p>}
    {!note.removed && note.level === 'exists' && <p className="muted">{m.onlyExists}</p>}
    {note.level === 'summary' && !note.participation && (
      <p className="muted">{note.summary ? m.onlySummary : m.noSummary}</p>
    )}
  </>
)

export const levelOptions = (['exists', 'summary', 'full'] as const).map((value) => ({
  value,
  label: levelNames[value],
}))
