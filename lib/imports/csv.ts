import { type Column, columnsOf, type ImportKind } from '@/lib/imports/columns'

/** A cell that a spreadsheet would take for a formula is written as text. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t]/u.test(text) ? `'${text}` : text
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as a Polish spreadsheet opens it: semicolons, a mark of UTF-8 in front. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`

const entries = (kind: ImportKind): [string, Column][] => Object.entries(columnsOf(kind))

/** Head lines of the pattern. */
export const headsOf = (kind: ImportKind): string[] => entries(kind).map(([, { name }]) => name)

/** The cells of a row in the order of the pattern. */
export const cellsOf = (kind: ImportKind, fields: Readonly<Record<string, string>>): string[] =>
  entries(kind).map(([field]) => fields[field] ?? '')
