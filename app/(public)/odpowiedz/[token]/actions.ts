'use server'

import { answerByLink, proveLink } from '@/lib/baskets'
import { definePublicAction } from '@/lib/web/define-public-action'
import { readForm } from '@/lib/web/form-data'
import { keepLinePass, linePass } from '@/lib/web/line-pass'
import { paths } from '@/lib/web/paths'

const tokenOf = (form: FormData): string => String(form.get('token') ?? '')

export const proveCode = definePublicAction({
  name: 'line.readByLink',
  because:
    'the one-time link and the code told by telephone are the key; a partner without an account cannot sign in',
  run: async (form, address) => {
    const token = tokenOf(form)
    const pass = await proveLink({ token, code: String(form.get('code') ?? ''), address })
    await keepLinePass(token, pass)
    return paths.lineLink(encodeURIComponent(token))
  },
})

export const answerLink = definePublicAction({
  name: 'line.answerByLink',
  because: 'the pass of a proved link is the key; it opens the answer to one line and nothing else',
  run: async (form) => {
    const { token, ...answer } = readForm(form)
    await answerByLink(String(token ?? ''), await linePass(), answer)
    return `${paths.lineLink(encodeURIComponent(tokenOf(form)))}?zrobione=zapisano`
  },
})
