/** First and last byte, both included. */
export type ByteRange = { readonly from: number; readonly to: number }

/**
 * What a `Range` header asks of a content of this size: one range; `null` for the whole (no header, another unit, several
 * ranges, which may be answered so); `'unsatisfiable'` for one that begins behind the end.
 */
export const readRange = (header: string | null, size: number): ByteRange | null | 'unsatisfiable' => {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '')
    return Number(last) === 0 ? 'unsatisfiable' : { from: Math.max(0, size - Number(last)), to: size - 1 }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < from) return null
  return from >= size ? 'unsatisfiable' : { from, to }
}
