export { type CatalogueHere, catalogueHere, type ServiceHere } from '@/lib/catalogue/here'
export {
  addService,
  correctService,
  endOverlay,
  type OverlayKind,
  renameService,
  restoreOverlay,
  retireService,
} from '@/lib/catalogue/overlay'
export {
  listOverlay,
  type OverlayEntry,
  type OverlayList,
  type OverlayPage,
  readOverlay,
} from '@/lib/catalogue/overlay-read'
export {
  type AreaEntry,
  areas,
  type Categories,
  categories,
  closingReasons,
  dataCategoryNames,
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
  type ServiceConflict,
  type ServiceTypeEntry,
  serviceConflicts,
  serviceNames,
  servicesAtHome,
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
export { suggestVariant } from '@/lib/catalogue/variants'
