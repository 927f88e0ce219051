/** What a voivodeship passes on to its teams: no case and no person served stands behind any of these. */
export const knowledgePermissions = [
  // its school
  'school.list',
  'school.read',
  'school.verify',
  'school.create',
  'school.correct',
  'school.cancel',
  'school.attendance',
  'school.addMaterial',
  'school.removeMaterial',
  'school.trainings',
  'school.signUp',
  'school.signUpPeople',
  'school.signOff',
  'school.certificate',
  'school.ofTeam',
] as const
