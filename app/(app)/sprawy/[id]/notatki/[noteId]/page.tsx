import { Correct, Disclosures, Remove, Versions } from '@/app/(app)/sprawy/[id]/notatki/[noteId]/parts'
import { NoteWords, noteBy, noteTitle } from '@/app/(app)/sprawy/[id]/notatki/note-words'
import { Crumbs, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { noteMessages as m } from '@/lib/messages/pl/notes'
import { readNote } from '@/lib/notes'
import { today } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

/** One note or contact: its words, who is shown how much of them, and what they said before. */
export default definePage({
  permission: 'note.read',
  render: async ({ actor, params }) => {
    const page = await readNote.execute(actor, { noteId: params.noteId ?? '' })
    if (page.caseId !== params.id) throw notFound()
    const { note } = page
    return (
      <div className="task">
        <Crumbs
          inside
          items={[{ label: m.title, href: paths.caseNotes(page.caseId) }, { label: formatDate(note.heldOn) }]}
        />
        <SectionHead title={noteTitle(note)} lead={`${formatDate(note.heldOn)}. ${noteBy(note)}`} />
        <Sheet pad className="stack-4">
          <NoteWords note={note} />
          <Correct page={page} today={today()} />
          <Remove page={page} />
        </Sheet>
        <Disclosures page={page} />
        <Versions page={page} />
      </div>
    )
  },
})
