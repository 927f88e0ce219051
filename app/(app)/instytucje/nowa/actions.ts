'use server'

import { createInstitution } from '@/lib/institutions'
import { defineAction } from '@/lib/web/define-action'
import { areasFrom } from '@/lib/web/institution-form'
import { paths } from '@/lib/web/paths'

export const addInstitution = defineAction(createInstitution, {
  read: areasFrom,
  done: ({ institutionId }) => paths.institution(institutionId),
})
