export { editFamily } from '@/lib/families/edit'
export { editIdentity } from '@/lib/families/identity'
export {
  type FamilyView,
  type IdentityView,
  type MemberView,
  readFamily,
  readIdentities,
  revealPesel,
} from '@/lib/families/read'
export { removeMember } from '@/lib/families/remove'
