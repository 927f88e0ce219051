export {
  type CaseConsultation,
  type CaseConsultations,
  caseConsultations,
  endConsultation,
  openConsultation,
} from '@/lib/consultations/case-side'
export {
  answerConsultation,
  type ConsultationRow,
  type ConsultationView,
  type ConsultedCase,
  listConsultations,
  readConsultation,
} from '@/lib/consultations/expert-side'
