import { FieldErrorText } from '@/components/ui/field'
import { PickBox } from '@/components/ui/pick-box'
import { ScrollBox } from '@/components/ui/scroll-box'
import { type Sector, SectorMark } from '@/components/ui/status'
import { tableRoles } from '@/components/ui/table-roles'
import { uiMessages } from '@/lib/messages/pl/ui'

export type PickColumn = { id: string; label: string; group: string }

export type PickCell = {
  columnId: string
  /** name and value that the box sends */
  name: string
  value: string
  checked?: boolean
  /** proposed and refused: amber, and said in words under the row's name */
  refused?: boolean
  disabled?: boolean
}

export type PickRow = {
  id: string
  name: string
  sector?: Sector
  /** why this institution: one line */
  reason?: string
  cells: readonly PickCell[]
}

type PickMatrixProps = {
  caption: string
  rowLabel: string
  /** columns of one group stand together: ordinary categories, then sensitive ones */
  columns: readonly PickColumn[]
  rows: readonly PickRow[]
  error?: string
  id?: string
}

const groups = (columns: readonly PickColumn[]) =>
  [...new Set(columns.map((column) => column.group))].map((group) => ({
    group,
    span: columns.filter((column) => column.group === group).length,
  }))

const opens = (columns: readonly PickColumn[], i: number): boolean =>
  i > 0 && columns[i - 1]?.group !== columns[i]?.group

const Head = ({ columns, rowLabel }: Pick<PickMatrixProps, 'columns' | 'rowLabel'>) => (
  <thead {...tableRoles.group}>
    <tr {...tableRoles.row}>
      <td {...tableRoles.cell} className="pick-name" />
      {groups(columns).map(({ group, span }, i) => (
        <th key={group} {...tableRoles.groupHead} colSpan={span} className={i > 0 ? 'sep' : undefined}>
          {group}
        </th>
      ))}
    </tr>
    <tr {...tableRoles.row}>
      <th {...tableRoles.columnHead} className="muted edge-l pick-name">
        {rowLabel}
      </th>
      {columns.map((column, i) => (
        <th key={column.id} {...tableRoles.columnHead} className={opens(columns, i) ? 'sep' : undefined}>
          {column.label}
        </th>
      ))}
    </tr>
  </thead>
)

const Box = ({ row, column, cell }: { row: PickRow; column: PickColumn; cell: PickCell }) => (
  <PickBox name={cell.name} value={cell.value} checked={cell.checked} disabled={cell.disabled}>
    <span>
      {column.label}
      <span className="vh">: {row.name}</span>
    </span>
  </PickBox>
)

const Row = ({ row, columns }: { row: PickRow; columns: readonly PickColumn[] }) => (
  <tr {...tableRoles.row}>
    <th {...tableRoles.rowHead}>
      <span className="pick-row">
        {row.sector && <SectorMark sector={row.sector} />}
        <span>
          {row.name}
          {row.reason && <small>{row.reason}</small>}
          <label className="rest">
            <input type="checkbox" />
            {uiMessages.form.restOfCategories}
            <span className="vh">: {row.name}</span>
          </label>
        </span>
      </span>
    </th>
    {columns.map((column, i) => {
      const cell = row.cells.find(({ columnId }) => columnId === column.id)
      return (
        <td
          key={column.id}
          {...tableRoles.cell}
          className={['x', opens(columns, i) && 'sep', cell?.refused && 'no'].filter(Boolean).join(' ')}
        >
          {cell && <Box row={row} column={column} cell={cell} />}
        </td>
      )
    })}
  </tr>
)

/** A check box in each knot: which institution may know what. On a phone only ticked boxes show at first. */
export const PickMatrix = ({ caption, rowLabel, columns, rows, error, id }: PickMatrixProps) => (
  <div className="sheet" id={id}>
    {error && <FieldErrorText id={`${id ?? 'pick'}-error`}>{error}</FieldErrorText>}
    <ScrollBox label={uiMessages.list.scroll(caption)}>
      <table {...tableRoles.table} className="weave pick">
        <caption className="vh">{caption}</caption>
        <Head columns={columns} rowLabel={rowLabel} />
        <tbody {...tableRoles.group}>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  </div>
)
