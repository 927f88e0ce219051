import { correctNote, discloseNote, removeNote } from '@/app/(app)/sprawy/[id]/notatki/actions'
import {
  HeldOn,
  Kind,
  Levels,
  NextOn,
  Summary,
  type Was,
  Words,
} from '@/app/(app)/sprawy/[id]/notatki/nowa/fields'
import { ActionForm } from '@/components/ui/action-form'
import { DataTable } from '@/components/ui/data-table'
import { FormHidden } from '@/components/ui/form-fields'
import { Disclosure, Timeline } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate, formatInstant } from '@/lib/format/dates'
import { levelNames, noteKindNames, noteMessages } from '@/lib/messages/pl/notes'
import type { NotePage } from '@/lib/notes'

const m = noteMessages.one

/** Who is shown how much; its author changes it within the consent. */
export const Disclosures = ({ page }: { page: NotePage }) => {
  const { disclosures, note, may } = page
  if (!disclosures) return null
  const open = disclosures.filter((d) => d.granted)
  const was: Was = (name) => open[Number(name.split('.')[1])]?.set ?? undefined
  return (
    <Section id="kto-widzi" title={m.who} lead={noteMessages.form.levelsLead}>
      <DataTable
        caption={m.who}
        captionHidden
        rows={disclosures}
        rowId={(d) => d.institutionId}
        columns={[
          { key: 'institution', label: m.institution, cell: (d) => d.name },
          { key: 'sees', label: m.sees, cell: (d) => (d.shown ? levelNames[d.shown] : m.nothing) },
        ]}
        empty={<p className="muted">{m.nobody}</p>}
      />
      {may.disclose && open.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={m.set}>
            <ActionForm action={discloseNote} submitLabel={m.setButton} submitVariant={2} label={m.who}>
              <FormHidden name="noteId" value={note.id} />
              <Levels recipients={open} was={was} />
            </ActionForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

/** The author mends the words; what they were stays below. */
export const Correct = ({ page, today }: { page: NotePage; today: string }) => {
  const { note, may, secret } = page
  if (!may.correct) return null
  const { kind, heldOn, nextOn, summary, body, participation, recommendation } = note
  const values: Readonly<Record<string, string | null>> = {
    kind,
    heldOn,
    nextOn,
    summary,
    body,
    participation,
    recommendation,
  }
  const was: Was = (name) => values[name] ?? undefined
  return (
    <Disclosure summary={m.correct}>
      <p className="soft mb-4">{m.correctHint}</p>
      <ActionForm action={correctNote} submitLabel={m.correctButton} submitVariant={2} label={m.correct}>
        <FormHidden name="noteId" value={note.id} />
        <FormHidden name="version" value={note.version} />
        <Kind was={was} />
        <HeldOn was={was} today={today} />
        <Words secret={secret} was={was} />
        {!secret && <Summary was={was} />}
        <NextOn was={was} />
      </ActionForm>
    </Disclosure>
  )
}

export const Versions = ({ page }: { page: NotePage }) =>
  page.versions.length === 0 ? null : (
    <Section id="wersje" title={m.versions}>
      <Sheet pad>
        <Timeline
          events={page.versions.map((v) => ({
            id: String(v.no),
            when: m.version(v.no, formatInstant(v.until)),
            tone: 'off',
            text: (
              <div className="stack-2">
                <p className="soft">
                  {noteKindNames[v.kind]}, {formatDate(v.heldOn)}
                </p>
                {v.summary && <p className="med">{v.summary}</p>}
                <p className="pre">{v.body ?? m.noWords}</p>
              </div>
            ),
          }))}
        />
      </Sheet>
    </Section>
  )

export const Remove = ({ page }: { page: NotePage }) =>
  page.may.remove ? (
    <Disclosure summary={m.remove}>
      <p className="soft mb-4">{m.removeText}</p>
      <ActionForm action={removeNote} submitLabel={m.removeButton} submitVariant="bad" label={m.remove}>
        <FormHidden name="noteId" value={page.note.id} />
        <FormHidden name="version" value={page.note.version} />
      </ActionForm>
    </Disclosure>
  ) : null
