import { csvOf } from '@/lib/format/csv'
import { headsOf, importKinds } from '@/lib/imports'
import { notFound } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/web/define-route'
import { csvResponse } from '@/lib/web/file-response'

/** The head line that a file has to have. */
export const GET = defineRoute({
  permission: 'import.prepare',
  handle: async (_request, _actor, params) => {
    const kind = importKinds.find((one) => one === params.kind)
    if (!kind) throw notFound()
    return csvResponse(csvOf([headsOf(kind)]), `wzor-${kind === 'people' ? 'osoby' : 'instytucje'}.csv`)
  },
})
