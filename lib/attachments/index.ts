export {
  attachmentLimit,
  captionTypes,
  type FileFault,
  type FileType,
  fileTypes,
  paperTypes,
  readFileType,
  scanTypes,
} from '@/lib/attachments/file-type'
export { type FilmType, filmLimit, filmTypes } from '@/lib/attachments/film-type'
export { dropFilm, filmBytes, type KeptFilm, keepFilm, type OpenFilm } from '@/lib/attachments/pieces'
export {
  type AttachmentContent,
  type AttachmentSubject,
  type AttachmentVersion,
  addFilm,
  attach,
  attachmentContent,
  attachmentsOf,
  fileField,
  filmOf,
  filmSlot,
  optionalFileField,
} from '@/lib/attachments/store'
