/** One person, or one family, recorded twice by the own unit. */
export const twicePermissions = [
  'person.duplicates',
  'person.link',
  'person.unlink',
  'family.link',
  'family.unlink',
] as const
