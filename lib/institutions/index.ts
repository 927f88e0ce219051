export {
  placeByKind,
  registerInstitution,
  type Similar,
  similarInstitutions,
} from '@/lib/institutions/register'
