import { type Filled, type PaperFormat, type PaperKey, paperFormats, renderPaper } from '@/lib/documents'
import { notFound } from '@/lib/platform/errors'
import { fileResponse } from '@/lib/web/file-response'

const mediaTypes: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/** `regulamin.docx` of an address: the document and the kind of file; notFound for any other name. */
export const wantedPaper = <K extends PaperKey>(
  name: string | undefined,
  keys: readonly K[],
): { key: K; format: PaperFormat } => {
  const [start, ending] = (name ?? '').split('.')
  const key = keys.find((one) => one === start)
  const format = paperFormats.find((one) => one === ending)
  if (!key || !format) throw notFound()
  return { key, format }
}

/** A document as a file to save. */
export const paperFile = (bytes: Buffer, name: string, format: PaperFormat): Response =>
  fileResponse(bytes, mediaTypes[format], `${name}.${format}`)

/** A filled-in document: by the template of the ROPS where one counts, else the product's own. */
export const paperResponse = async (key: PaperKey, format: PaperFormat, filled: Filled): Promise<Response> =>
  paperFile(await renderPaper(key, filled, format), key, format)
