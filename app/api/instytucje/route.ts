import { listInstitutions } from '@/lib/institutions'
import { defineRoute } from '@/lib/web/define-route'

/** Institutions for a combobox: `?q=` name, REGON or NIP. */
export const GET = defineRoute({
  permission: 'institution.list',
  handle: async (request, actor) => {
    const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200)
    const { rows } = await listInstitutions.execute(actor, { text, cursor: '' })
    return Response.json(
      rows.map((r) => ({
        id: r.id,
        label: r.name,
        detail: `${r.kindName}, ${r.seat}`,
        code: r.regon ?? undefined,
      })),
    )
  },
})
