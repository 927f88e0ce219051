'use server'

import * as families from '@/lib/families'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page =
  (code: string) =>
  (_result: unknown, form: FormData): string =>
    `${paths.caseDuplicates(String(form.get('caseId')))}?zrobione=${code}`

export const linkPersons = defineAction(families.linkPersons, { done: page('polaczono') })
export const linkFamilies = defineAction(families.linkFamilies, { done: page('rodziny') })
export const unlinkFamilies = defineAction(families.unlinkFamilies, { done: page('cofnieto') })
export const unlinkPersons = defineAction(families.unlinkPersons, { done: page('cofnieto') })
