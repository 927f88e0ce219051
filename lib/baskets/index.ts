export { type AnswerInput, answerLine } from '@/lib/baskets/answer'
export { cancelDelivery, recordDelivery } from '@/lib/baskets/deliver'
export type { Beneficiary, LineView } from '@/lib/baskets/line-view'
export { type Frequency, frequencies } from '@/lib/baskets/schedule'
export {
  type Choice,
  listMyServices,
  type MyService,
  type MyServices,
  readMyService,
} from '@/lib/baskets/services'
export { isFinal, isTaken, type LineAction, type LineRefusal, type LineStatus } from '@/lib/baskets/state'
export {
  assignLine,
  finishLine,
  resumeLine,
  scheduleLine,
  startLine,
  suspendLine,
} from '@/lib/baskets/work'
