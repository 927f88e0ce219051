import { NoteWords, noteBy, noteTitle } from '@/app/(app)/sprawy/[id]/notatki/note-words'
import { AppLink } from '@/components/ui/app-link'
import { LinkButton } from '@/components/ui/button'
import { Pager } from '@/components/ui/list-tools'
import { Timeline } from '@/components/ui/lists'
import { EmptyState, Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { noteMessages as m } from '@/lib/messages/pl/notes'
import { listNotes, type NoteView } from '@/lib/notes'
import { definePage } from '@/lib/web/define-page'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const done: Readonly<Record<string, string>> = { zapisano: m.saved, wycofano: m.removedNow, szkic: m.dropped }

const Entries = ({ caseId, notes }: { caseId: string; notes: readonly NoteView[] }) => (
  <Sheet pad>
    <Timeline
      events={notes.map((note) => ({
        id: note.id,
        when: formatDate(note.heldOn),
        dateTime: note.heldOn,
        tone: note.removed ? 'off' : 'done',
        text: (
          <div className="stack-2">
            <p>
              <AppLink href={paths.caseNote(caseId, note.id)}>
                <b>{noteTitle(note)}</b>
              </AppLink>
              <span className="soft block">{noteBy(note)}</span>
            </p>
            <NoteWords note={note} />
          </div>
        ),
      }))}
    />
  </Sheet>
)

/** Notes and contacts of a case, newest first, each as far as consent and its author show it. */
export default definePage({
  permission: 'note.list',
  render: async ({ actor, params, search }) => {
    const caseId = params.id ?? ''
    const page = await listNotes.execute(actor, { caseId, cursor: search.od ?? '' })
    const news = done[search.zrobione ?? '']
    const add = page.mayWrite && (
      <LinkButton href={paths.caseNoteNew(caseId)} variant={1} icon="plus">
        {m.add}
      </LinkButton>
    )
    const at = (od: string | null) => (od ? withParams(paths.caseNotes(caseId), { od }) : undefined)
    return (
      <>
        {news && (
          <Notice tone="good" role="status" className="mb-4">
            {news}
          </Notice>
        )}
        <SectionHead title={m.title} lead={m.lead} />
        {page.notes.length === 0 ? (
          <EmptyState title={m.empty} actions={add}>
            {page.mayWrite && m.emptyText}
          </EmptyState>
        ) : (
          <Entries caseId={caseId} notes={page.notes} />
        )}
        <Pager
          previousHref={at(page.previous)}
          nextHref={at(page.next)}
          shown={page.notes.length > 0 && m.shown(page.notes.length)}
        />
      </>
    )
  },
})
