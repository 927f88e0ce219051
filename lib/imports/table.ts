import { CsvError, parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { fold } from '@/lib/format/fold'
import { AppError } from '@/lib/platform/errors'
import { withoutControls } from '@/lib/platform/input'

/** Told before the upload. */
export const importLimit = { bytes: 3 * 1024 * 1024, rows: 6_000 } as const

/** A file with a head line: cells as text, by the folded name of their column. */
export type Table = {
  readonly heads: readonly string[]
  readonly rows: readonly { readonly no: number; readonly cells: Readonly<Record<string, string>> }[]
}

const refused = (key: string): AppError => new AppError('invalid', 'invalid', { file: key })

/** UTF-8, or what a Polish spreadsheet writes without asking (Windows-1250). */
const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}

/** The sign that parts the names in the head line. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, text.search(/[\r\n]|$/u))
  const times = (sign: string) => head.split(sign).length
  return [';', '\t', ','].reduce((best, sign) => (times(sign) > times(best) ? sign : best))
}

const csvCells = (bytes: Buffer): string[][] => {
  const text = textOf(bytes)
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch (error) {
    if (error instanceof CsvError) throw refused('importBroken')
    throw error
  }
}

const cellText = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell)

const xlsxCells = async (bytes: Buffer): Promise<string[][]> => {
  const sheet = await readSheet(bytes).catch(() => {
    throw refused('importBroken')
  })
  return sheet.map((row) => row.map(cellText))
}

/** What the bytes are, whatever name the file has: XLSX is a ZIP, anything else must be text. */
const cellsOf = async (bytes: Buffer): Promise<string[][]> => {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return xlsxCells(bytes)
  if (bytes.includes(0)) throw refused('importType')
  return csvCells(bytes)
}

/**
 * Rows of a CSV or XLSX file, numbered as a spreadsheet numbers them (the head is row 1). Throws `invalid` with a reason
 * for the field `file`: empty, too large, too many rows, not such a file.
 */
export const readTable = async (file: File): Promise<Table> => {
  if (file.size === 0) throw refused('importEmpty')
  if (file.size > importLimit.bytes) throw refused('importTooLarge')
  const [head = [], ...body] = await cellsOf(Buffer.from(await file.arrayBuffer()))
  const heads = head.map((name) => fold(name))
  const rows = body
    .map((cells, i) => ({ no: i + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) throw refused('importEmpty')
  if (rows.length > importLimit.rows) throw refused('importTooMany')
  return {
    heads,
    rows: rows.map(({ no, cells }) => ({
      no,
      cells: Object.fromEntries(heads.map((name, i) => [name, withoutControls(cells[i] ?? '').trim()])),
    })),
  }
}
