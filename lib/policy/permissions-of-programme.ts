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
  'recruit.list',
  'recruit.invite',
  'recruit.answer',
  'recruit.again',
  'recruit.takeBack',
  'recruit.barriers',
] as const
