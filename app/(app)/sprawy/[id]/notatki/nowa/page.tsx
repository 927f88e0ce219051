import { dropNoteDraft, saveNoteDraft, writeNote } from '@/app/(app)/sprawy/[id]/notatki/actions'
import {
  HeldOn,
  Kind,
  Levels,
  NextOn,
  Summary,
  type Was,
  Words,
} from '@/app/(app)/sprawy/[id]/notatki/nowa/fields'
import { Presence } from '@/components/cases/presence'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { DraftKeeper } from '@/components/ui/draft-keeper'
import { FormChoices, FormHidden, FormSelect } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { EmptyState, Notice } from '@/components/ui/messages'
import { Crumbs, SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatTime } from '@/lib/format/dates'
import { noteMessages } from '@/lib/messages/pl/notes'
import { uiMessages } from '@/lib/messages/pl/ui'
import { composeNote, type NoteForm } from '@/lib/notes'
import { openForm } from '@/lib/presence'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = noteMessages.form
export const metadata = { title: m.title }

const Who = ({ page, chosen }: { page: NoteForm; chosen: string | string[] | undefined }) => {
  const [only, ...others] = page.people
  if (!only) return null
  return (
    <FormChoices
      name="personIds"
      legend={m.who}
      hint={m.whoHint}
      options={page.people.map((p) => ({ value: p.id, label: p.name }))}
      defaultValue={chosen ?? (others.length === 0 ? only.id : [])}
      multiple
      chips
    />
  )
}

const Rest = ({ page, was }: { page: NoteForm; was: Was }) => (
  <Disclosure summary={m.more}>
    <div className="stack-4">
      <HeldOn was={was} today={page.today} />
      {!page.secret && <Summary was={was} />}
      {page.recipients.length > 0 && (
        <>
          <p className="soft">{m.levelsLead}</p>
          <Levels recipients={page.recipients} was={was} />
        </>
      )}
    </div>
  </Disclosure>
)

const Form = ({ page }: { page: NoteForm }) => {
  const fields = page.draft?.fields
  const was: Was = (name) => {
    const value = fields?.[name]
    return Array.isArray(value) ? value[0] : value
  }
  return (
    <ActionForm action={writeNote} submitLabel={m.submit} label={m.title}>
      <FormHidden name="caseId" value={page.caseId} />
      <FormHidden name="noteId" value={was('noteId') ?? page.noteId} />
      <Kind was={was} />
      <Who page={page} chosen={fields?.personIds} />
      <Words secret={page.secret} was={was} />
      <NextOn was={was} />
      <FormSelect
        name="category"
        label={m.category}
        hint={m.categoryHint}
        options={page.categories}
        defaultValue={was('category') ?? page.suggested}
        width="medium"
        required
      />
      <Rest page={page} was={was} />
      <DraftKeeper
        save={saveNoteDraft}
        before={page.draft ? uiMessages.state.saved(formatTime(page.draft.savedAt)) : undefined}
        savedAt={page.draft?.savedAt.getTime() ?? 0}
        label={m.keep}
      />
    </ActionForm>
  )
}

/** The short form for a contact or a note: fit for a phone in the hand. What is typed is kept at each pause. */
export default definePage({
  permission: 'note.compose',
  render: async ({ params }) => {
    const { page, others } = await readPage(async (read) => {
      const note = await read(composeNote, { caseId: params.id ?? '' })
      return {
        page: note,
        others: note.open ? await read(openForm, { caseId: note.caseId, form: 'note', thing: '' }) : [],
      }
    })
    const back = paths.caseNotes(page.caseId)
    return (
      <div className="task">
        <Crumbs inside items={[{ label: noteMessages.title, href: back }, { label: m.title }]} />
        <SectionHead title={m.title} />
        <Presence others={others} />
        {page.secret && <Notice className="mb-4">{m.secret}</Notice>}
        {!page.open && (
          <EmptyState title={m.closed} actions={<LinkButton href={back}>{m.back}</LinkButton>}>
            {m.closedText}
          </EmptyState>
        )}
        {page.open && (
          <Sheet pad className="stack-4">
            {page.draft && <p className="soft">{m.draft}</p>}
            <Form page={page} />
            {page.draft && (
              <ActionForm
                action={dropNoteDraft}
                submitLabel={m.drop}
                label={m.drop}
                submitVariant={3}
                inline
                small
              >
                <FormHidden name="caseId" value={page.caseId} />
              </ActionForm>
            )}
          </Sheet>
        )}
      </div>
    )
  },
})
