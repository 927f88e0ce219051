/** The programme of a region: its plan, visits of the animator. */
export const programmePermissions = [
  'programme.list',
  'programme.read',
  'programme.plan',
  'programme.assign',
  'programme.keep',
  'programme.drop',
  'programme.note',
  'programme.correctNote',
  'programme.cancelNote',
  'programme.shared',
] as const
