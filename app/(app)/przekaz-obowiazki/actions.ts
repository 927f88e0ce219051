'use server'

import { giveWork as give } from '@/lib/handover'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const giveWork = defineAction(give, { done: ({ handoverId }) => paths.handoverDone(handoverId) })
