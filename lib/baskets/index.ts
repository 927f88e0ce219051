export type { Alternative } from '@/lib/baskets/alternatives'
export { type AnswerInput, answerLine } from '@/lib/baskets/answer'
export { basketOf } from '@/lib/baskets/basket'
export { isAlive } from '@/lib/baskets/basket-fact'
export {
  answerByLink,
  type LineByLink,
  lineByLink,
  type OutsideStep,
  outsideAnswers,
  proveLink,
} from '@/lib/baskets/by-link'
export { cancelLine, editLine, justifyLine, recordCosts, takeOverCounter } from '@/lib/baskets/coordinate'
export { basketStages, createLine, insertLine } from '@/lib/baskets/create'
export { cancelDelivery, recordDelivery, recordSeries } from '@/lib/baskets/deliver'
export { endedServices } from '@/lib/baskets/ended-services'
export type { LineInput } from '@/lib/baskets/input'
export { restMinutes } from '@/lib/baskets/limits'
export { type Beneficiary, type LineView, lineViews } from '@/lib/baskets/line-view'
export { sendLineLink, takeBackLineLink } from '@/lib/baskets/link'
export type { Money } from '@/lib/baskets/money'
export { nextTime } from '@/lib/baskets/occurrences'
export {
  type Basket,
  type BasketInstitution,
  type Conclusion,
  type CoverNeed,
  type KnotState,
  listDeliveries,
  listLines,
} from '@/lib/baskets/overview'
export { openLinesOf, type PassRefusal, passLineOn, passRefusal } from '@/lib/baskets/pass-on'
export type { Offer, Reason } from '@/lib/baskets/proposals'
export { countsAs } from '@/lib/baskets/proposals'
export { type ProposalPage, proposeServices } from '@/lib/baskets/propose'
export { type LinePage, readLine } from '@/lib/baskets/read-line'
export { type Frequency, frequencies, isFrequency, nextExpectedOn } from '@/lib/baskets/schedule'
export { sendLine, sendLines } from '@/lib/baskets/send'
export {
  type Choice,
  listMyServices,
  type MyService,
  type MyServices,
  readMyService,
} from '@/lib/baskets/services'
export { settleWarning, unsettleWarning } from '@/lib/baskets/settle'
export type { Settlement, WarningView } from '@/lib/baskets/settlements'
export { isFinal, type LineAction, type LineRefusal, type LineStatus } from '@/lib/baskets/state'
export { type TieState, tieOf, tieOfLine, tieStates } from '@/lib/baskets/ties'
export { answerOf, type LineWarning, lineWarnings } from '@/lib/baskets/warnings'
export {
  assignLine,
  finishLine,
  resumeLine,
  scheduleLine,
  startLine,
  suspendLine,
} from '@/lib/baskets/work'
