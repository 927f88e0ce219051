import { closingReasons, rejectionReasons } from '@/lib/catalogue'
import { handoverMessages } from '@/lib/messages/pl/handover'

/** Polish name of a reason's key. */
export const reasonName = (key: string): string =>
  [...closingReasons(), ...rejectionReasons()].find((entry) => entry.key === key)?.namePl ??
  handoverMessages.reasons[key as keyof typeof handoverMessages.reasons] ??
  key
