import { type FileFault, readFileType, scanTypes } from '@/lib/attachments'

/** Told before the upload, checked by the database too. */
export const scanLimit = 3 * 1024 * 1024

export type ScanType = (typeof scanTypes)[number]

const faults = {
  fileEmpty: 'scanEmpty',
  fileTooLarge: 'scanTooLarge',
  fileType: 'scanType',
  fileBroken: 'scanBroken',
  fileActive: 'scanActive',
} as const satisfies Record<FileFault, string>
export type ScanFault = (typeof faults)[FileFault]
export type ScanReading =
  | { readonly ok: true; readonly mediaType: ScanType }
  | { readonly ok: false; readonly reason: ScanFault }

/** The same check as of any attachment, for the paper of a consent: a PDF, JPEG or PNG within its own limit. */
export const readScan = (bytes: Buffer): ScanReading => {
  const reading = readFileType(bytes, scanTypes, scanLimit)
  if (!reading.ok) return { ok: false, reason: faults[reading.reason] }
  const mediaType = scanTypes.find((type) => type === reading.mediaType)
  return mediaType ? { ok: true, mediaType } : { ok: false, reason: 'scanType' }
}
