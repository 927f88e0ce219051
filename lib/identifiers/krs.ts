import { type Check, compact, digitsOnly } from '@/lib/identifiers/check'

export type KrsReason = 'empty' | 'shape' | 'length'

export const normaliseKrs = compact

/** Ten digits, leading zeros included; the register has no check digit. */
export const checkKrs = (text: string): Check<KrsReason> => {
  const digits = digitsOnly(normaliseKrs(text), [10])
  return digits.ok && /^0+$/.test(digits.value) ? { ok: false, reason: 'shape' } : digits
}
