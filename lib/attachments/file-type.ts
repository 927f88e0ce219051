import PizZip from 'pizzip'

/** Told before the upload, asked again here and by the database. The server takes no larger form (next.config.ts). */
export const attachmentLimit = 8 * 1024 * 1024

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const openText = 'application/vnd.oasis.opendocument.text'

/** Each type that may be attached, and the ending that its file gets when somebody saves it. */
export const fileTypes = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  [word]: 'docx',
  [openText]: 'odt',
  // films alone, in pieces (film-type.ts)
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  // their captions
  'text/vtt': 'vtt',
} as const
export type FileType = keyof typeof fileTypes

export const scanTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const satisfies FileType[]
export const paperTypes = [...scanTypes, word, openText] as const satisfies FileType[]

export const captionTypes = ['text/vtt'] as const satisfies FileType[]

export type FileFault = 'fileEmpty' | 'fileTooLarge' | 'fileType' | 'fileBroken' | 'fileActive'
export type FileReading =
  | { readonly ok: true; readonly mediaType: FileType }
  | { readonly ok: false; readonly reason: FileFault }

/** How a file of each type begins and ends; some writers add a few bytes behind the end. */
const shapes: readonly { type: FileType; begins: string; ends: string }[] = [
  { type: 'application/pdf', begins: '%PDF-', ends: '%%EOF' },
  { type: 'image/jpeg', begins: '\u00ff\u00d8\u00ff', ends: '\u00ff\u00d9' },
  { type: 'image/png', begins: '\u0089PNG\r\n\u001a\n', ends: 'IEND\u00aeB`\u0082' },
]
const zipBegins = 'PK\u0003\u0004'

/** What runs or carries something else inside a PDF; `/OpenAction [page …]` only says where reading begins. */
const activePdf = /\/(?:(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b|OpenAction\b(?!\s*\[))/u
/** The same inside a text document: macros, controls, objects of other programs. */
const activePart =
  /vbaProject|vbaData|\/activeX\/|\/embeddings\/|^Basic\/|^Scripts\/|^Object |^ObjectReplacements\//iu
/** Unpacked, a text of 8 MB is never larger than this; what is, was made to fill a memory. */
const unpackedLimit = 100 * 1024 * 1024

type Part = { readonly name: string; readonly _data?: { readonly uncompressedSize?: number } | string }

const opened = (bytes: Buffer): PizZip | null => {
  try {
    return new PizZip(bytes)
  } catch {
    return null
  }
}

const sizeOf = ({ _data }: Part): number =>
  typeof _data === 'object' && _data ? (_data.uncompressedSize ?? 0) : (_data?.length ?? 0)

/** A DOCX or ODT is a zip with parts of certain names. */
const readZip = (bytes: Buffer): FileReading => {
  const zip = opened(bytes)
  if (!zip) return { ok: false, reason: 'fileBroken' }
  const parts = Object.values(zip.files) as unknown as Part[]
  if (parts.reduce((sum, part) => sum + sizeOf(part), 0) > unpackedLimit)
    return { ok: false, reason: 'fileBroken' }
  if (parts.some(({ name }) => activePart.test(name))) return { ok: false, reason: 'fileActive' }
  if (zip.file('[Content_Types].xml') && zip.file('word/document.xml')) return { ok: true, mediaType: word }
  if (zip.file('mimetype')?.asText().trim() === openText && zip.file('content.xml'))
    return { ok: true, mediaType: openText }
  return { ok: false, reason: 'fileType' }
}

const readWhole = (bytes: Buffer): FileReading => {
  if (bytes.subarray(0, zipBegins.length).toString('latin1') === zipBegins) return readZip(bytes)
  if (/^(?:\u00ef\u00bb\u00bf)?WEBVTT(?:[ \t\r\n]|$)/u.test(bytes.subarray(0, 10).toString('latin1')))
    return { ok: true, mediaType: 'text/vtt' }
  const shape = shapes.find(({ begins }) => bytes.subarray(0, begins.length).toString('latin1') === begins)
  if (!shape) return { ok: false, reason: 'fileType' }
  if (!bytes.subarray(-1024).toString('latin1').includes(shape.ends))
    return { ok: false, reason: 'fileBroken' }
  if (shape.type === 'application/pdf' && activePdf.test(bytes.toString('latin1')))
    return { ok: false, reason: 'fileActive' }
  return { ok: true, mediaType: shape.type }
}

/**
 * What the bytes are, whatever name or type the browser gave them: a whole file of an allowed type within the limit, in
 * which nothing runs when somebody opens it.
 */
export const readFileType = (
  bytes: Buffer,
  allowed: readonly FileType[] = paperTypes,
  limit: number = attachmentLimit,
): FileReading => {
  if (bytes.length === 0) return { ok: false, reason: 'fileEmpty' }
  if (bytes.length > limit) return { ok: false, reason: 'fileTooLarge' }
  const reading = readWhole(bytes)
  return reading.ok && !allowed.includes(reading.mediaType) ? { ok: false, reason: 'fileType' } : reading
}
