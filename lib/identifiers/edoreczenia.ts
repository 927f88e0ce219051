import { type Check, compact } from '@/lib/identifiers/check'

export type EdoreczeniaReason = 'empty' | 'shape'

/** The address in its one written form, AE:PL-NNNNN-NNNNN-LLLLL-NN, whatever was typed between the groups. */
export const normaliseEdoreczenia = (text: string): string =>
  compact(text).replace(/^(?:AE:?)?PL(\d{5})(\d{5})([A-Z]{5})(\d{2})$/, 'AE:PL-$1-$2-$3-$4')

/** Checks the shape of an address for electronic delivery (ustawa o doręczeniach elektronicznych). */
export const checkEdoreczenia = (text: string): Check<EdoreczeniaReason> => {
  const value = normaliseEdoreczenia(text)
  if (value === '') return { ok: false, reason: 'empty' }
  return value.startsWith('AE:PL-') ? { ok: true, value } : { ok: false, reason: 'shape' }
}
