import { type Check, compact } from '@/lib/identifiers/check'

export type PostcodeReason = 'empty' | 'shape'

/** Five digits become NN-NNN; anything else is only cleaned. */
export const normalisePostcode = (text: string): string => compact(text).replace(/^(\d{2})(\d{3})$/, '$1-$2')

/** Checks the shape of a Polish postal code. */
export const checkPostcode = (text: string): Check<PostcodeReason> => {
  const value = normalisePostcode(text)
  if (value === '') return { ok: false, reason: 'empty' }
  return /^\d{2}-\d{3}$/.test(value) ? { ok: true, value } : { ok: false, reason: 'shape' }
}
