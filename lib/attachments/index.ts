export {
  attachmentLimit,
  type FileFault,
  type FileType,
  fileTypes,
  paperTypes,
  readFileType,
  scanTypes,
} from '@/lib/attachments/file-type'
export {
  type AttachmentContent,
  type AttachmentSubject,
  type AttachmentVersion,
  attach,
  attachmentContent,
  attachmentsOf,
  fileField,
  optionalFileField,
} from '@/lib/attachments/store'
