/**
 * Roles of a table's parts, written out because a table that turns into cards on a phone
 * (`display: block`) loses its meaning in browsers.
 */
export const tableRoles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHead: { role: 'columnheader', scope: 'col' },
  groupHead: { role: 'columnheader', scope: 'colgroup' },
  rowHead: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const
