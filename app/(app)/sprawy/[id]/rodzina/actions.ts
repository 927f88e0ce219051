'use server'

import * as families from '@/lib/families'
import { familyMessages as m } from '@/lib/messages/pl/families'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page = (_result: unknown, form: FormData): string =>
  `${paths.caseFamily(String(form.get('caseId')))}?zapisano=tak`

export const editFamily = defineAction(families.editFamily, { done: page })
export const removeMember = defineAction(families.removeMember, { done: page })
export const editIdentity = defineAction(families.editIdentity, { done: page })
export const revealPesel = defineAction(families.revealPesel, {
  done: ({ pesel }) => ({ message: pesel ? m.reveal.shown(pesel) : m.reveal.none }),
})
