import { daysInMonth, type IsoDate, isoDate } from '@/lib/format/dates'
import { type Check, compact, digitsOnly, weightedSum } from '@/lib/identifiers/check'

export type PeselReason = 'empty' | 'shape' | 'length' | 'checksum' | 'date'
export type Sex = 'female' | 'male'
export type Pesel = { readonly pesel: string; readonly birthOn: IsoDate; readonly sex: Sex }

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
/** The century is coded in the month: 01–12 for 1900s, +20 for 2000s and so on; +80 is the 1800s. */
const centuries = [1900, 2000, 2100, 2200, 1800]

export const normalisePesel = compact

/** Checks a PESEL and reads birth date and sex from it (ustawa o ewidencji ludności art. 15). */
export const checkPesel = (text: string): Check<PeselReason, Pesel> => {
  const digits = digitsOnly(normalisePesel(text), [11])
  if (!digits.ok) return digits
  const pesel = digits.value
  if ((10 - (weightedSum(pesel, weights) % 10)) % 10 !== Number(pesel[10])) {
    return { ok: false, reason: 'checksum' }
  }
  const birthOn = birthDate(pesel)
  if (birthOn === undefined) return { ok: false, reason: 'date' }
  return { ok: true, value: { pesel, birthOn, sex: Number(pesel[9]) % 2 === 1 ? 'male' : 'female' } }
}

const birthDate = (pesel: string): IsoDate | undefined => {
  const coded = Number(pesel.slice(2, 4))
  const year = (centuries[Math.floor(coded / 20)] ?? 1900) + Number(pesel.slice(0, 2))
  const month = coded % 20
  const day = Number(pesel.slice(4, 6))
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return isoDate(year, month, day)
}

/** The PESEL for a list: only the last three digits stay readable. */
export const maskPesel = (pesel: string): string => `${'•'.repeat(8)}${pesel.slice(8)}`
