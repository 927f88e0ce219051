/** Patterns of baskets: a part of permissions.ts. */
export const templatePermissions = [
  'template.list',
  'template.read',
  'template.prepare',
  'template.make',
  'template.correct',
  'template.retire',
  'template.restore',
  'template.offer',
  'template.share',
  'template.unshare',
  'template.choose',
  'template.preview',
  'template.apply',
] as const
