/** Model variants of a voivodeship: a part of permissions.ts. */
export const variantPermissions = [
  'variant.list',
  'variant.read',
  'variant.draft',
  'variant.saveDraft',
  'variant.publish',
  'variant.dropDraft',
] as const
