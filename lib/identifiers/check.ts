/** What every check of this folder answers: the normalised value, or one reason out of a closed union. */
export type Check<Reason extends string, Value = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason }

/**
 * What people add when they copy a number out of a letter: spaces of every width, dashes, and the invisible
 * marks of direction that a word processor leaves behind.
 */
const noise = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\-‐‑‒–—−]/gu

/** The text without that noise, in capitals. */
export const compact = (text: string): string => text.replace(noise, '').toUpperCase()

/** Σ digit·weight over the first `weights.length` digits of `digits`, which the caller has matched to `\d+`. */
export const weightedSum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)

/** Empty, not digits, or not of one of the lengths: what every plain number is checked for first. */
export const digitsOnly = (
  value: string,
  lengths: readonly number[],
): Check<'empty' | 'shape' | 'length', string> => {
  if (value === '') return { ok: false, reason: 'empty' }
  if (!/^\d+$/.test(value)) return { ok: false, reason: 'shape' }
  return lengths.includes(value.length) ? { ok: true, value } : { ok: false, reason: 'length' }
}
