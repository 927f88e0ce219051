import { exportModelConsultation, modelConsultationDocument } from '@/lib/model-consultations'
import { defineRoute } from '@/lib/web/define-route'
import { paperFile } from '@/lib/web/paper-file'

/** A consultation of the model with every remark and what became of it, as a DOCX. */
export const GET = defineRoute({
  permission: 'model.export',
  handle: async (_request, actor, params) => {
    const view = await exportModelConsultation.execute(actor, { modelConsultationId: params.id ?? '' })
    return paperFile(await modelConsultationDocument(view), 'konsultacje-modelu', 'docx')
  },
})
