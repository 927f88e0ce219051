export {
  type AreaEntry,
  areas,
  type Categories,
  categories,
  closingReasons,
  declineReasons,
  fundingSources,
  type InstitutionKindEntry,
  institutionKinds,
  type ModelVariantEntry,
  modelVariants,
  type NeedTypeEntry,
  needTypes,
  outcomeCodes,
  type RelationEntry,
  type RoleEntry,
  redirectTargets,
  rejectionReasons,
  relations,
  roles,
  type ServiceTypeEntry,
  serviceTypes,
} from '@/lib/catalogue/reference'
export {
  type DataCategory,
  dataCategories,
  type RoleKey,
  roleKeys,
  type VariantKey,
  variantKeys,
} from '@/lib/catalogue/reference-schema'
export { listServices, readService, type ServiceRow, type ServiceView } from '@/lib/catalogue/services'
export { suggestVariant, type VariantWords, variantWords } from '@/lib/catalogue/variants'
