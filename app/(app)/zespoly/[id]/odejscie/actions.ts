'use server'

import { leavingMessages as m } from '@/lib/messages/pl/leaving'
import { handLinesOver as command } from '@/lib/teams'
import { defineAction } from '@/lib/web/define-action'

export const handLinesOver = defineAction(command, {
  done: ({ handed, asked, stayed, closed }) => ({ message: m.lines.done(handed, asked, stayed, closed) }),
})
