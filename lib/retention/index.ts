export {
  approveDestruction,
  prepareDestruction,
  takeBackDestruction,
} from '@/lib/retention/destruction'
export { endHold, setHold } from '@/lib/retention/holds'
export {
  type DestructionView,
  type ListedCase,
  type ListView,
  listDestruction,
  type TermView,
} from '@/lib/retention/list'
export { setRetention } from '@/lib/retention/terms'
