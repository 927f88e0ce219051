'use server'

import * as transfers from '@/lib/transfers'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page = (caseId: string, code: string): string => `${paths.caseTransfer(caseId)}?zrobione=${code}`

export const requestTransfer = defineAction(transfers.requestTransfer, {
  done: (_result, form) => page(String(form.get('caseId')), 'zapytano'),
})
export const withdrawTransfer = defineAction(transfers.withdrawTransfer, {
  done: ({ caseId }) => page(caseId, 'cofnieto'),
})
export const passTransfer = defineAction(transfers.passTransfer, {
  done: ({ caseId }) => page(caseId, 'przekazano'),
})
