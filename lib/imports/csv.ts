import { type Column, columnsOf, type ImportKind } from '@/lib/imports/columns'

const entries = (kind: ImportKind): [string, Column][] => Object.entries(columnsOf(kind))

/** Head lines of the pattern. */
export const headsOf = (kind: ImportKind): string[] => entries(kind).map(([, { name }]) => name)

/** The cells of a row in the order of the pattern. */
export const cellsOf = (kind: ImportKind, fields: Readonly<Record<string, string>>): string[] =>
  entries(kind).map(([field]) => fields[field] ?? '')
