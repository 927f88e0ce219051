'use server'

import * as programme from '@/lib/programme'
import { defineAction } from '@/lib/web/define-action'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const sendLetter = defineAction(programme.sendLetter, {
  done: () => withParams(paths.letters(), { zrobione: 'wyslano' }),
})
