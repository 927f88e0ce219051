/** Told before the upload, checked by the database too. */
export const scanLimit = 3 * 1024 * 1024

export const scanTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type ScanType = (typeof scanTypes)[number]

export type ScanFault = 'scanEmpty' | 'scanTooLarge' | 'scanType' | 'scanBroken' | 'scanActive'
export type ScanReading =
  | { readonly ok: true; readonly mediaType: ScanType }
  | { readonly ok: false; readonly reason: ScanFault }

/** How a file of each type begins and ends; some writers add a few bytes behind the end. */
const shapes: readonly { type: ScanType; begins: string; ends: string }[] = [
  { type: 'application/pdf', begins: '%PDF-', ends: '%%EOF' },
  { type: 'image/jpeg', begins: '\u00ff\u00d8\u00ff', ends: '\u00ff\u00d9' },
  { type: 'image/png', begins: '\u0089PNG\r\n\u001a\n', ends: 'IEND\u00aeB`\u0082' },
]

/** What runs or carries something else inside a PDF; a scanner writes none of it. */
const active = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|OpenAction|RichMedia|XFA)\b/u

/**
 * What the bytes are, whatever name or type the browser gave them: a whole PDF, JPEG or PNG within the limit, and no PDF
 * that runs something when somebody opens it.
 */
export const readScan = (bytes: Buffer): ScanReading => {
  if (bytes.length === 0) return { ok: false, reason: 'scanEmpty' }
  if (bytes.length > scanLimit) return { ok: false, reason: 'scanTooLarge' }
  const shape = shapes.find(({ begins }) => bytes.subarray(0, begins.length).toString('latin1') === begins)
  if (!shape) return { ok: false, reason: 'scanType' }
  if (!bytes.subarray(-1024).toString('latin1').includes(shape.ends))
    return { ok: false, reason: 'scanBroken' }
  if (shape.type === 'application/pdf' && active.test(bytes.toString('latin1')))
    return { ok: false, reason: 'scanActive' }
  return { ok: true, mediaType: shape.type }
}
