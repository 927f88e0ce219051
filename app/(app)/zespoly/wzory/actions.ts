'use server'

import * as documents from '@/lib/documents'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

// the page itself shows what became of the version
const back = { done: (_result: unknown, form: FormData) => paths.documentTemplate(String(form.get('page'))) }
/** The form names its page; the use case asks for less. */
const read = (form: FormData) =>
  Object.fromEntries([...form].filter(([name]) => name === 'templateId' || name === 'teamId'))

export const put = defineAction(documents.putTemplate, {
  done: (_result, form) => paths.documentTemplate(String(form.get('key'))),
})
export const choosePreview = defineAction(documents.choosePreview, { read, ...back })
export const activate = defineAction(documents.activateTemplate, { read, ...back })
export const withdraw = defineAction(documents.withdrawTemplate, { read, ...back })
