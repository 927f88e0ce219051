/** Retention and destruction of files (domain 8.4). */
export const retentionPermissions = [
  'destruction.list',
  'destruction.prepare',
  'destruction.takeBack',
  'destruction.approve',
  'retention.set',
  'hold.set',
  'hold.end',
] as const
