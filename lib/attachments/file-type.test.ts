import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { attachmentLimit, captionTypes, paperTypes, readFileType, scanTypes } from '@/lib/attachments'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const zip = (files: Record<string, string>) => {
  const made = new PizZip()
  for (const [name, content] of Object.entries(files)) made.file(name, content)
  return made.generate({ type: 'nodebuffer' })
}
const word = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }
const odt = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' }

it.each([
  [bytes('%PDF-1.7\n…\n%%EOF\n'), 'application/pdf'],
  // where reading begins, as an office writes it, is no action
  [bytes('%PDF-1.7\n/OpenAction[1 0 R /XYZ null null 0]\n%%EOF\n'), 'application/pdf'],
  [bytes('\u0089PNG\r\n\u001a\nIEND\u00aeB`\u0082'), 'image/png'],
  [bytes('\u00ff\u00d8\u00ff\u00e0JFIF\u00ff\u00d9'), 'image/jpeg'],
  [zip(word), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [zip(odt), 'application/vnd.oasis.opendocument.text'],
])('knows %# by its content', (file, mediaType) => {
  expect(readFileType(file)).toEqual({ ok: true, mediaType })
})

it.each([
  [bytes(''), 'fileEmpty'],
  [Buffer.alloc(attachmentLimit + 1), 'fileTooLarge'],
  [bytes('MZ a program'), 'fileType'],
  [zip({ 'readme.txt': 'x' }), 'fileType'],
  [zip(word).subarray(0, 60), 'fileBroken'],
  [bytes('PK\u0003\u0004'), 'fileBroken'],
  [zip({ ...word, 'word/vbaProject.bin': 'x' }), 'fileActive'],
  [zip({ ...word, 'word/embeddings/oleObject1.bin': 'x' }), 'fileActive'],
  [zip({ ...odt, 'Basic/script-lc.xml': 'x' }), 'fileActive'],
  [bytes('%PDF-1.7\n/OpenAction 3 0 R\n%%EOF\n'), 'fileActive'],
])('refuses %#', (file, reason) => {
  expect(readFileType(file, paperTypes)).toEqual({ ok: false, reason })
})

it('knows captions where they are asked for, and takes them nowhere else', () => {
  const captions = bytes('WEBVTT\n\n00:00.000 --> 00:02.000\nDzie\u0144 dobry')
  expect(readFileType(captions, captionTypes)).toEqual({ ok: true, mediaType: 'text/vtt' })
  expect(readFileType(captions)).toEqual({ ok: false, reason: 'fileType' })
})

it('takes only what is asked for', () => {
  expect(readFileType(zip(word), scanTypes)).toEqual({ ok: false, reason: 'fileType' })
})
