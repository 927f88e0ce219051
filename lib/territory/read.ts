import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { anySubject, defineQuery } from '@/lib/policy/usecase'

type UnitRef = { code: string; name: string; kind: number | null; cityPowiat: boolean }

export type UnitView = UnitRef & {
  readonly level: 'wojewodztwo' | 'powiat' | 'gmina'
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
  readonly formerNames: string[]
  readonly successor: UnitRef | null
  readonly parents: UnitRef[]
  readonly children: UnitRef[]
  readonly institutions: { id: string; name: string }[]
}

const columns = { code: true, name: true, kind: true, cityPowiat: true } as const

/** One unit of the register: where it lies, what it holds, which institutions serve it, and what became of it. */
export const readUnit = defineQuery({
  name: 'territory.read',
  input: z.strictObject({ code: z.string().regex(/^(\d{2}|\d{4}|\d{7})$/u, 'choose') }),
  subject: anySubject,
  run: async ({ tx }, { code }): Promise<UnitView> => {
    const unit = await tx.territoryUnit.findUnique({ where: { code } })
    if (!unit) throw notFound()
    const parentCodes = [code.slice(0, 2), code.slice(0, 4)].filter((c) => c !== code)
    const parents = await tx.territoryUnit.findMany({
      where: { code: { in: parentCodes } },
      select: columns,
      orderBy: { code: 'asc' },
    })
    const children = await tx.territoryUnit.findMany({
      where: { parentCode: code, validTo: null },
      select: columns,
      orderBy: { name: 'asc' },
    })
    const successor = unit.successorCode
      ? await tx.territoryUnit.findUnique({ where: { code: unit.successorCode }, select: columns })
      : null
    const institutions =
      unit.level === 'gmina'
        ? await tx.institution.findMany({
            where: { endedOn: null, areas: { some: { unitCode: code } } },
            select: { id: true, name: true },
            orderBy: { name: 'asc' },
            take: 100,
          })
        : []
    return {
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      cityPowiat: unit.cityPowiat,
      level: unit.level,
      validFrom: fromDbDate(unit.validFrom),
      validTo: fromDbDateOrNull(unit.validTo),
      formerNames: unit.formerNames,
      successor,
      parents,
      children,
      institutions,
    }
  },
  audit: 'notPersonal',
})
