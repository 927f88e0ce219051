'use server'

import { moveVariantVersion } from '@/lib/teams'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const move = defineAction(moveVariantVersion, {
  done: (_result, form) => paths.teamModel(String(form.get('teamId')), { zrobione: 'model' }),
})
