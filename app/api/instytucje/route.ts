import { listInstitutions } from '@/lib/institutions'
import { mayBeParty } from '@/lib/teams'
import { defineRoute } from '@/lib/web/define-route'

/** Institutions for a combobox: `?q=` name, REGON or NIP; `strona=1`: only kinds that may be a party of a team. */
export const GET = defineRoute({
  permission: 'institution.list',
  handle: async (request, actor) => {
    const { searchParams } = new URL(request.url)
    const text = (searchParams.get('q') ?? '').slice(0, 200)
    const wanted = searchParams.get('strona') === '1' ? mayBeParty : () => true
    const { rows } = await listInstitutions.execute(actor, { text, cursor: '' })
    return Response.json(
      rows
        .filter((r) => wanted(r.kindKey))
        .map((r) => ({
          id: r.id,
          label: r.name,
          detail: `${r.kindName}, ${r.seat}`,
          code: r.regon ?? undefined,
        })),
    )
  },
})
