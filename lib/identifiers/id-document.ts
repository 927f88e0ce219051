import { type Check, compact } from '@/lib/identifiers/check'

export type IdentityCardReason = 'empty' | 'shape' | 'checksum'
export type OtherDocumentReason = 'empty' | 'shape' | 'tooLong'

const weights = [7, 3, 1, 0, 7, 3, 1, 7, 3]

export const normaliseIdDocument = compact

/** Checks a Polish identity card: three letters (A = 10 … Z = 35), a check digit, five digits. */
export const checkIdentityCard = (text: string): Check<IdentityCardReason> => {
  const value = normaliseIdDocument(text)
  if (value === '') return { ok: false, reason: 'empty' }
  if (!/^[A-Z]{3}\d{6}$/.test(value)) return { ok: false, reason: 'shape' }
  const sum = weights.reduce(
    (total, weight, index) => total + weight * Number.parseInt(value[index] ?? '', 36),
    0,
  )
  return sum % 10 === Number(value[3]) ? { ok: true, value } : { ok: false, reason: 'checksum' }
}

/**
 * Any other document of identity (passport, residence card, foreign card): numbers follow no common rule, so
 * only what no document bears is refused. At most 40 characters.
 */
export const checkOtherDocument = (text: string): Check<OtherDocumentReason> => {
  const value = normaliseIdDocument(text)
  if (value === '') return { ok: false, reason: 'empty' }
  if (value.length > 40) return { ok: false, reason: 'tooLong' }
  return /^[\p{L}\p{N}./]+$/u.test(value) && /\p{N}/u.test(value)
    ? { ok: true, value }
    : { ok: false, reason: 'shape' }
}
