'use server'

import { peopleMessages } from '@/lib/messages/pl/people'
import * as people from '@/lib/people'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const m = peopleMessages.person
const say = (message: string) => ({ done: () => ({ message }) })

export const appoint = defineAction(people.appoint, say(m.roleGiven))
export const endRole = defineAction(people.endRole, say(m.roleEnded))
export const markNk = defineAction(people.markNk, say(m.given))
export const unmarkNk = defineAction(people.unmarkNk, say(m.taken))
export const resendInvitation = defineAction(people.resendInvitation, say(m.resent))
export const revokeInvitation = defineAction(people.revokeInvitation, say(m.revoked))
export const renewAuthorisation = defineAction(people.renewAuthorisation, say(m.renewed))
// the page itself shows the new version
export const attachAuthorisation = defineAction(people.attachAuthorisation, {
  done: (_result, form) => paths.person(String(form.get('institutionId')), String(form.get('userId'))),
})
export const mendPerson = defineAction(people.mendPerson, say(m.mended))
export const endEmployment = defineAction(people.endEmployment, {
  done: ({ institutionId }) => paths.people(institutionId),
})
