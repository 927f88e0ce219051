'use server'

import { attachToDocument } from '@/lib/documents'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const attachScan = defineAction(attachToDocument, {
  done: (_result, form) => paths.teamDocuments(String(form.get('teamId'))),
})
