export {
  type MeetingPaperKey,
  meetingPaperKeys,
  type PaperFormat,
  type PaperKey,
  paperFormats,
  paperKeys,
  type TeamPaperKey,
  teamPaperKeys,
} from '@/lib/documents/catalogue'
export { paperToDocx } from '@/lib/documents/docx'
export { fillMeetingPaper, type MeetingPaper } from '@/lib/documents/meeting-data'
export { hasOffice } from '@/lib/documents/office'
export { placesOf } from '@/lib/documents/places'
export { type Filled, renderBuiltIn, renderPaper, renderTemplate } from '@/lib/documents/render'
export {
  activateTemplate,
  choosePreview,
  listTemplates,
  previewTemplate,
  putTemplate,
  type TemplateList,
  withdrawTemplate,
} from '@/lib/documents/templates'
export {
  attachToDocument,
  fillPersonDocument,
  fillTeamDocument,
  listTeamDocuments,
} from '@/lib/documents/use-cases'
