export {
  builtIn,
  type MeetingPaperKey,
  meetingPaperKeys,
  type PaperFormat,
  type PaperKey,
  paperFormats,
  paperKeys,
  paperTitle,
  type TeamPaperKey,
  teamPaperKeys,
} from '@/lib/documents/catalogue'
export { type MeetingPaper, meetingPaperData } from '@/lib/documents/meeting-data'
export { renderBuiltIn } from '@/lib/documents/render'
export {
  attachToDocument,
  fillPersonDocument,
  fillTeamDocument,
  listTeamDocuments,
} from '@/lib/documents/use-cases'
