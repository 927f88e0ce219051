import { builtIn, type PaperFormat, type PaperKey } from '@/lib/documents/catalogue'
import { paperToDocx } from '@/lib/documents/docx'
import { hasOffice, toPdfInOffice } from '@/lib/documents/office'
import { paperToPdf } from '@/lib/documents/pdf'
import { fillTemplate } from '@/lib/documents/template-file'
import type { PaperData } from '@/lib/format/paper'
import { conflict } from '@/lib/platform/errors'

/** The product's own document as a file. */
export const renderBuiltIn = (key: PaperKey, data: PaperData, format: PaperFormat): Promise<Buffer> => {
  const paper = builtIn(key, data)
  return format === 'docx' ? paperToDocx(paper) : paperToPdf(paper)
}

/** A template of a ROPS as a file; as PDF only where there is a LibreOffice. */
export const renderTemplate = async (
  template: Buffer,
  data: PaperData,
  format: PaperFormat,
): Promise<Buffer> => {
  const filled = fillTemplate(template, data)
  if (format === 'docx') return filled
  const [pdf] = await toPdfInOffice([filled])
  if (!pdf) throw conflict('officeFailed')
  return pdf
}

export type Filled = { readonly data: PaperData; readonly template: Buffer | null }

/** The document that counts: the ROPS's own where it has one and the file can be made of it, else the built-in one. */
export const renderPaper = (
  key: PaperKey,
  { data, template }: Filled,
  format: PaperFormat,
): Promise<Buffer> =>
  template && (format === 'docx' || hasOffice())
    ? renderTemplate(template, data, format)
    : renderBuiltIn(key, data, format)
