import { closingReasons, rejectionReasons } from '@/lib/catalogue'

/** Polish name of a reason's key. */
export const reasonName = (key: string): string =>
  [...closingReasons(), ...rejectionReasons()].find((entry) => entry.key === key)?.namePl ?? key
