import { GoOn } from '@/app/(app)/instytucje/import/[id]/go-on'
import { Rows } from '@/app/(app)/instytucje/import/[id]/rows'
import { runImport, undoImport } from '@/app/(app)/instytucje/import/actions'
import { ActionForm } from '@/components/ui/action-form'
import { DataTable } from '@/components/ui/data-table'
import { FormHidden } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { NextStep } from '@/components/ui/work'
import { formatInstant } from '@/lib/format/dates'
import { formatNumber } from '@/lib/format/plural'
import { type ImportView, keptDays, readImport } from '@/lib/imports'
import { importMessages as m } from '@/lib/messages/pl/imports'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const states = ['good', 'done', 'same', 'bad', 'undone', 'kept'] as const

const Counts = ({ view }: { view: ImportView }) => (
  <Section id="wiersze" title={m.counts.title}>
    <DataTable
      caption={m.counts.caption}
      captionHidden
      tight
      keepTable
      columns={[
        { key: 'state', label: m.counts.columns.state, cell: (state) => m.counts[state] },
        {
          key: 'count',
          label: m.counts.columns.count,
          numeric: true,
          cell: (state) => formatNumber(view.counts[state]),
        },
      ]}
      rows={states.filter((state) => view.counts[state] > 0)}
      rowId={(state) => state}
    />
  </Section>
)

/** What can be added, step by step: with JavaScript the next step follows by itself. */
const Run = ({ view, going }: { view: ImportView; going: boolean }) => {
  const { good, done } = view.counts
  if (good === 0) return view.status === 'ready' ? <Notice>{m.run.nothing}</Notice> : null
  const running = view.status === 'running'
  return (
    <NextStep
      id="dodaj"
      title={running ? m.run.progress(done, done + good) : m.run.title(good)}
      lead={running ? m.run.running : m.run.lead}
      action={
        <>
          {running && (
            <progress
              className="bar"
              value={done}
              max={done + good}
              aria-label={m.run.progress(done, done + good)}
            />
          )}
          <ActionForm
            action={runImport}
            submitLabel={running ? m.run.more : m.run.submit}
            label={m.run.submit}
            id="nastepny-krok"
            inline
          >
            <FormHidden name="batchId" value={view.id} />
          </ActionForm>
          {going && <GoOn form="nastepny-krok" left={good} />}
        </>
      }
    />
  )
}

const Undo = ({ view }: { view: ImportView }) =>
  view.counts.done > 0 && view.status !== 'undone' ? (
    <Disclosure summary={m.undo.open}>
      <p>{m.undo.lead(keptDays)}</p>
      <ActionForm action={undoImport} submitLabel={m.undo.submit} submitVariant={2} label={m.undo.open}>
        <FormHidden name="batchId" value={view.id} />
      </ActionForm>
    </Disclosure>
  ) : null

/** One file: what would become of its rows, the adding, what could not be added, and the way back. */
export default definePage({
  permission: 'import.read',
  render: async ({ actor, params, search }) => {
    const view = await readImport.execute(actor, { batchId: params.id ?? '' })
    return (
      <>
        <Crumbs
          items={[
            { label: institutionMessages.title, href: paths.institutions() },
            { label: m.title, href: paths.imports() },
            { label: view.fileName },
          ]}
        />
        <PageHead
          title={view.fileName}
          lead={[m.kinds[view.kind], m.states[view.status], formatInstant(view.at), view.who]
            .filter(Boolean)
            .join(' · ')}
        />
        {view.status === 'done' && (
          <Notice tone="good" role="status">
            {m.done(view.counts.done)}
          </Notice>
        )}
        {view.status === 'undone' && <Notice role="status">{m.undone}</Notice>}
        {view.status !== 'undone' && <Run view={view} going={search.zostalo !== undefined} />}
        <Counts view={view} />
        <Rows view={view} />
        <Undo view={view} />
      </>
    )
  },
})
