'use server'

import { remarkByLink } from '@/lib/model-consultations'
import { definePublicAction } from '@/lib/web/define-public-action'
import { readForm } from '@/lib/web/form-data'
import { paths } from '@/lib/web/paths'

export const sendRemark = definePublicAction({
  name: 'model.remarkByLink',
  because: 'the secret link in the letter is the key; it takes remarks on one text until its last day',
  run: async (form) => {
    const { token, ...remark } = readForm(form)
    await remarkByLink(String(token ?? ''), remark)
    return `${paths.modelLink(encodeURIComponent(String(token ?? '')))}?zrobione=zapisano`
  },
})
