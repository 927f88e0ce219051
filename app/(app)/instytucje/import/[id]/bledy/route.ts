import { csvOf } from '@/lib/format/csv'
import { badRows, cellsOf, headsOf } from '@/lib/imports'
import { messageForField } from '@/lib/messages/pl/errors'
import { importMessages as m } from '@/lib/messages/pl/imports'
import { defineRoute } from '@/lib/web/define-route'
import { csvResponse } from '@/lib/web/file-response'

/** The rows that could not be added, as they were, with the reasons in a column of their own. */
export const GET = defineRoute({
  permission: 'import.bad',
  handle: async (_request, actor, params) => {
    const { kind, rows } = await badRows.execute(actor, { batchId: params.id ?? '' })
    const told = rows.map(({ cells, reasons }) => [
      ...cellsOf(kind, cells),
      reasons.map(({ column, key }) => `${column}: ${messageForField(key)}`).join(' '),
    ])
    return csvResponse(csvOf([[...headsOf(kind), m.bad.reason], ...told]), 'wiersze-z-bledem.csv')
  },
})
