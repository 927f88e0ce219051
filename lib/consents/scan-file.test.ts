import { expect, it } from 'vitest'
import { readScan, scanLimit } from '@/lib/consents/scan-file'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const pdf = (inside = '1 0 obj<</Type/Catalog>>endobj') => bytes(`%PDF-1.4\n${inside}\ntrailer\n%%EOF\n`)
const png = bytes('\u0089PNG\r\n\u001a\nIHDR…IEND\u00aeB`\u0082')
const jpeg = bytes('\u00ff\u00d8\u00ff\u00e0JFIF…\u00ff\u00d9')

it.each([
  [pdf(), 'application/pdf'],
  [png, 'image/png'],
  [jpeg, 'image/jpeg'],
  // a scanner's padding behind the end
  [Buffer.concat([jpeg, Buffer.alloc(16)]), 'image/jpeg'],
])('knows a scan by its content', (file, mediaType) => {
  expect(readScan(file)).toEqual({ ok: true, mediaType })
})

it.each([
  [bytes(''), 'scanEmpty'],
  [Buffer.concat([pdf(), Buffer.alloc(scanLimit)]), 'scanTooLarge'],
  [bytes('MZ\u0090 a program called zgoda.pdf'), 'scanType'],
  [bytes('<html>%PDF-1.4 %%EOF'), 'scanType'],
  [bytes('<svg onload="x()"/>'), 'scanType'],
  [pdf().subarray(0, 30), 'scanBroken'],
  [jpeg.subarray(0, 8), 'scanBroken'],
  [pdf('<</S/JavaScript/JS(app.alert(1))>>'), 'scanActive'],
  [pdf('<</OpenAction 3 0 R>>'), 'scanActive'],
  [pdf('<</Names<</EmbeddedFiles 4 0 R>>>>'), 'scanActive'],
])('refuses %#', (file, reason) => {
  expect(readScan(file)).toEqual({ ok: false, reason })
})
