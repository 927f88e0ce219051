'use server'

import * as transfers from '@/lib/transfers'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const answerTransfer = defineAction(transfers.answerTransfer, {
  done: ({ accepted }) => `${paths.transfers()}?zrobione=${accepted ? 'przyjeto' : 'odmowiono'}`,
})
