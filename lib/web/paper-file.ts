import { type PaperFormat, type PaperKey, paperFormats, renderBuiltIn } from '@/lib/documents'
import type { PaperData } from '@/lib/format/paper'
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

/** A filled-in document, to save. */
export const paperResponse = async (key: PaperKey, format: PaperFormat, data: PaperData): Promise<Response> =>
  fileResponse(await renderBuiltIn(key, data, format), mediaTypes[format], `${key}.${format}`)
