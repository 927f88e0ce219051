import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { territoryMessages } from '@/lib/messages/pl/territory'
import { fromDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { anySubject, defineQuery } from '@/lib/policy/usecase'
import { searchUnits, unitNames } from '@/lib/territory/units'

export type UnitOption = {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly code: string
}

/** The day whose state of the register is shown: of the last import, else of the first load. */
export const readSource = defineQuery({
  name: 'territory.source',
  input: z.strictObject({}),
  subject: anySubject,
  audit: 'notPersonal',
  run: async ({ tx }): Promise<{ statedOn: IsoDate }> => {
    const imported = await tx.territoryImport.aggregate({ _max: { statedOn: true } })
    const loaded = await tx.territoryUnit.aggregate({ _max: { validFrom: true } })
    const day = imported._max.statedOn ?? loaded._max.validFrom
    if (!day) throw notFound()
    return { statedOn: fromDbDate(day) }
  },
})

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
