import { AppLink } from '@/components/ui/app-link'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/page-head'
import type { ImportKind, ImportRowView, ImportView } from '@/lib/imports'
import { messageForField } from '@/lib/messages/pl/errors'
import { importMessages as m } from '@/lib/messages/pl/imports'
import { paths } from '@/lib/web/paths'

/** What a row is known by. */
const named = (kind: ImportKind, { cells }: ImportRowView): string =>
  (kind === 'institutions'
    ? [cells.name, cells.kindKey, cells.seatCode || [cells.gmina, cells.powiat].filter(Boolean).join(', ')]
    : [
        [cells.givenName, cells.familyName].filter(Boolean).join(' '),
        cells.email,
        cells.institution || cells.regon,
      ]
  )
    .filter(Boolean)
    .join(' · ')

type RowTableProps = {
  kind: ImportKind
  rows: readonly ImportRowView[]
  caption: string
  reasons?: boolean
}

/** Rows of the file by their numbers, with the reasons where they could not be added. */
const RowTable = ({ kind, rows, caption, reasons }: RowTableProps) => (
  <DataTable
    caption={caption}
    captionHidden
    columns={[
      { key: 'no', label: m.bad.row, cell: (row: ImportRowView) => row.no },
      { key: 'what', label: m.bad.what, cell: (row: ImportRowView) => named(kind, row) },
      ...(reasons
        ? [
            {
              key: 'why',
              label: m.bad.why,
              cell: (row: ImportRowView) =>
                row.reasons.map(({ column, key }) => (
                  <span key={`${column} ${key}`} className="block">
                    <b>{column}:</b> {messageForField(key)}
                  </span>
                )),
            },
          ]
        : []),
    ]}
    rows={rows}
    rowId={(row) => String(row.no)}
  />
)

/** What could not be added, examples of what can, and what stayed when the rest was taken back. */
export const Rows = ({ view }: { view: ImportView }) => (
  <>
    {view.bad.length > 0 && (
      <Section
        id="bledy"
        title={m.bad.title}
        lead={m.bad.first(view.bad.length, view.counts.bad)}
        actions={
          <a href={paths.importBad(view.id)} download>
            {m.bad.download}
          </a>
        }
      >
        <RowTable kind={view.kind} rows={view.bad} caption={m.bad.caption} reasons />
      </Section>
    )}
    {view.status === 'ready' && view.good.length > 0 && (
      <Section id="przyklady" title={m.good.title} lead={m.bad.first(view.good.length, view.counts.good)}>
        <RowTable kind={view.kind} rows={view.good} caption={m.good.caption} />
      </Section>
    )}
    {view.kept.length > 0 && (
      <Section id="zostaly" title={m.kept.title}>
        <ul className="sheet pad stack">
          {view.kept.map(({ id, name }) => (
            <li key={id}>
              <AppLink href={paths.institution(id)}>{name}</AppLink>
            </li>
          ))}
        </ul>
      </Section>
    )}
  </>
)
