import {
  areas,
  type CatalogueHere,
  catalogueHere,
  fundingSources,
  institutionKinds,
  needTypes,
} from '@/lib/catalogue'
import type { BasketTemplateLine } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'
import type { CodedLine } from '@/lib/templates/coded'

const named = (rows: readonly { key: string; namePl: string }[], key: string): string =>
  rows.find((r) => r.key === key)?.namePl ?? key

export const needName = (key: string): string => named(needTypes(), key)

/** A coded line in words. */
export const inWords = (line: CodedLine, here: CatalogueHere) => ({
  service: here.nameOf(line.serviceKey, line.regionalServiceId),
  /** Offered in the voivodeship today. */
  offered: here.find(line.regionalServiceId ?? line.serviceKey) !== undefined,
  kind: named(institutionKinds(), line.kindKey),
  needs: line.needKeys.map(needName),
  areas: line.areaKeys.map((key) => named(areas(), key)),
  frequency: line.frequency,
  quantity: line.quantity === null ? null : Math.round(Number(line.quantity) * 100),
  unit: here.known(line.regionalServiceId ?? line.serviceKey)?.type.unit ?? '',
  startWeek: line.startWeek,
  lengthWeeks: line.lengthWeeks,
  funding: line.fundingKey && named(fundingSources(), line.fundingKey),
})
export type LineInWords = ReturnType<typeof inWords>

export const codedOf = (row: BasketTemplateLine): CodedLine => ({
  ...row,
  quantity: row.quantity?.toString() ?? null,
})

/** Lines of one template, in their order. */
export const linesOf = async (ctx: Context, templateId: string) => {
  const here = await catalogueHere(ctx)
  const rows = await ctx.tx.basketTemplateLine.findMany({
    where: { templateId },
    orderBy: { position: 'asc' },
  })
  return rows.map((row) => ({ id: row.id, coded: codedOf(row), words: inWords(codedOf(row), here) }))
}
