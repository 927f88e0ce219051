/** A cell that a spreadsheet would take for a formula is written as text. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t]/u.test(text) ? `'${text}` : text
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as a Polish spreadsheet opens it: semicolons, a mark of UTF-8 in front. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
