import { badRows, cellsOf, csvOf, headsOf } from '@/lib/imports'
import { messageForField } from '@/lib/messages/pl/errors'
import { importMessages as m } from '@/lib/messages/pl/imports'
import { defineRoute } from '@/lib/web/define-route'

/** The rows that could not be added, as they were, with the reasons in a column of their own. */
export const GET = defineRoute({
  permission: 'import.bad',
  handle: async (_request, actor, params) => {
    const { kind, rows } = await badRows.execute(actor, { batchId: params.id ?? '' })
    const told = rows.map(({ cells, reasons }) => [
      ...cellsOf(kind, cells),
      reasons.map(({ column, key }) => `${column}: ${messageForField(key)}`).join(' '),
    ])
    return new Response(csvOf([[...headsOf(kind), m.bad.reason], ...told]), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="wiersze-z-bledem.csv"',
        'Cache-Control': 'private, no-store',
      },
    })
  },
})
