export { type InstitutionRow, listInstitutions } from '@/lib/institutions/list'
export {
  placeByKind,
  registerInstitution,
  type Similar,
  similarInstitutions,
} from '@/lib/institutions/register'
