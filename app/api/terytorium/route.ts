import { searchTerritory } from '@/lib/territory'
import { defineRoute } from '@/lib/web/define-route'

const levels = ['gmina', 'powiat', 'wojewodztwo'] as const

/** Units of the register for a combobox: `?q=` name or code, `?poziom=` level. */
export const GET = defineRoute({
  permission: 'territory.search',
  handle: async (request, actor) => {
    const { searchParams } = new URL(request.url)
    const level = levels.find((l) => l === searchParams.get('poziom'))
    const text = (searchParams.get('q') ?? '').slice(0, 200)
    return Response.json(await searchTerritory.execute(actor, { text, level }))
  },
})
