'use server'

import * as baskets from '@/lib/baskets'
import { inviteInstitution } from '@/lib/cases'
import { endUnmetNeed, recordUnmetNeed } from '@/lib/diagnosis'
import { lineLinkMessages } from '@/lib/messages/pl/line-link'
import { defineAction } from '@/lib/web/define-action'
import { readForm } from '@/lib/web/form-data'
import { paths } from '@/lib/web/paths'

type OfLine = { caseId: string; lineId: string }

const basket = (caseId: string, code: string): string => `${paths.caseBasket(caseId)}?zrobione=${code}`
const backToLine = ({ caseId, lineId }: OfLine): string =>
  `${paths.caseLine(caseId, lineId)}?zrobione=zapisano`

export const sendLines = defineAction(baskets.sendLines, { done: ({ caseId }) => basket(caseId, 'wyslano') })
export const createLine = defineAction(baskets.createLine, {
  done: ({ caseId, sent, held }) => basket(caseId, sent ? 'wyslano' : held ? 'wstrzymano' : 'robocza'),
})
export const editLine = defineAction(baskets.editLine, {
  done: ({ caseId, lineId }) => `${paths.caseLine(caseId, lineId)}?zrobione=zmieniono`,
})
/** Back to the choice that was being made; only an address of a basket of this product. */
export const inviteProvider = defineAction(inviteInstitution, {
  read: (form) => {
    const { back: _back, ...input } = readForm(form)
    return input
  },
  done: (_result, form) => {
    const back = String(form.get('back'))
    const caseId = String(form.get('caseId'))
    const safe = /^\/sprawy\/[0-9a-f-]{36}\/koszyk\/[a-z0-9/?=&_-]+$/u.test(back)
    return safe ? `${back}&zrobione=zaproszono` : basket(caseId, 'zapisano')
  },
})
export const justifyLine = defineAction(baskets.justifyLine, {
  done: ({ caseId }) => basket(caseId, 'zapisano'),
})
export const settleWarning = defineAction(baskets.settleWarning, {
  done: ({ caseId }) => `${basket(caseId, 'rozstrzygnieto')}#ostrzezenia`,
})
export const unsettleWarning = defineAction(baskets.unsettleWarning, {
  done: ({ caseId }) => `${basket(caseId, 'cofnieto')}#ostrzezenia`,
})
export const takeOver = defineAction(baskets.takeOverCounter, { done: backToLine })
export const sendLineLink = defineAction(baskets.sendLineLink, {
  done: ({ code }) => ({ message: lineLinkMessages.sent(code) }),
})
export const takeBackLineLink = defineAction(baskets.takeBackLineLink, {
  done: () => ({ message: lineLinkMessages.takenBack }),
})
export const cancelLine = defineAction(baskets.cancelLine, {
  done: ({ caseId }) => basket(caseId, 'anulowano'),
})
export const recordCosts = defineAction(baskets.recordCosts, { done: backToLine })
type OfNeed = { caseId: string; needId: string }
const backToNeed = ({ caseId, needId }: OfNeed, code: string): string =>
  `${paths.caseLineNew(caseId)}?potrzeba=${needId}&zrobione=${code}#bez-oferty`
export const recordUnmet = defineAction(recordUnmetNeed, { done: (need) => backToNeed(need, 'odnotowano') })
export const endUnmet = defineAction(endUnmetNeed, { done: (need) => backToNeed(need, 'cofnieto') })
