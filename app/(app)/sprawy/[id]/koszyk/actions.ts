'use server'

import * as baskets from '@/lib/baskets'
import { recordUnmetNeed } from '@/lib/diagnosis'
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
export const justifyLine = defineAction(baskets.justifyLine, {
  done: ({ caseId }) => basket(caseId, 'zapisano'),
})
export const takeOver = defineAction(baskets.takeOverCounter, { done: backToLine })
export const cancelLine = defineAction(baskets.cancelLine, {
  done: ({ caseId }) => basket(caseId, 'anulowano'),
})
export const recordCosts = defineAction(baskets.recordCosts, { done: backToLine })
export const recordUnmet = defineAction(recordUnmetNeed, {
  read: (form) => {
    const { caseId: _case, ...input } = readForm(form)
    return input
  },
  done: ({ caseId }) => basket(caseId, 'bezuslugi'),
})
