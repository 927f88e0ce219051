import { countryFigures, type Shown, type UnitFigures } from '@/lib/dashboards'
import { csvOf } from '@/lib/format/csv'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { defineRoute } from '@/lib/web/define-route'
import { csvResponse } from '@/lib/web/file-response'

const words = (shown: Shown): string =>
  shown.kind === 'count' ? String(shown.value) : shown.kind === 'few' ? '<5' : m.suppression.hiddenWord

const lineOf = (row: UnitFigures, name: string): string[] =>
  [
    row.code,
    name,
    row.gminas,
    row.working,
    row.forming,
    row.without,
    words(row.families),
    row.wait?.median ?? '',
    row.wait?.ninth ?? '',
    words(row.finished),
    row.successShare ?? '',
  ].map(String)

/** The table of voivodeships as CSV. */
export const GET = defineRoute({
  permission: 'figures.country',
  handle: async (_request, actor) => {
    const { parts, total } = await countryFigures.execute(actor, {})
    const rows = [
      m.country.csv.head.split(';'),
      ...parts.map((row) => lineOf(row, row.name)),
      lineOf(total, m.table.all.kraj),
    ]
    return csvResponse(csvOf(rows), m.country.csv.file)
  },
})
