'use server'

import * as programme from '@/lib/programme'
import { addMembers } from '@/lib/teams'
import { defineAction } from '@/lib/web/define-action'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const back =
  (code: string) =>
  ({ gmina }: { gmina: string }): string =>
    withParams(paths.recruitment(gmina), { zrobione: code })

export const inviteInstitutions = defineAction(programme.inviteInstitutions, { done: back('zaproszono') })
export const answerInvitation = defineAction(programme.answerInvitation, { done: back('odpowiedz') })
export const inviteAgain = defineAction(programme.inviteAgain, { done: back('ponownie') })
export const takeBackInvitation = defineAction(programme.takeBackInvitation, { done: back('cofnieto') })
export const joinAgreed = defineAction(addMembers, {
  done: (_result, form) => paths.teamMembers(String(form.get('teamId') ?? '')),
})
