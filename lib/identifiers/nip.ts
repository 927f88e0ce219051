import { type Check, compact, digitsOnly, weightedSum } from '@/lib/identifiers/check'

export type NipReason = 'empty' | 'shape' | 'length' | 'checksum'

const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7]

/** Ten digits; the prefix PL of a European VAT number is dropped. */
export const normaliseNip = (text: string): string => compact(text).replace(/^PL/, '')

/** Checks a NIP. A remainder of 10 is never given out, so such a number is wrong whatever its last digit. */
export const checkNip = (text: string): Check<NipReason> => {
  const digits = digitsOnly(normaliseNip(text), [10])
  if (!digits.ok) return digits
  // Ten zeros satisfy the arithmetic and belong to nobody.
  if (/^0+$/.test(digits.value)) return { ok: false, reason: 'checksum' }
  return weightedSum(digits.value, weights) % 11 === Number(digits.value[9])
    ? digits
    : { ok: false, reason: 'checksum' }
}

/** 8133485443 → 813-348-54-43. */
export const formatNip = (nip: string): string => nip.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1-$2-$3-$4')
