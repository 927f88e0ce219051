import { type Check, compact } from '@/lib/identifiers/check'

export type IbanReason = 'empty' | 'country' | 'shape' | 'length' | 'checksum'

/** PL and 26 digits; an account written the domestic way (NRB, digits only) gets its country. */
export const normaliseIban = (text: string): string => compact(text).replace(/^\d/, 'PL$&')

/** Checks a Polish account number by ISO 13616 (remainder 1 modulo 97). */
export const checkIban = (text: string): Check<IbanReason> => {
  const value = normaliseIban(text)
  if (value === '') return { ok: false, reason: 'empty' }
  if (/^[A-Z]{2}\d{2}/.test(value) && !value.startsWith('PL')) return { ok: false, reason: 'country' }
  if (!/^PL\d+$/.test(value)) return { ok: false, reason: 'shape' }
  if (value.length !== 28) return { ok: false, reason: 'length' }
  // 25 and 21 stand for P and L, moved behind the account together with the check digits.
  const moved = `${value.slice(4)}2521${value.slice(2, 4)}`
  return BigInt(moved) % 97n === 1n ? { ok: true, value } : { ok: false, reason: 'checksum' }
}

/** PL61109010140000071219812874 → 61 1090 1014 0000 0712 1981 2874, as it stands on a form. */
export const formatAccount = (iban: string): string =>
  `${iban.slice(2, 4)} ${iban.slice(4).replace(/(\d{4})(?=\d)/g, '$1 ')}`.replaceAll(' ', '\u00a0')
