import { exportModelConsultation, modelConsultationDocument } from '@/lib/model-consultations'
import { defineRoute } from '@/lib/web/define-route'

/** A consultation of the model with every remark and what became of it, as a DOCX. */
export const GET = defineRoute({
  permission: 'model.export',
  handle: async (_request, actor, params) => {
    const view = await exportModelConsultation.execute(actor, { modelConsultationId: params.id ?? '' })
    const body = new Uint8Array(await modelConsultationDocument(view))
    return new Response(body, {
      headers: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'Content-Disposition': 'attachment; filename="konsultacje-modelu.docx"',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    })
  },
})
