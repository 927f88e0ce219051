'use server'

import { createRops } from '@/lib/people'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const foundRops = defineAction(createRops, {
  done: ({ institutionId }) => paths.people(institutionId),
})
