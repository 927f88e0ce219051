import { builtIn, type PaperFormat, type PaperKey } from '@/lib/documents/catalogue'
import { paperToDocx } from '@/lib/documents/docx'
import { paperToPdf } from '@/lib/documents/pdf'
import type { PaperData } from '@/lib/format/paper'

/** The product's own document as a file. */
export const renderBuiltIn = (key: PaperKey, data: PaperData, format: PaperFormat): Promise<Buffer> => {
  const paper = builtIn(key, data)
  return format === 'docx' ? paperToDocx(paper) : paperToPdf(paper)
}
