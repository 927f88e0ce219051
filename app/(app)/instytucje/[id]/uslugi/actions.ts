'use server'

import { offerServices } from '@/lib/institutions'
import { institutionMessages } from '@/lib/messages/pl/institutions'
import { defineAction } from '@/lib/web/define-action'

export const offer = defineAction(offerServices, {
  done: () => ({ message: institutionMessages.offer.saved }),
})
