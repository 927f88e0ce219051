export { editFamily } from '@/lib/families/edit'
export { editIdentity } from '@/lib/families/identity'
export { type DocumentKind, documentKinds } from '@/lib/families/papers'
export {
  type FamilyView,
  type IdentityView,
  type MemberView,
  readFamily,
  readIdentities,
  revealNumber,
} from '@/lib/families/read'
export { removeMember } from '@/lib/families/remove'
