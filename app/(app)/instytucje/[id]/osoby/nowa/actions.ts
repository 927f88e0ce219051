'use server'

import { invite } from '@/lib/people'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const invitePerson = defineAction(invite, {
  done: ({ institutionId }) => paths.people(institutionId),
})
