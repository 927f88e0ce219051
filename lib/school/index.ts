export { recordAttendance } from '@/lib/school/attendance'
export {
  addMaterial,
  cancelEvent,
  correctEvent,
  createEvent,
  openMaterial,
  removeMaterial,
} from '@/lib/school/keep'
export {
  type EventPage,
  type EventPerson,
  type EventRow,
  type EventState,
  listEvents,
  readEvent,
} from '@/lib/school/read'
export { signOff, signUp, signUpPeople } from '@/lib/school/sign-up'
export {
  type Certificate,
  listTrainings,
  readCertificate,
  type TrainingList,
  teamTrainings,
  verifyCertificate,
} from '@/lib/school/trainings'
