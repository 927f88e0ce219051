'use server'

import { handLinesOver as command } from '@/lib/teams'
import { defineAction } from '@/lib/web/define-action'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

// with the last service the form itself is gone, so the page says what was done
export const handLinesOver = defineAction(command, {
  done: ({ handed, asked, stayed, closed }, form) =>
    withParams(paths.teamLeaving(String(form.get('teamId')), String(form.get('memberId'))), {
      przekazano: [handed, asked, stayed, closed ? 1 : 0].join('-'),
    }),
})
