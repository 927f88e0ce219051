import { z } from 'zod'
import { optional } from '@/lib/platform/input'

/** Where a page of a list begins: after or before this row, by the sorted value and the id. */
export type Cursor = { readonly side: 'after' | 'before'; readonly value: string; readonly id: string }

export type Page<T> = {
  readonly rows: readonly T[]
  readonly next: string | null
  readonly previous: string | null
}

const shape = z.tuple([z.enum(['after', 'before']), z.string().max(300), z.uuid()])

const encode = ({ side, value, id }: Cursor): string =>
  Buffer.from(JSON.stringify([side, value, id])).toString('base64url')

const decode = (text: string): Cursor | null => {
  try {
    const [side, value, id] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { side, value, id }
  } catch {
    return null
  }
}

/** A cursor out of an address; one that was tampered with gives the first page. */
export const cursor = () => optional(z.string().max(1000)).transform((text) => (text ? decode(text) : null))

/** The order of the query: backwards before a row, so that the nearest rows come first. */
export const direction = (at: Cursor | null, order: 'asc' | 'desc'): 'asc' | 'desc' =>
  at?.side === 'before' ? (order === 'asc' ? 'desc' : 'asc') : order

/**
 * The page out of `size + 1` rows that were asked for in `direction`: keyset paging needs no count and does not skip
 * or repeat a row when the list changes meanwhile.
 */
export const pageOf = <T>(
  found: readonly T[],
  size: number,
  at: Cursor | null,
  keyOf: (row: T) => { value: string; id: string },
): Page<T> => {
  const more = found.length > size
  const rows = at?.side === 'before' ? found.slice(0, size).reverse() : found.slice(0, size)
  const [first, last] = [rows.at(0), rows.at(-1)]
  const hasNext = at?.side === 'before' || more
  const hasPrevious = at?.side === 'before' ? more : at !== null
  return {
    rows,
    next: hasNext && last ? encode({ side: 'after', ...keyOf(last) }) : null,
    previous: hasPrevious && first ? encode({ side: 'before', ...keyOf(first) }) : null,
  }
}
