/** A document between the data and its file: described once, written as DOCX and as PDF (lib/documents). */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly align?: 'center' | 'right'
      readonly strong?: boolean
    }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | {
      readonly kind: 'table'
      /** what the table holds, for who hears it */
      readonly about: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** shares of the width, a column each */
      readonly widths: readonly number[]
    }
  | { readonly kind: 'signatures'; readonly under: readonly string[] }

export type Paper = { readonly title: string; readonly subtitle?: string; readonly blocks: readonly Block[] }

/** What a document is filled in from: values by name, and rows by the name of their table. All of it is text. */
export type PaperData = {
  readonly fields: Readonly<Record<string, string>>
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
}

/** Where nothing is known yet, somebody writes by hand. */
export const toFillIn = '………………………………'

export const field = ({ fields }: PaperData, name: string): string => fields[name] || toFillIn
export const rowsOf = (
  { tables }: PaperData,
  name: string,
  columns: readonly string[],
): readonly (readonly string[])[] => (tables[name] ?? []).map((row) => columns.map((c) => row[c] ?? ''))

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
/** Text of several paragraphs as people type it: a line each. */
export const lines = (text: string): Block[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map(paragraph)
