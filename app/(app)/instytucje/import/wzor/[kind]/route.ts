import { csvOf, headsOf, importKinds } from '@/lib/imports'
import { notFound } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/web/define-route'

/** The head line that a file has to have. */
export const GET = defineRoute({
  permission: 'import.prepare',
  handle: async (_request, _actor, params) => {
    const kind = importKinds.find((one) => one === params.kind)
    if (!kind) throw notFound()
    return new Response(csvOf([headsOf(kind)]), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="wzor-${kind === 'people' ? 'osoby' : 'instytucje'}.csv"`,
      },
    })
  },
})
