import { searchTerritory } from '@/lib/territory'
import { defineRoute } from '@/lib/web/define-route'

const levels = ['gmina', 'powiat', 'wojewodztwo'] as const

/** Units of the register for a combobox: `?q=` name or code, `?poziom=` level, `?w=` within a voivodeship or powiat. */
export const GET = defineRoute({
  permission: 'territory.search',
  handle: async (request, actor) => {
    const { searchParams } = new URL(request.url)
    const level = levels.find((l) => l === searchParams.get('poziom'))
    const within = /^\d{2,4}$/u.exec(searchParams.get('w') ?? '')?.[0]
    const text = (searchParams.get('q') ?? '').slice(0, 200)
    return Response.json(await searchTerritory.execute(actor, { text, level, within }))
  },
})
