import { z } from 'zod'
import { readLines, readOverview } from '@/lib/dashboards/units'
import { anySubject, defineQuery } from '@/lib/policy/usecase'

/** The country by voivodeship, and every powiat for the map. No person, no case, no row. */
export const countryFigures = defineQuery({
  name: 'figures.country',
  input: z.strictObject({}),
  subject: anySubject,
  run: async ({ tx }) => ({
    ...(await readOverview(tx, 'PL')),
    powiats: await readLines(tx, 'PL', 4),
  }),
  audit: 'notPersonal',
})
