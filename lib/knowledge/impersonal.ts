import { checkPesel, namesCase } from '@/lib/identifiers'
import { prose } from '@/lib/platform/input'

const phone =
  /(?<![\d-])(?:\+?48[ -]?)?(?:\d{9}|\d{3}[ -]\d{3}[ -]\d{3}|\d{2}[ -]\d{3}[ -]\d{2}[ -]\d{2})(?![\d-])/u
const properName = /\brodzin\p{Ll}*\s+(?:pani\s+|pana\s+|państwa\s+)?\p{Lu}\p{Ll}{2,}/u
const someone =
  /\b(?:pan|pani|pana|panu|panią|państwo|państwa|państwu)\s+\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?(?:sk|ck|dzk)(?:a|i|iej|iego|iemu|ą|im|ich|imi)\b/u

/**
 * Does this text look as if it named somebody: a true PESEL, a telephone, the number of a case, "rodzina Nowaków",
 * "pani Kowalska"? A help against a slip, not a promise: the hint stands in every form beside it.
 */
export const namesSomebody = (text: string): boolean =>
  (text.match(/\d{11}/gu) ?? []).some((digits) => checkPesel(digits).ok) ||
  phone.test(text) ||
  namesCase(text) ||
  properName.test(text) ||
  someone.test(text)

/** Long text that is read in the whole voivodeship: refused where it seems to name somebody. */
export const impersonal = (max = 4000) => prose(max).refine((text) => !namesSomebody(text), 'namesSomebody')
