import { ScrollBox } from '@/components/ui/scroll-box'
import { Muted, ToneText } from '@/components/ui/status'
import { tableRoles } from '@/components/ui/table-roles'
import { sightMessages } from '@/lib/messages/pl/sight'
import { uiMessages } from '@/lib/messages/pl/ui'

const m = sightMessages.table

export type SightTableKnot = {
  category: string
  label: string
  state: 'all' | 'some' | 'none' | 'own' | 'coordinator'
  open: number
  of: number
}

export type SightTableRow = {
  id: string
  institution: string
  note: 'owner' | 'expert' | 'receiver' | 'noPersonalData' | 'left' | null
  knots: readonly SightTableKnot[]
}

/** A word in each knot; colour and icon only underline it. */
const Knot = ({ state, open, of }: SightTableKnot) => {
  if (state === 'own') return <ToneText tone="done">{m.own}</ToneText>
  if (state === 'coordinator') return <ToneText tone="off">{m.coordinator}</ToneText>
  if (state === 'none') return <ToneText tone="off">{m.none}</ToneText>
  if (of === 1) return <ToneText tone="done">{m.all}</ToneText>
  return <ToneText tone={state === 'all' ? 'done' : 'going'}>{m.count(open, of)}</ToneText>
}

/** On a phone only what is open: the rest stands in words below the table. */
const Row = ({ row }: { row: SightTableRow }) => (
  <tr {...tableRoles.row}>
    <th {...tableRoles.rowHead}>
      {row.institution}
      {row.note && (
        <div>
          <Muted>{m.notes[row.note]}</Muted>
        </div>
      )}
    </th>
    {row.knots.map((knot) => (
      <td
        key={knot.category}
        {...tableRoles.cell}
        data-l={knot.label}
        className={knot.state === 'none' ? 'closed' : undefined}
      >
        <div>
          <Knot {...knot} />
        </div>
      </td>
    ))}
  </tr>
)

/** Institutions × categories: for how many persons each category is open today. */
export const SightMatrix = ({ caption, rows }: { caption: string; rows: readonly SightTableRow[] }) => (
  <ScrollBox sheet label={uiMessages.list.scroll(caption)}>
    <table {...tableRoles.table} className="table cards sight">
      <caption className="vh">{caption}</caption>
      <thead {...tableRoles.group}>
        <tr {...tableRoles.row}>
          <th {...tableRoles.columnHead}>{m.institution}</th>
          {rows[0]?.knots.map(({ category, label }) => (
            <th key={category} {...tableRoles.columnHead}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...tableRoles.group}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  </ScrollBox>
)
