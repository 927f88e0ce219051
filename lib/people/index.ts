export { acknowledgeAuthorisation, renewAuthorisation } from '@/lib/people/authorise'
export {
  appoint,
  endRole,
  invite,
  markNk,
  resendInvitation,
  revokeInvitation,
  unmarkNk,
} from '@/lib/people/commands'
export { type Place, rolesToGive } from '@/lib/people/grantable'
export { giveRoles, invitePerson, mailStaff, type NewPerson, newPersonInput } from '@/lib/people/invite'
export { endEmployment } from '@/lib/people/leave'
export { listPeople, type PersonRow, type PersonState, renewalDays } from '@/lib/people/list'
export { mendOwnAccount, mendPerson, readOwnAccount } from '@/lib/people/mend'
export { type Colleague, colleaguesIn, namesOf } from '@/lib/people/names'
export { attachAuthorisation, authorisationForPaper, openAuthorisation } from '@/lib/people/papers'
export { employeeFacts as personFacts } from '@/lib/people/place'
export { type Holding, type HoldingKind, type PersonView, readPerson } from '@/lib/people/read'
export { createRops } from '@/lib/people/rops'
