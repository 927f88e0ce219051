/** The registry of institutions, and the files of institutions and people that a ROPS brings in. */
export const registryPermissions = [
  'institution.list',
  'institution.read',
  'institution.create',
  'institution.mend',
  // kind and voivodeship of an institution, inside institution.mend
  'institution.reclassify',
  'institution.end',
  'institution.offer',
  'institution.mendOffer',
  'institution.confirmOffer',
  'institution.endOffer',
  'import.list',
  'import.read',
  'import.bad',
  'import.prepare',
  'import.run',
  'import.undo',
] as const
