import { type Check, compact, digitsOnly } from '@/lib/identifiers/check'

type Reason = 'empty' | 'shape' | 'length'

/** Register of schools: up to ten digits, nothing to check them by (domain 5.4 [verify]). */
export const checkRspo = (text: string): Check<Reason> =>
  digitsOnly(
    compact(text),
    Array.from({ length: 10 }, (_, i) => i + 1),
  )

/** Register of health providers: twelve digits, nothing to check them by (domain 5.4 [verify]). */
export const checkRpwdl = (text: string): Check<Reason> => digitsOnly(compact(text), [12])
