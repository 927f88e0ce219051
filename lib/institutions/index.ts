export {
  createInstitution,
  endInstitution,
  mendInstitution,
} from '@/lib/institutions/commands'
export { institutionFields } from '@/lib/institutions/fields'
export { registryKinds } from '@/lib/institutions/kinds'
export { type InstitutionRow, listInstitutions } from '@/lib/institutions/list'
export {
  confirmOffers,
  endOffer,
  isOldOffer,
  mendOffer,
  type OfferedService,
  offerServices,
  offerTermDays,
} from '@/lib/institutions/offers'
export { type InstitutionView, readInstitution } from '@/lib/institutions/read'
export {
  type Known,
  knownInstitutions,
  type NewInstitution,
  oneOfAKind,
  placeByKind,
  registerInstitution,
  registerInstitutions,
  type Similar,
  similarInstitutions,
} from '@/lib/institutions/register'
