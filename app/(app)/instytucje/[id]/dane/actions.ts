'use server'

import { endInstitution, mendInstitution } from '@/lib/institutions'
import { defineAction } from '@/lib/web/define-action'
import { areasFrom } from '@/lib/web/institution-form'
import { paths } from '@/lib/web/paths'

export const mend = defineAction(mendInstitution, {
  read: areasFrom,
  done: ({ institutionId }) => paths.institution(institutionId),
})

export const end = defineAction(endInstitution, {
  done: (_r, form) => paths.institution(String(form.get('institutionId'))),
})
