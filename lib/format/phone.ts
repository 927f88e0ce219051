/** Telephone numbers are kept in E.164: +48 and nine digits; a foreign one as it is, 7 to 15 digits. */

export type PhoneParse =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: 'empty' | 'shape' | 'length' }

/** Reads "17 850 12 34", "+48 601-602-603", "0048601602603", "(17) 8501234" or a foreign "+380 …". */
export const parsePhone = (text: string): PhoneParse => {
  const tight = text.replace(/[\s\u00a0().\-–/]/gu, '').replace(/^00/, '+')
  if (tight === '') return { ok: false, reason: 'empty' }
  if (!/^\+?\d+$/.test(tight)) return { ok: false, reason: 'shape' }
  if (tight.startsWith('+') && !tight.startsWith('+48')) return foreign(tight)
  const national = tight.replace(/^\+48/, '')
  const digits = national.length === 11 && national.startsWith('48') ? national.slice(2) : national
  if (digits.length !== 9) return { ok: false, reason: 'length' }
  return digits.startsWith('0') ? { ok: false, reason: 'shape' } : { ok: true, value: `+48${digits}` }
}

const foreign = (number: string): PhoneParse =>
  /^\+[1-9]\d{6,14}$/.test(number) ? { ok: true, value: number } : { ok: false, reason: 'length' }

const mobile = /^(45|50|51|53|57|60|66|69|72|73|78|79|88)/

/** +48601602603 → "601 602 603", +48178501234 → "17 850 12 34"; a foreign number keeps its prefix. */
export const formatPhone = (e164: string): string => {
  const digits = /^\+48(\d{9})$/.exec(e164)?.[1]
  if (digits === undefined) return e164
  const pattern = mobile.test(digits) ? /(\d{3})(\d{3})(\d{3})/ : /(\d{2})(\d{3})(\d{2})(\d{2})/
  return (pattern.exec(digits)?.slice(1) ?? [digits]).join('\u00a0')
}
