import { fold } from '@/lib/format/fold'
import type { Tx } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/errors'
import type { TerritoryUnit } from '@/lib/platform/generated/prisma/client'

export type Gmina = {
  readonly code: string
  readonly name: string
  readonly kind: 1 | 2 | 3
  readonly cityPowiat: boolean
  readonly powiatCode: string
  readonly powiatName: string
  readonly wojewodztwoCode: string
}

const kindOf = (kind: number | null): 1 | 2 | 3 => (kind === 1 || kind === 2 ? kind : 3)

/** The unit that holds now where this code did: itself, or the last of its successors; null when there is none. */
export const unitNow = async (tx: Tx, asked: string): Promise<TerritoryUnit | null> => {
  const seen = new Set<string>()
  for (let code: string | null = asked; code !== null && !seen.has(code); ) {
    seen.add(code)
    const row: TerritoryUnit | null = await tx.territoryUnit.findUnique({ where: { code } })
    if (!row || row.validTo === null) return row
    code = row.successorCode
  }
  return null
}

/** A gmina in force, or the one that followed it, with its powiat; throws notFound for anything else. */
export const gminaByCode = async (tx: Tx, asked: string): Promise<Gmina> => {
  const row = await unitNow(tx, asked)
  if (row?.level !== 'gmina') throw notFound()
  const { code } = row
  const powiatCode = code.slice(0, 4)
  const powiat = await tx.territoryUnit.findUnique({ where: { code: powiatCode } })
  return {
    code,
    name: row.name,
    kind: kindOf(row.kind),
    cityPowiat: row.cityPowiat,
    powiatCode,
    powiatName: powiat?.name ?? powiatCode,
    wojewodztwoCode: row.wojewodztwoCode,
  }
}

/** Codes of the gminas in force of a powiat, voivodeship, or of one gmina. */
export const gminaCodesWithin = async (tx: Tx, code: string): Promise<string[]> => {
  const rows = await tx.territoryUnit.findMany({
    where: { level: 'gmina', validTo: null, code: { startsWith: code } },
    select: { code: true },
    orderBy: { code: 'asc' },
  })
  return rows.map((r) => r.code)
}

/** Names of units by code. */
export const unitNames = async (tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.territoryUnit.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: { code: true, name: true },
  })
  return new Map(rows.map((r) => [r.code, r.name]))
}

type Wanted = {
  readonly text: string
  readonly level?: 'gmina' | 'powiat' | 'wojewodztwo'
  readonly within?: string
  readonly take?: number
}

/**
 * What a code or a name of old leads to: the unit that holds there now. Names are compared as people type them, without
 * Polish letters (former names are kept as they were written).
 */
const followed = async (tx: Tx, words: readonly string[]): Promise<TerritoryUnit[]> => {
  const [first = ''] = words
  const old = await tx.$queryRaw<{ code: string }[]>`
    select u.code from territory_unit u
    where (u.valid_to is not null or cardinality(u.former_names) > 0) and (
      u.valid_to is not null and (u.code = ${first} or u.name_folded like all (${words.map((w) => `%${w}%`)}))
      or exists (select from unnest(u.former_names) f
           where translate(lower(f), 'ąćęłńóśźż', 'acelnoszz') like all (${words.map((w) => `%${w}%`)})))
    order by u.code limit 20`
  const units: TerritoryUnit[] = []
  for (const { code } of old) {
    const unit = await unitNow(tx, code)
    if (unit) units.push(unit)
  }
  return units
}

/**
 * Units in force whose name holds every word, or whose code begins so; names that begin with it first. Without a word
 * the units of the level or place that was asked for, and nothing when nothing was. A code or a name of old finds the
 * unit that followed.
 */
export const searchUnits = async (
  tx: Tx,
  { text, level, within, take = 30 }: Wanted,
): Promise<TerritoryUnit[]> => {
  const folded = fold(text)
  if (folded === '' && !level && !within) return []
  const words = folded.split(' ').filter(Boolean).slice(0, 6)
  const rows = await tx.territoryUnit.findMany({
    where: {
      validTo: null,
      ...(level ? { level } : {}),
      ...(within ? { code: { startsWith: within } } : {}),
      ...(words.length > 0
        ? {
            OR: [
              ...(/^\d+$/u.test(folded) ? [{ code: { startsWith: folded } }] : []),
              { AND: words.map((word) => ({ nameFolded: { contains: word } })) },
            ],
          }
        : {}),
    },
    orderBy: [{ nameFolded: 'asc' }, { code: 'asc' }],
    take: 200,
  })
  const known = new Set(rows.map((r) => r.code))
  const later = words.length > 0 ? await followed(tx, words) : []
  const follows = later.filter(
    (u, i) =>
      !known.has(u.code) &&
      later.findIndex((o) => o.code === u.code) === i &&
      (!level || u.level === level) &&
      (!within || u.code.startsWith(within)),
  )
  const first = rows.filter((r) => r.nameFolded.startsWith(folded))
  return [...first, ...rows.filter((r) => !first.includes(r)), ...follows].slice(0, take)
}
