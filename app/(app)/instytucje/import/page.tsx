import { prepareImport } from '@/app/(app)/instytucje/import/actions'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { FormChoices, FormFile } from '@/components/ui/form-fields'
import { EmptyState } from '@/components/ui/messages'
import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { formatInstant } from '@/lib/format/dates'
import { type ImportSummary, importKinds, importLimit, listImports } from '@/lib/imports'
import { importFieldErrors, importMessages as m } from '@/lib/messages/pl/imports'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'

export const metadata = { title: m.title }

const columns = [
  {
    key: 'file',
    label: m.history.columns.file,
    cell: (row: ImportSummary) => <AppLink href={paths.import(row.id)}>{row.fileName}</AppLink>,
  },
  { key: 'kind', label: m.history.columns.kind, cell: (row: ImportSummary) => m.kinds[row.kind] },
  { key: 'state', label: m.history.columns.state, cell: (row: ImportSummary) => m.states[row.status] },
  {
    key: 'at',
    label: m.history.columns.at,
    cell: (row: ImportSummary) => [formatInstant(row.at), row.who].filter(Boolean).join(', '),
  },
]

/** A file of institutions or people of the voivodeship, and what was brought in before. */
export default definePage({
  permission: 'import.prepare',
  render: async ({ actor }) => {
    const past = await listImports.execute(actor, {})
    return (
      <>
        <Crumbs
          items={[{ label: institutionMessages.title, href: paths.institutions() }, { label: m.title }]}
        />
        <PageHead title={m.title} lead={m.lead} />
        <div className="task">
          <ActionForm action={prepareImport} submitLabel={m.check} label={m.title}>
            <FormChoices
              name="kind"
              legend={m.kind}
              required
              defaultValue="institutions"
              options={importKinds.map((kind) => ({ value: kind, label: m.kinds[kind] }))}
            />
            <FormFile
              name="file"
              label={m.file}
              hint={m.fileHint(importLimit)}
              maxBytes={importLimit.bytes}
              tooLarge={importFieldErrors.importTooLarge}
              accept=".csv,.xlsx,text/csv"
              required
            />
          </ActionForm>
          <Section id="wzory" title={m.patterns}>
            <ul className="sheet pad stack">
              {importKinds.map((kind) => (
                <li key={kind}>
                  <a href={paths.importPattern(kind)} download>
                    {m.pattern[kind]}
                  </a>
                </li>
              ))}
              {m.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </Section>
        </div>
        <Section id="historia" title={m.history.title}>
          <DataTable
            caption={m.history.caption}
            captionHidden
            columns={columns}
            rows={past}
            rowId={(row) => row.id}
            empty={<EmptyState title={m.history.empty}>{m.history.emptyText}</EmptyState>}
          />
        </Section>
      </>
    )
  },
})
