export type CsvRow = { readonly line: number; readonly fields: readonly string[] }

/**
 * Splits a file into rows, one a line (neither the register's file nor ours has line breaks inside a field).
 * A byte order mark, CRLF and empty lines are passed over; fields may be quoted, with `""` for a quote.
 */
export const csvRows = (text: string, separator: ',' | ';'): CsvRow[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '')
    .map(({ content, line }) => ({ line, fields: fieldsOf(content, separator) }))

const fieldsOf = (content: string, separator: string): string[] => {
  if (!content.includes('"')) return content.split(separator).map((field) => field.trim())
  const fields: string[] = []
  let field = ''
  let quoted = false
  for (let at = 0; at < content.length; at += 1) {
    const letter = content[at]
    if (letter === '"' && quoted && content[at + 1] === '"') {
      field += '"'
      at += 1
    } else if (letter === '"') quoted = !quoted
    else if (letter === separator && !quoted) {
      fields.push(field.trim())
      field = ''
    } else field += letter
  }
  return [...fields, field.trim()]
}
