export { keptApart } from '@/lib/families/apart'
export {
  type Relation,
  type RelationKind,
  relationKinds,
} from '@/lib/families/derived'
export {
  type DuplicatesPage,
  linkPersons,
  readDuplicates,
  unlinkPersons,
} from '@/lib/families/duplicates'
export { editFamily } from '@/lib/families/edit'
export type { Elsewhere } from '@/lib/families/elsewhere'
export { linkFamilies, unlinkFamilies } from '@/lib/families/family-links'
export { editIdentity } from '@/lib/families/identity'
export { joinFamily } from '@/lib/families/join'
export { type DocumentKind, documentKinds } from '@/lib/families/papers'
export { confirmPrint, type PrintCheck } from '@/lib/families/print-check'
export {
  endProtection,
  type Protection,
  type ProtectionView,
  protectPerson,
  readProtections,
} from '@/lib/families/protection'
export {
  type FamilyView,
  type IdentityView,
  type MemberView,
  readFamily,
  readIdentities,
  revealNumber,
} from '@/lib/families/read'
export {
  addRelation,
  type GenogramPerson,
  type GenogramView,
  mendRelation,
  readRelations,
  removeRelation,
} from '@/lib/families/relations'
export { removeMember } from '@/lib/families/remove'
