import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { ScrollBox } from '@/components/ui/scroll-box'
import { tableRoles } from '@/components/ui/table-roles'
import { uiMessages } from '@/lib/messages/pl/ui'

export type Column<Row> = {
  key: string
  label: string
  /** label beside the value on a phone; `label` when left out */
  short?: string
  /** the head is for readers only ("Co zrobić" over buttons) */
  headHidden?: boolean
  numeric?: boolean
  /** makes the head a link to the same list in another order; `now` is the order in force */
  sort?: { href: string; now?: 'ascending' | 'descending' }
  cell: (row: Row) => ReactNode
}

type DataTableProps<Row> = {
  /** names the table; shown above it unless `captionHidden` */
  caption: string
  captionHidden?: boolean
  /** the first column names the row */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** id of the row in the page, for links from pictures */
  anchor?: (row: Row) => string
  /** figures only: lower rows */
  tight?: boolean
  /** stays a table on a phone (scrolls sideways) instead of turning into cards */
  keepTable?: boolean
  /** cells of a last line of totals */
  foot?: readonly ReactNode[]
  empty?: ReactNode
}

const Head = <Row,>({ column }: { column: Column<Row> }) => {
  const { label, sort, headHidden, numeric } = column
  return (
    <th {...tableRoles.columnHead} className={numeric ? 'n' : undefined} aria-sort={sort?.now}>
      {sort ? (
        <AppLink href={sort.href} className="sort" aria-label={uiMessages.list.sortBy(label)} scroll={false}>
          {label}
          {sort.now && <Icon name={sort.now === 'ascending' ? 'up' : 'down'} />}
        </AppLink>
      ) : headHidden ? (
        <span className="vh">{label}</span>
      ) : (
        label
      )}
    </th>
  )
}

/** In a card the content stands beside its label; a text does so without a box of its own. */
const boxed = (content: ReactNode): ReactNode =>
  typeof content === 'string' && content !== '' ? content : <div>{content}</div>

const Cells = <Row,>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) =>
  columns.map((column, i) =>
    i === 0 ? (
      <th key={column.key} {...tableRoles.rowHead}>
        {column.cell(row)}
      </th>
    ) : (
      <td
        key={column.key}
        {...tableRoles.cell}
        className={column.numeric ? 'n' : undefined}
        data-l={column.short ?? column.label}
      >
        {boxed(column.cell(row))}
      </td>
    ),
  )

/**
 * A list as a table; under 48rem each row is a card. The roles are written out because
 * `display: block` takes the meaning of a table away.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, columns, rows, rowId, anchor, foot } = props
  if (rows.length === 0 && props.empty) return props.empty
  return (
    <ScrollBox sheet label={uiMessages.list.scroll(caption)}>
      <table
        {...tableRoles.table}
        className={classNames('table', !props.keepTable && 'cards', props.tight && 'tight')}
      >
        <caption className={props.captionHidden ? 'vh' : undefined}>{caption}</caption>
        <thead {...tableRoles.group}>
          <tr {...tableRoles.row}>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...tableRoles.group}>
          {rows.map((row) => (
            <tr {...tableRoles.row} key={rowId(row)} id={anchor?.(row)}>
              <Cells columns={columns} row={row} />
            </tr>
          ))}
        </tbody>
        {foot && <Foot columns={columns} cells={foot} />}
      </table>
    </ScrollBox>
  )
}

const Foot = <Row,>({ columns, cells }: { columns: readonly Column<Row>[]; cells: readonly ReactNode[] }) => (
  <tfoot {...tableRoles.group}>
    <tr {...tableRoles.row}>
      {columns.map((column, i) =>
        i === 0 ? (
          <th key={column.key} {...tableRoles.rowHead}>
            {cells[i]}
          </th>
        ) : (
          <td
            key={column.key}
            {...tableRoles.cell}
            className={column.numeric ? 'n' : undefined}
            data-l={column.short ?? column.label}
          >
            {cells[i]}
          </td>
        ),
      )}
    </tr>
  </tfoot>
)
