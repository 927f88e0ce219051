'use server'

import * as families from '@/lib/families'
import { formatAccount } from '@/lib/identifiers'
import { familyMessages as m } from '@/lib/messages/pl/families'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page = (_result: unknown, form: FormData): string =>
  `${paths.caseFamily(String(form.get('caseId')))}?zapisano=tak`

export const editFamily = defineAction(families.editFamily, { done: page })
export const removeMember = defineAction(families.removeMember, { done: page })
export const joinFamily = defineAction(families.joinFamily, {
  done: ({ known }, form) => (known === 1 ? page(null, form) : { message: m.join.found(known) }),
})
export const addRelation = defineAction(families.addRelation, { done: page })
export const mendRelation = defineAction(families.mendRelation, { done: page })
export const removeRelation = defineAction(families.removeRelation, { done: page })
export const editIdentity = defineAction(families.editIdentity, { done: page })
export const protectPerson = defineAction(families.protectPerson, { done: page })
export const endProtection = defineAction(families.endProtection, { done: page })
export const revealNumber = defineAction(families.revealNumber, {
  done: ({ what, number }) => ({
    message: number
      ? m.reveal.shown(m.reveal.what[what], what === 'bank' ? formatAccount(number) : number)
      : m.reveal.none,
  }),
})
