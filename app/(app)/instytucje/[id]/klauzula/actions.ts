'use server'

import { publishClause as publish } from '@/lib/consents'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const publishClause = defineAction(publish, {
  done: (_result, form) => `${paths.institutionClause(String(form.get('institutionId')))}?zapisano=tak`,
})
