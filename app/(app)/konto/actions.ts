'use server'

import { signInMessages } from '@/lib/messages/pl/sign-in'
import * as people from '@/lib/people'
import { defineAction } from '@/lib/web/define-action'

const m = signInMessages.account

export const mendAccount = defineAction(people.mendOwnAccount, { done: () => ({ message: m.saved }) })
export const acknowledge = defineAction(people.acknowledgeAuthorisation, {
  done: () => ({ message: m.acknowledgeDone }),
})
