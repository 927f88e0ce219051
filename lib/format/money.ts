/** Money is a whole number of grosze; quantities are hundredths, decimal(8,2) in the database. */

export type AmountParse =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: 'empty' | 'shape' | 'tooManyDecimals' | 'tooLarge' }

const nbsp = '\u00a0'
/** 9 999 999,99 zł in grosze: far above any single line, far below the range of a 32-bit column. */
const maxGrosze = 999_999_999
/** decimal(8,2) in hundredths. */
const maxQuantity = 99_999_999

const groups = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, nbsp)

/** 123450 → "1 234,50 zł". The spaces never break a line. */
export const formatMoney = (grosze: number): string => {
  const [whole, cents] = split(grosze)
  return `${grosze < 0 ? '−' : ''}${groups(whole)},${cents}${nbsp}zł`
}

/** 123450 → "1234,50", what an input field is refilled with. */
export const moneyInput = (grosze: number): string => {
  const [whole, cents] = split(grosze)
  return `${grosze < 0 ? '-' : ''}${whole},${cents}`
}

const split = (hundredths: number): [string, string] => {
  if (!Number.isSafeInteger(hundredths)) throw new RangeError(`not a whole number: ${hundredths}`)
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  return [digits.slice(0, -2), digits.slice(-2)]
}

/** Reads "1 234,50 zł", "1234.5", "1.234,50" or "12" as grosze. Never negative. */
export const parseMoney = (text: string): AmountParse =>
  parseHundredths(text.replace(/(zł|pln)\.?\s*$/iu, ''), maxGrosze)

/** Reads a quantity such as "2", "1,5" or "0,25" as hundredths (2 → 200). Never negative. */
export const parseQuantity = (text: string): AmountParse => parseHundredths(text, maxQuantity)

/** 150 → "1,5"; 200 → "2". Hundredths, as `parseQuantity` gives them. */
export const formatQuantity = (hundredths: number): string => {
  const [whole, cents] = split(hundredths)
  const decimals = cents.replace(/0+$/, '')
  return `${hundredths < 0 ? '−' : ''}${groups(whole)}${decimals === '' ? '' : `,${decimals}`}`
}

/** "1.50" of a decimal(8,2) column → 150 and back, without floating point in between. */
export const quantityFromDecimal = (decimal: string): number => {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(decimal)
  if (!match) throw new RangeError(`not a decimal(8,2): ${decimal}`)
  const hundredths = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' ? -hundredths : hundredths
}

/** 150 → "1.50", what the database takes. */
export const quantityToDecimal = (hundredths: number): string => {
  const [whole, cents] = split(hundredths)
  return `${hundredths < 0 ? '-' : ''}${whole}.${cents}`
}

const parseHundredths = (text: string, max: number): AmountParse => {
  const tight = text.replace(/[\s\u00a0\u202f']/gu, '')
  if (tight === '') return { ok: false, reason: 'empty' }
  const plain =
    /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(tight) && tight.includes(',') ? tight.replaceAll('.', '') : tight
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(plain)
  if (!match) return { ok: false, reason: 'shape' }
  const [, whole = '', decimals = ''] = match
  if (decimals.length > 2) return { ok: false, reason: 'tooManyDecimals' }
  const value =
    whole.length > 12 ? Number.POSITIVE_INFINITY : Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return value > max ? { ok: false, reason: 'tooLarge' } : { ok: true, value }
}
