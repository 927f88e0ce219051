import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/page-head'
import { type PaperKey, placesOf } from '@/lib/documents'
import { type Placeholder, placeholders, rowPlaceholders } from '@/lib/messages/pl/papers/placeholders'
import { documentTemplateMessages as m } from '@/lib/messages/pl/papers/templates'

type Row = { name: string } & Placeholder

const PlaceTable = ({ caption, rows }: { caption: string; rows: readonly Row[] }) => (
  <DataTable
    caption={caption}
    rows={rows}
    rowId={({ name }) => name}
    columns={[
      { key: 'field', label: m.field, cell: ({ name }) => <code>{`{${name}}`}</code> },
      { key: 'meaning', label: m.meaning, cell: ({ meaning }) => meaning },
      { key: 'example', label: m.example, cell: ({ example }) => example },
    ]}
  />
)

/** What a template of this document may name, each with its meaning and an example. */
export const Places = ({ documentKey }: { documentKey: PaperKey }) => {
  const { fields, rows } = placesOf(documentKey)
  return (
    <Section id="pola" title={m.places} lead={m.placesLead}>
      <div className="stack-4">
        <PlaceTable caption={m.places} rows={fields.map((name) => ({ name, ...placeholders[name] }))} />
        {rows.map((name) => (
          <PlaceTable
            key={name}
            caption={m.rowsOf(name, rowPlaceholders[name].meaning)}
            rows={Object.entries(rowPlaceholders[name].columns).map(([column, place]) => ({
              name: column,
              ...place,
            }))}
          />
        ))}
      </div>
    </Section>
  )
}
