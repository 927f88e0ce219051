export {
  createInstitution,
  endInstitution,
  mendInstitution,
} from '@/lib/institutions/commands'
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
  placeByKind,
  registerInstitution,
  type Similar,
  similarInstitutions,
} from '@/lib/institutions/register'
