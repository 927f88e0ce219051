export { giveWork } from '@/lib/handover/give'
export {
  type Handover,
  type HandoverThing,
  type HandoverView,
  handoverReasons,
  prepareHandover,
  readHandover,
} from '@/lib/handover/read'
export type { HandoverSeat } from '@/lib/handover/seats'
export type { HandoverTask } from '@/lib/handover/tasks'
