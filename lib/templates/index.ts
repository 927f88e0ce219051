export { applyTemplate } from '@/lib/templates/apply'
export { makeTemplate, type PreparedTemplate, prepareTemplate } from '@/lib/templates/make'
export {
  correctTemplate,
  offerTemplate,
  restoreTemplate,
  retireTemplate,
  shareTemplate,
  unshareTemplate,
} from '@/lib/templates/manage'
export { chooseTemplate, previewTemplate, type TemplatePreview } from '@/lib/templates/preview'
export { listTemplates, readTemplate, type TemplateRow, type TemplateView } from '@/lib/templates/read'
export type { LineInWords } from '@/lib/templates/view'
