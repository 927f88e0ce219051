'use server'

import { notificationMessages } from '@/lib/messages/pl/notifications'
import { readNotifications } from '@/lib/notifications'
import { defineAction } from '@/lib/web/define-action'

export const readAll = defineAction(readNotifications, {
  read: () => ({}),
  done: () => ({ message: notificationMessages.readDone }),
})
