'use server'

import { destructionMessages as m } from '@/lib/messages/pl/destruction'
import * as retention from '@/lib/retention'
import { defineAction } from '@/lib/web/define-action'

export const prepareDestruction = defineAction(retention.prepareDestruction, {
  done: () => ({ message: m.reached.done }),
})
export const takeBackDestruction = defineAction(retention.takeBackDestruction, {
  done: () => ({ message: m.waiting.takenBack }),
})
export const approveDestruction = defineAction(retention.approveDestruction, {
  done: () => ({ message: m.waiting.done }),
})
export const setHold = defineAction(retention.setHold, { done: () => ({ message: m.held.done }) })
export const endHold = defineAction(retention.endHold, { done: () => ({ message: m.held.ended }) })
export const setRetention = defineAction(retention.setRetention, {
  done: () => ({ message: m.terms.done }),
})
