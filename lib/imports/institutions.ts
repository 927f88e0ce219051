import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { institutionKinds } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import type { Fields } from '@/lib/imports/columns'
import type { Checked, Read, Reason } from '@/lib/imports/rows'
import {
  institutionFields,
  type Known,
  knownInstitutions,
  type NewInstitution,
  oneOfAKind,
  registerInstitutions,
  registryKinds,
} from '@/lib/institutions'
import type { Context } from '@/lib/policy/usecase'

const { replacesOps, areaCodes, ...plain } = institutionFields
const schema = z.object(plain)
export type InstitutionData = z.output<typeof schema>

type Unit = { readonly code: string; readonly level: string; readonly name: string }

/** Units of the own voivodeship that are in force: a ROPS imports for its own region. */
const unitsOf = async ({ tx, actor }: Context): Promise<Unit[]> => {
  const rows = await tx.territoryUnit.findMany({
    where: { wojewodztwoCode: actor.wojewodztwoCode ?? '', validTo: null },
    select: { code: true, level: true, nameFolded: true },
  })
  return rows.map(({ code, level, nameFolded }) => ({ code, level, name: nameFolded }))
}

/** A spreadsheet takes the first nought of a number away. */
const padded = (text: string, ...lengths: number[]): string =>
  /^\d+$/u.test(text) && lengths.includes(text.length + 1) ? `0${text}` : text

const levelOf = (kindKey: string): string | undefined =>
  institutionKinds().find(({ key }) => key === kindKey)?.level

/** The seat by its code, or by the names of the gmina and the powiat where both are one place only. */
const seatOf = (units: readonly Unit[], fields: Fields, kindKey: string): string | Reason => {
  const code = padded(fields.seatCode ?? '', 2, 4, 7)
  if (code !== '')
    return units.some((unit) => unit.code === code) ? code : { field: 'seatCode', key: 'importSeat' }
  const powiat = fold(fields.powiat ?? '')
  const gmina = fold(fields.gmina ?? '')
  if (powiat === '' && gmina === '') return { field: 'seatCode', key: 'required' }
  const powiaty = units.filter((u) => u.level === 'powiat' && (powiat === '' || u.name === powiat))
  const found =
    gmina === '' && levelOf(kindKey) === 'powiat'
      ? powiaty
      : units.filter(
          (u) => u.level === 'gmina' && u.name === gmina && powiaty.some((p) => u.code.startsWith(p.code)),
        )
  const [only] = found
  if (!only) return { field: 'gmina', key: 'importSeat' }
  return found.length === 1 ? only.code : { field: 'gmina', key: 'importSeatMany' }
}

/** A kind by its key or by its Polish name. */
const kindOf = (text: string): string =>
  registryKinds().find(({ key, namePl }) => key === text || fold(namePl) === fold(text))?.key ?? text

const readRow = (units: readonly Unit[], fields: Fields): Read<InstitutionData> => {
  const kindKey = kindOf(fields.kindKey ?? '')
  const seat = seatOf(units, fields, kindKey)
  const parsed = schema.safeParse({
    ...fields,
    kindKey,
    regon: padded(fields.regon ?? '', 9),
    nip: padded(fields.nip ?? '', 10),
    krs: (fields.krs ?? '') === '' ? '' : (fields.krs ?? '').padStart(10, '0'),
    seatCode: typeof seat === 'string' ? seat : '00',
  })
  const reasons: Reason[] = [
    ...(typeof seat === 'string' ? [] : [seat]),
    ...(parsed.error?.issues ?? []).map((issue) => ({
      field: String(issue.path[0] ?? ''),
      key: issue.message,
    })),
  ]
  return reasons.length > 0 || !parsed.data ? { reasons } : { data: parsed.data }
}

/** What makes two rows of a file one institution. */
const marksOf = (data: InstitutionData): string[] => [
  ...(data.regon ? [`regon ${data.regon}`] : []),
  oneOfAKind(data.kindKey)
    ? `${data.kindKey} ${data.seatCode}`
    : `${fold(data.name)} ${data.kindKey} ${data.seatCode}`,
]

const judged = (data: InstitutionData, known: Known | undefined): Checked => {
  if (!known) return { status: 'good', data }
  if (known.same) return { status: 'same', recordId: known.id }
  return { status: 'bad', reasons: [{ field: 'name', key: `similarInstitution:${known.name}` }] }
}

/**
 * Each row by itself: it can be added, it is in the registry already (nothing changes), or it cannot with the reasons:
 * a fault in a cell, the same body in an earlier row, one like it in the registry.
 */
export const checkInstitutions = async (
  ctx: Context,
  rows: readonly { readonly no: number; readonly fields: Fields }[],
  /** What the same file added already: rows of one file are not like each other by chance. */
  added: readonly string[] = [],
): Promise<Map<number, Checked>> => {
  const units = await unitsOf(ctx)
  const out = new Map<number, Checked>()
  const readable = new Map<number, InstitutionData>()
  const firstAt = new Map<string, number>()
  for (const { no, fields } of rows) {
    const read = readRow(units, fields)
    if ('reasons' in read) {
      out.set(no, { status: 'bad', reasons: read.reasons })
      continue
    }
    const marks = marksOf(read.data)
    const earlier = marks.map((mark) => firstAt.get(mark)).find((at) => at !== undefined)
    if (earlier !== undefined) {
      out.set(no, { status: 'bad', reasons: [{ field: 'name', key: `importRepeats:${earlier}` }] })
      continue
    }
    for (const mark of marks) firstAt.set(mark, no)
    readable.set(no, read.data)
  }
  const known = await knownInstitutions(ctx.tx, readable, added)
  for (const [no, data] of readable) out.set(no, judged(data, known.get(no)))
  return out
}

/** Adds these to the registry; gives their ids by row. A body of a powiat serves all its gminas. */
export const makeInstitutions = async (
  ctx: Context,
  rows: readonly { readonly no: number; readonly data: InstitutionData }[],
): Promise<Map<number, string>> => {
  const made = rows.map(({ no, data }) => ({ no, institution: { ...data, id: randomUUID() } }))
  await registerInstitutions(
    ctx,
    made.map(({ institution }): NewInstitution & { id: string } => ({
      ...institution,
      areaCodes: [institution.seatCode],
    })),
  )
  return new Map(made.map(({ no, institution }) => [no, institution.id]))
}
