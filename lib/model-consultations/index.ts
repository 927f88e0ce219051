export { type ModelByLink, modelByLink, remarkByLink } from '@/lib/model-consultations/by-link'
export { modelConsultationDocument } from '@/lib/model-consultations/document'
export {
  answerRemark,
  closeModelConsultation,
  correctModelConsultation,
  invitableRoles,
  inviteOutside,
  openModelConsultation,
  takeBackInvitation,
  verdicts,
} from '@/lib/model-consultations/keep'
export {
  exportModelConsultation,
  listModelConsultations,
  type ModelPage,
  type ModelRow,
  type ModelState,
  type ModelView,
  prepareModelConsultation,
  type RemarkView,
  readModelConsultation,
} from '@/lib/model-consultations/read'
export { addRemark, correctRemark } from '@/lib/model-consultations/remark'
