import { countryFigures, type Shown, type UnitFigures } from '@/lib/dashboards'
import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'
import { defineRoute } from '@/lib/web/define-route'

const words = (shown: Shown): string =>
  shown.kind === 'count' ? String(shown.value) : shown.kind === 'few' ? '<5' : m.suppression.hiddenWord

const lineOf = (row: UnitFigures, name: string): string =>
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
  ].join(';')

/** The table of voivodeships as CSV (UTF-8 with BOM, so that office programs read Polish letters). */
export const GET = defineRoute({
  permission: 'figures.country',
  handle: async (_request, actor) => {
    const { parts, total } = await countryFigures.execute(actor, {})
    const lines = [
      m.country.csv.head,
      ...parts.map((row) => lineOf(row, row.name)),
      lineOf(total, m.table.all.kraj),
    ]
    return new Response(`\uFEFF${lines.join('\r\n')}\r\n`, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${m.country.csv.file}"`,
      },
    })
  },
})
