export { giveRoles, invitePerson, type NewPerson, newPersonInput, sendInvitation } from '@/lib/people/invite'
export { type Colleague, colleaguesIn, namesOf } from '@/lib/people/names'
