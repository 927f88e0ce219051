import { csvOf } from '@/lib/format/csv'
import { countryProgrammeMessages as m } from '@/lib/messages/pl/country-programme'
import { countryProgramme, type RegionProgramme } from '@/lib/programme'
import { defineRoute } from '@/lib/web/define-route'
import { csvResponse } from '@/lib/web/file-response'

const lineOf = ({ code, planned, reached, late, invited, agreed, barriers }: RegionProgramme, name: string) =>
  [
    code,
    name,
    planned,
    reached.talk,
    reached.presentation,
    reached.agreement,
    reached.family,
    reached.steady,
    late,
    invited,
    agreed,
    barriers.legal,
    barriers.financial,
    barriers.competence,
    barriers.logistics,
    barriers.other,
  ].map(String)

/** The sums of the regions' plans as CSV. */
export const GET = defineRoute({
  permission: 'programme.country',
  handle: async (_request, actor) => {
    const { regions, total } = await countryProgramme.execute(actor, {})
    const rows = [
      m.csv.head.split(';'),
      ...regions.map((row) => lineOf(row, row.name)),
      lineOf(total, m.country),
    ]
    return csvResponse(csvOf(rows), m.csv.file)
  },
})
