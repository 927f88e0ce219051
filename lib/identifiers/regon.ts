import { type Check, compact, digitsOnly, weightedSum } from '@/lib/identifiers/check'

export type RegonReason = 'empty' | 'shape' | 'length' | 'checksum'

const weights9 = [8, 9, 2, 3, 4, 5, 6, 7]
const weights14 = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]

export const normaliseRegon = compact

const agrees = (regon: string, weights: readonly number[]): boolean =>
  (weightedSum(regon, weights) % 11) % 10 === Number(regon[weights.length])

/** Checks a REGON of 9 digits, or of 14 for a local unit, whose first nine must be a valid REGON too. */
export const checkRegon = (text: string): Check<RegonReason> => {
  const digits = digitsOnly(normaliseRegon(text), [9, 14])
  if (!digits.ok) return digits
  const regon = digits.value
  const sound =
    !/^0{9}/.test(regon) && agrees(regon, weights9) && (regon.length === 9 || agrees(regon, weights14))
  return sound ? digits : { ok: false, reason: 'checksum' }
}
