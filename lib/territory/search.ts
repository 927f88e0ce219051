import { z } from 'zod'
import { territoryMessages } from '@/lib/messages/pl/territory'
import { anySubject, defineQuery } from '@/lib/policy/usecase'
import { searchUnits, unitNames } from '@/lib/territory/units'

export type UnitOption = {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly code: string
}

/** Units for a combobox: name, what tells two like names apart, code. */
export const searchTerritory = defineQuery({
  name: 'territory.search',
  input: z.strictObject({
    text: z.string().max(200).default(''),
    level: z.enum(['gmina', 'powiat', 'wojewodztwo']).optional(),
    /** Code of the voivodeship or powiat to stay within. */
    within: z
      .string()
      .regex(/^\d{2,4}$/u)
      .optional(),
  }),
  subject: anySubject,
  audit: 'notPersonal',
  run: async ({ tx }, { text, level, within }): Promise<UnitOption[]> => {
    const rows = await searchUnits(tx, { text, level, within })
    const parents = await unitNames(
      tx,
      rows.flatMap((r) => (r.parentCode ? [r.parentCode] : [])),
    )
    return rows.map((r) => ({
      id: r.code,
      label: r.name,
      detail: territoryMessages.detail({
        level: r.level,
        kind: r.kind,
        cityPowiat: r.cityPowiat,
        parent: r.parentCode ? (parents.get(r.parentCode) ?? null) : null,
      }),
      code: r.code,
    }))
  },
})
