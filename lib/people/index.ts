export { giveRoles, invitePerson, type NewPerson, newPersonInput } from '@/lib/people/invite'
export { type Colleague, colleaguesIn, namesOf } from '@/lib/people/names'
